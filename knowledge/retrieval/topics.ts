import type { PackWords } from '../pack';

/** Something that a question can be about: an entry of the FAQ, or a kind of question that we do not answer. */
export interface Topic {
  readonly id: string;
  readonly answered: boolean;
  /** How people ask it, the entry's own question first. */
  readonly phrasings: readonly string[];
  /** Text that tells what it is about; empty for what we do not answer. */
  readonly answer: string;
}

export function topicsOf(words: PackWords): readonly Topic[] {
  return [
    ...[...words.answers.values()].map((entry) => ({
      id: entry.id,
      answered: true,
      phrasings: [entry.question, ...entry.phrasings],
      answer: entry.answer,
    })),
    ...words.outOfScope.map((kind) => ({
      id: kind.id,
      answered: false,
      phrasings: kind.phrasings,
      answer: '',
    })),
  ];
}
