import { normalisePhrase } from '../retrieval/normalise';
import type { Fault } from '../loading/fault';
import type { PackTree } from '../loading/pack-tree';
import { faultAt, repeatedIn, texts } from '../loading/texts';

/** One way of asking leads to one answer: no phrase is listed twice, in one entry or in two. */
export function checkAnswers(tree: PackTree): readonly Fault[] {
  return tree.locales.flatMap((locale) => {
    const phrasings = texts([
      ...tree.selectFolder(`${locale}/faq`, 'entries.*.phrasings.*'),
      ...tree.select(`${locale}/out-of-scope.yaml`, 'kinds.*.phrasings.*'),
    ]);
    const questions = texts(tree.selectFolder(`${locale}/faq`, 'entries.*.question'));
    return [
      ...repeatedIn(phrasings, normalisePhrase, 'the phrase'),
      ...repeatedIn(questions, normalisePhrase, 'the question'),
      ...stolenQuestions(questions, phrasings),
    ];
  });
}

/** A question of one entry that another entry lists among its phrasings. */
function stolenQuestions(
  questions: ReturnType<typeof texts>,
  phrasings: ReturnType<typeof texts>,
): readonly Fault[] {
  const asked = new Map(questions.map((piece) => [normalisePhrase(piece.value), piece]));
  return phrasings.flatMap((piece) => {
    const question = asked.get(normalisePhrase(piece.value));
    const sameEntry = question?.file === piece.file && question.path[1] === piece.path[1];
    return question === undefined || sameEntry
      ? []
      : [
          faultAt(
            piece,
            `the phrase "${piece.value}" is the question of another entry, ${question.file}:${question.line}`,
          ),
        ];
  });
}
