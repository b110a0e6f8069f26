import { harmless, type PackWords } from '../../../knowledge';
import type { Span, Token } from '../token';
import { featuresOf, type Described } from './featurise';
import type { Example } from './train';

/** What the model tells apart: flags, and flags with a qualifier. */
export interface Labels {
  readonly flags: readonly string[];
  readonly qualifiers: readonly { readonly flag: string; readonly qualifier: string }[];
}

/** The labels that the sayings of a pack teach, in the order of the files. */
export function labelsOf(sayings: PackWords['sayings']): Labels {
  const flags = [...new Set(sayings.map(({ flag }) => flag))].filter((flag) => flag !== harmless);
  const qualifiers = sayings.flatMap(({ flag, qualified }) =>
    Object.keys(qualified).map((qualifier) => ({ flag, qualifier })),
  );
  return { flags, qualifiers };
}

/** A text read for learning. */
export type ReadLesson = (text: string) => {
  readonly tokens: readonly Token[];
  readonly described: Described;
};

/** How much a message counts against a flag that it was not written for. */
const worth = { unlike: 2, otherFlag: 0.4, harmless: 1, question: 0.4, restored: 1 } as const;

const denials = new Set(['not', 'no', 'never', 'nothing', 'without', 'lost']);

/**
 * Turns the sayings into lessons. A sign that is made of a denial ("cannot feel") is shown without
 * it as well ("can feel"), so that the topic alone is not learned as the sign.
 */
export function lessonsOf(
  sayings: PackWords['sayings'],
  questions: readonly string[],
  labels: Labels,
  readLesson: ReadLesson,
): Example[] {
  const { flags, qualifiers } = labels;
  const examples: Example[] = [];
  const add = (
    text: string,
    is: readonly number[],
    against: (label: number) => number,
    withoutDenial = false,
  ): void => {
    const { tokens, described } = readLesson(text);
    const span: Span = { from: 0, to: tokens.length };
    examples.push({ features: featuresOf(described, span, null), is, against });
    if (!withoutDenial) return;
    const at = tokens.findIndex(({ word }) => denials.has(word));
    if (at < 0) return;
    const positive = tokens.every(({ word }, index) => index === at || !denials.has(word));
    if (!positive) return;
    const [own = -1] = is;
    examples.push({
      features: featuresOf(described, span, { from: at, to: at + 1 }),
      is: [],
      against: (label) => (label === own ? worth.restored : 0),
    });
  };
  for (const { flag, says, unlike, qualified } of sayings) {
    const own = flags.indexOf(flag);
    const isOf = (label: number): boolean =>
      label === own || qualifiers[label - flags.length]?.flag === flag;
    for (const text of says) {
      add(
        text,
        own < 0 ? [] : [own],
        (label) =>
          own < 0
            ? label < flags.length
              ? worth.harmless
              : 0
            : label < flags.length
              ? worth.otherFlag
              : isOf(label)
                ? 0.5
                : 0,
        own >= 0,
      );
    }
    for (const text of unlike) {
      add(text, [], (label) => (label === own ? worth.unlike : label < flags.length ? 0.15 : 0));
    }
    for (const [name, texts] of Object.entries(qualified)) {
      const label = qualifiers.findIndex((one) => one.flag === flag && one.qualifier === name);
      for (const text of texts) {
        add(text, [own, flags.length + label], (other) =>
          other < flags.length ? worth.otherFlag : isOf(other) ? 0.3 : 0,
        );
      }
    }
  }
  for (const text of questions) {
    add(text, [], (label) => (label < flags.length ? worth.question : 0));
  }
  return examples;
}
