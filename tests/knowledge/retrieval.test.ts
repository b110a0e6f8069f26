import { createRetriever, type Found, type Retrieve } from '../../knowledge';
import { openPack } from '../../src/knowledge/open-pack';
import { readQuestions, type Question } from './retrieval-questions';

const words = openPack().words.get('en');
if (words === undefined) throw new Error('the pack has no English');
const retrieve = createRetriever(words);

function offered(found: Found): readonly string[] {
  if (found.kind === 'out-of-scope') return [];
  const others = found.kind === 'sure' ? [] : found.others;
  const best = found.kind === 'unsure' ? [] : [found.best];
  return [...best, ...others].map((answer) => answer.id);
}

const part = (count: number, of: readonly unknown[]): number =>
  Math.round((1000 * count) / of.length) / 1000;

/** How a set of questions fares, in parts of the questions in or out of scope. */
function measure(lookup: Retrieve, questions: readonly Question[]) {
  const asked = questions.map(({ text, expected }) => ({ expected, found: lookup(text) }));
  const inScope = asked.filter(({ expected }) => expected.length > 0);
  const outside = asked.filter(({ expected }) => expected.length === 0);
  const right = ({ expected, found }: (typeof asked)[number], most: number): boolean =>
    offered(found)
      .slice(0, most)
      .some((id) => expected.includes(id));
  const answers = ({ found }: (typeof asked)[number]): boolean =>
    found.kind === 'sure' || found.kind === 'likely';
  return {
    rightFirst: part(inScope.filter((each) => right(each, 1)).length, inScope),
    inFirstThree: part(inScope.filter((each) => right(each, 3)).length, inScope),
    /** An answer was given, not only offered, and it was right. */
    answeredRight: part(inScope.filter((each) => answers(each) && right(each, 1)).length, inScope),
    declined: part(outside.filter((each) => !answers(each)).length, outside),
    surelyWrong: part(
      asked.filter((each) => each.found.kind === 'sure' && !right(each, 1)).length,
      asked,
    ),
  };
}

describe('finding the answer', () => {
  it('knows every entry that the questions expect', () => {
    const expected = ['retrieval', 'fresh', 'late', 'unseen']
      .map((name) => `${name}-questions.yaml`)
      .flatMap(readQuestions)
      .flatMap((question) => question.expected);
    expect(expected.filter((id) => !words.answers.has(id))).toEqual([]);
  });

  it.each([
    {
      file: 'retrieval-questions.yaml',
      floors: { rightFirst: 0.95, inFirstThree: 0.98, declined: 0.85, surelyWrong: 0.02 },
    },
    {
      file: 'fresh-questions.yaml',
      floors: { rightFirst: 0.84, inFirstThree: 0.95, declined: 0.93, surelyWrong: 0.02 },
    },
    {
      file: 'late-questions.yaml',
      floors: { rightFirst: 0.86, inFirstThree: 0.96, declined: 0.95, surelyWrong: 0.02 },
    },
    {
      file: 'unseen-questions.yaml',
      floors: { rightFirst: 0.36, inFirstThree: 0.65, declined: 0.6, surelyWrong: 0.04 },
    },
  ])('keeps above the floors on $file', ({ file, floors }) => {
    const questions = readQuestions(file);
    const measured = measure(retrieve, questions);
    process.stdout.write(`${file} (${questions.length}): ${JSON.stringify(measured)}\n`);
    expect(measured.rightFirst).toBeGreaterThanOrEqual(floors.rightFirst);
    expect(measured.inFirstThree).toBeGreaterThanOrEqual(floors.inFirstThree);
    expect(measured.declined).toBeGreaterThanOrEqual(floors.declined);
    expect(measured.surelyWrong).toBeLessThanOrEqual(floors.surelyWrong);
  });

  it('finds each entry by its own question', () => {
    const lost = [...words.answers.values()].filter(
      (answer) => !offered(retrieve(answer.question)).slice(0, 1).includes(answer.id),
    );
    expect(lost.map((answer) => answer.id)).toEqual([]);
  });

  it('forgives slips of the keyboard', () => {
    expect(offered(retrieve('how do i use a foma rollr'))[0]).toBe('foam-roller');
    expect(offered(retrieve('can i take ibuprofin'))[0]).toMatch(/^nsaid/);
  });

  it('names neighbours beside an answer that is only likely, and never more than two', () => {
    const likely = readQuestions('retrieval-questions.yaml')
      .map(({ text }) => retrieve(text))
      .filter((found) => found.kind === 'likely');
    const counts = new Set(likely.map((found) => found.others.length));
    expect([...counts]).toEqual([2]);
    expect(likely.filter((found) => found.others.some(({ id }) => id === found.best.id))).toEqual(
      [],
    );
  });

  it('makes nothing of words that share nothing with the pack', () => {
    expect(retrieve('')).toEqual({ kind: 'unsure', others: [] });
    expect(retrieve('🙂 ¿¡ …')).toEqual({ kind: 'unsure', others: [] });
  });

  it('gives the same answer to the same question', () => {
    expect(retrieve('ice or heat')).toEqual(createRetriever(words)('ICE or heat?'));
  });
});
