import type { PackWords, Sayings } from '../../knowledge';
import { createUnderstanding } from '../../dialogs/understanding/understanding';
import { openPack } from '../../src/knowledge/open-pack';
import { now } from './pack-understanding';

const pack = openPack();
const whole = pack.words.get('en');
if (whole === undefined) throw new Error('the pack has no English');
const english = whole;
const retrieve = () => ({ kind: 'unsure' as const, others: [] });
const understanding = (sayings: readonly Sayings[]) => {
  const words: PackWords = { ...english, sayings };
  const understand = createUnderstanding(words, pack.rules, retrieve);
  return (text: string) => {
    const { flags, unsure } = understand(text, { question: null, now });
    return { flags: flags.map(({ id }) => id), unsure: unsure.map(({ id }) => id) };
  };
};

const folds = 4;
const isLeftOut = (index: number): boolean => index % folds === 0;
const without = <T>(list: readonly T[]): T[] => list.filter((_, index) => !isLeftOut(index));
const only = <T>(list: readonly T[]): T[] => list.filter((_, index) => isLeftOut(index));

describe('sayings that were kept from the learning', () => {
  const taught = understanding(
    english.sayings.map((one) => ({
      ...one,
      says: without(one.says),
      unlike: without(one.unlike),
    })),
  );
  const untaught = understanding([]);
  const grave = english.sayings.filter(({ flag }) => pack.rules.get(flag)?.tier === 'emergency');
  const says = grave.flatMap((one) => only(one.says));
  const isHeard = (hear: typeof taught) => (text: string) => {
    const { flags, unsure } = hear(text);
    return [...flags, ...unsure].some((id) => pack.rules.get(id)?.tier === 'emergency');
  };

  test('are heard far more often as an emergency than by patterns alone', () => {
    const byPatterns = says.filter(isHeard(untaught)).length / says.length;
    const byBoth = says.filter(isHeard(taught)).length / says.length;
    expect(byBoth).toBeGreaterThan(0.7);
    expect(byBoth - byPatterns).toBeGreaterThan(0.25);
  });

  test('are mostly left alone when they only look like the flag', () => {
    const unlike = english.sayings.flatMap(({ flag, unlike: list }) =>
      only(list).map((text) => ({ flag, text })),
    );
    const quiet = unlike.filter(({ flag, text }) => !taught(text).flags.includes(flag));
    expect(quiet.length / unlike.length).toBeGreaterThan(0.88);
  });

  test('are left alone when they are harmless', () => {
    const harmless = english.sayings
      .filter(({ flag }) => flag === 'none')
      .flatMap((one) => only(one.says));
    const quiet = harmless.filter((text) => taught(text).flags.length === 0);
    expect(quiet.length / harmless.length).toBeGreaterThan(0.92);
  });
});

describe('what was learned', () => {
  const hear = understanding(english.sayings);

  test('is heard with the exact words as evidence', () => {
    const understand = createUnderstanding(english, pack.rules, retrieve);
    const text = 'Morning. The loo roll may as well be thin air to my backside, doctor.';
    const { flags } = understand(text, { question: null, now });
    for (const { evidence } of flags) expect(text).toContain(evidence);
  });

  test('is the same however often it is learned', () => {
    const again = understanding(english.sayings);
    const texts = english.sayings.flatMap(({ says }) => says.slice(0, 4));
    expect(texts.map(again)).toEqual(texts.map(hear));
  });

  test.each([
    'what if I wake up one day and my whole undercarriage has gone dead',
    'my undercarriage has not gone dead',
    'I never wet myself',
  ])('is nothing when supposed or denied: %s', (text) => {
    expect(hear(text)).toEqual({ flags: [], unsure: [] });
  });

  test('who cannot move, on the floor, is asked whether they cannot walk', () => {
    const understand = createUnderstanding(english, pack.rules, retrieve);
    const { flags, unsure, intent } = understand('help me i cant move, im on the floor', {
      question: null,
      now,
    });
    const heard = [...flags, ...unsure].find(({ id }) => id === 'cannot-walk');
    expect(heard?.qualifiers).toEqual(['unable']);
    expect(intent).toBe('symptom');
  });
});
