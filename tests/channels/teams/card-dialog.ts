import type { Dialog, Effect, Input, Message, Outcome } from '../../../dialogs';

const signs = [
  { id: 'fever', title: 'Fever or chills' },
  { id: 'weight-loss', title: 'Losing weight' },
  { id: 'none', title: 'None of these' },
];

const outcome: Outcome = { tier: 'urgent', flags: [], intake: {}, pack: 'small@1.0.0' };

/** Every shape of message that a channel has to carry, on demand. */
const messages: Readonly<Record<string, Message>> = {
  'screen me': {
    text: 'Do you have any of these?',
    question: {
      id: 'general',
      kind: 'multi-choice',
      options: signs,
      flags: ['fever', 'weight-loss'],
    },
  },
  'yes or no': {
    text: 'Have you had it before?',
    question: { id: 'recurrent', kind: 'yes-no' },
  },
  'since when': { text: 'Since when?', question: { id: 'durationDays', kind: 'text' } },
  'how bad': { text: 'How bad is it?', question: { id: 'severity', kind: 'number' } },
  'what is it': {
    text: 'A spasm is a muscle that will not let go.',
    answer: { id: 'what-is-a-spasm', confidence: 0.9 },
    citations: [{ title: 'Back Spasms', publisher: 'A publisher', url: 'https://example.org/a' }],
    suggestions: [{ title: 'How long?', say: 'How long does it last?' }],
  },
  emergency: { text: 'Call 911 now.', tone: 'emergency' },
};

/** A dialogue that greets, shows what it is told to show, and says what it took in. */
export const cardDialog: Dialog = {
  turn(_envelope, input) {
    return { envelope: { version: 1, state: 'open', context: null }, effects: effectsOf(input) };
  },
};

function effectsOf(input: Input): readonly Effect[] {
  switch (input.type) {
    case 'joined':
      return [say({ text: 'Welcome.' })];
    case 'said':
      return obey(input.text);
    case 'chose':
      return [say({ text: `${input.question} is ${JSON.stringify(input.answer)}.` })];
    case 'clinicianSaid':
      return [{ type: 'relay', clinician: input.clinician, text: input.text }];
    case 'attached':
    case 'claimed':
    case 'released':
    case 'resolved':
    case 'returned':
    case 'timer':
    case 'queue':
      break;
  }
  return [];
}

function obey(text: string): readonly Effect[] {
  const message = messages[text];
  if (message) return [say(message)];
  switch (text) {
    case 'conclude':
      return [say({ text: 'See someone today.' }), { type: 'conclude', outcome }];
    case 'three things':
      return ['one', 'two', 'three'].map((word) => say({ text: word }));
    case 'help me':
      return [{ type: 'openCase', tier: 'soon', reason: 'asked', outcome }];
    case 'break':
      throw new Error('the dialogue broke');
    default:
      return [say({ text: `You said: ${text}` })];
  }
}

const say = (message: Message): Effect => ({ type: 'say', message });
