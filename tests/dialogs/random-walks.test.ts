import * as fc from 'fast-check';
import type { Input, Intent, Meaning } from '../../dialogs';
import { brokenPromise } from './invariants';
import { meaning, pack, Talk } from './talk';

const words = pack.words.get('en');
const flagIds = [...pack.rules.keys()];
const answerIds = [...(words?.answers.keys() ?? [])];
const questionIds = [
  ...(words?.intake ?? []).map(({ id }) => id),
  ...(words?.screens ?? []).map(({ id }) => id),
  'menu',
  'offer-clinician',
  'self-care',
  'follow-up',
  'rating',
  'restart',
  'erase',
  'check-again',
  'fever-detail',
  'saddle-numbness',
  'no-such-question',
];

const intents: readonly Intent[] = [
  'none',
  'answer',
  'symptom',
  'question',
  'check-symptoms',
  'ask-question',
  'human',
  'help',
  'greet',
  'thanks',
  'bye',
  'chit-chat',
  'insult',
  'skip',
  'back',
  'repeat',
  'why',
  'cancel',
  'restart',
  'correct',
  'what-stored',
  'erase',
  'leave-queue',
];

const flag = fc.record({
  id: fc.constantFrom(...flagIds),
  qualifiers: fc.subarray(['bilateral', 'worsening', 'major', 'unable']),
  evidence: fc.constantFrom('some words', 'other words'),
});
const someFlags = fc.oneof(
  { weight: 5, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.array(flag, { maxLength: 2 }) },
);
const value = fc.oneof(
  fc.boolean(),
  fc.integer({ min: -2, max: 12 }),
  fc.constantFrom('none', 'yes', 'no', 'not-sure', 'lower', 'enough', 'medicine', 'more', 'worse'),
  fc.constantFrom(...flagIds).map((id) => [id]),
  fc.constant(['none']),
  fc.constantFrom('sudden-lifting', 'after-fall', 'stretches', 'better', '5', ''),
);
const found = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...answerIds).map((id) => ({
      kind: 'sure' as const,
      best: { id, confidence: 0.9 },
    })),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'unsure' as const, others: [] }) },
);
const slots = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.record(
      {
        severity: fc.integer({ min: 0, max: 10 }),
        durationDays: fc.integer({ min: 0, max: 60 }),
        age: fc.integer({ min: 3, max: 90 }),
        pregnant: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
  },
);

const anyMeaning = fc.record<Meaning>({
  text: fc.constantFrom('some words', '…', '😀'),
  intent: fc.constantFrom(...intents),
  reply: fc.oneof(
    fc.constant(null),
    fc.constant({ kind: 'dont-know' as const }),
    value.map((one) => ({ kind: 'value' as const, value: one })),
  ),
  flags: someFlags,
  unsure: someFlags,
  denied: fc.subarray(flagIds, { maxLength: 2 }),
  slots,
  found,
  patient: fc.constantFrom('self', 'self', 'self', 'child', 'other'),
});

type Step = { readonly input: Input } | { readonly tells: Meaning } | { readonly obliges: number };

const desk: readonly Input[] = [
  { type: 'joined' },
  { type: 'attached', name: 'x.png', contentType: 'image/png' },
  { type: 'queue', position: 2, estimatedMinutes: 9.5 },
  { type: 'claimed', clinician: 'Dr Ng' },
  { type: 'clinicianSaid', clinician: 'Dr Ng', text: 'Hello' },
  { type: 'released' },
  { type: 'resolved', clinician: 'Dr Ng' },
  { type: 'returned', clinician: 'Dr Ng' },
  { type: 'timer', name: 'silence' },
  { type: 'timer', name: 'follow-up' },
  { type: 'timer', name: 'queue-check' },
  { type: 'timer', name: 'expiry' },
];

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: anyMeaning.map((tells) => ({ tells })) },
  {
    weight: 2,
    arbitrary: fc
      .record({ question: fc.constantFrom(...questionIds), answer: value })
      .map(({ question, answer }) => ({ input: { type: 'chose' as const, question, answer } })),
  },
  { weight: 2, arbitrary: fc.constantFrom(...desk).map((input) => ({ input })) },
  // Somebody who answers the open question properly, so that walks get far.
  { weight: 12, arbitrary: fc.nat({ max: 12 }).map((obliges) => ({ obliges })) },
);

/** A button of the open question, or its harmless answer. */
function obliging(talk: Talk, choice: number): Input {
  const open = talk.envelope === null ? null : talk.context.asking;
  if (open === null) return { type: 'said', text: 'hello' };
  const question = open.sort === 'detail' ? `${open.id}-detail` : open.id;
  const intake = words?.intake.find(({ id }) => id === open.id);
  if (intake?.kind === 'number') return { type: 'chose', question, answer: choice };
  if (open.sort === 'screen') return { type: 'chose', question, answer: ['none'] };
  const ids = intake?.options?.map(({ id }) => id) ?? [];
  const menu: Readonly<Record<string, readonly string[]>> = {
    menu: ['check-symptoms', 'check-symptoms', 'ask-question', 'talk-to-clinician'],
    'self-care': ['more', 'stretches', 'medicine', 'enough'],
    'follow-up': ['better', 'same', 'worse'],
    rating: ['1', '5'],
  };
  const options = menu[open.id] ?? ids;
  if (options.length > 0) {
    return { type: 'chose', question, answer: options[choice % options.length] ?? 'none' };
  }
  return { type: 'chose', question, answer: choice % 3 === 0 };
}

function firstBroken(steps: readonly Step[]): string | null {
  const talk = new Talk();
  for (const one of steps) {
    const told = 'tells' in one ? one.tells : null;
    const input: Input =
      'input' in one
        ? one.input
        : 'obliges' in one
          ? obliging(talk, one.obliges)
          : { type: 'said', text: one.tells.text };
    const broken = brokenPromise(talk, input, told, () =>
      told === null ? talk.take(input) : talk.tell(told),
    );
    if (broken !== null)
      return `${broken} at ${JSON.stringify(one)} in ${JSON.stringify(talk.state)}`;
  }
  return null;
}

describe('any conversation whatever', () => {
  it('keeps every promise and never throws', () => {
    const walks = Number(process.env['WALKS'] ?? 300);
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60, size: 'max' }), (steps) => {
        expect(firstBroken(steps)).toBeNull();
      }),
      { numRuns: walks },
    );
  });

  it('would notice a promise that is broken', () => {
    const talk = new Talk();
    const told = meaning({ flags: [{ id: 'saddle-numbness', qualifiers: [], evidence: 'x' }] });
    const broken = brokenPromise(talk, { type: 'said', text: 'x' }, told, () => talk.join());
    expect(broken).toBe('an emergency that was not told at once');
  });
});
