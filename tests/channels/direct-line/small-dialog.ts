import type { Dialog, Effect, Input } from '../../../dialogs';

const signs = [
  { id: 'fever', title: 'Fever' },
  { id: 'weight-loss', title: 'Losing weight' },
  { id: 'none', title: 'None of these' },
];

/** A dialogue of a few words: it greets, echoes, asks when told to, and forgets when told to. */
export const smallDialog: Dialog = {
  turn(_envelope, input) {
    return { envelope: { version: 1, state: 'open', context: null }, effects: effectsOf(input) };
  },
};

function effectsOf(input: Input): readonly Effect[] {
  switch (input.type) {
    case 'joined':
      return [say('Hello.')];
    case 'said':
      return obey(input.text);
    case 'chose':
      return [say(`You chose ${JSON.stringify(input.answer)} for ${input.question}.`)];
    case 'attached':
      return [say(`Kept ${input.name}.`)];
    case 'clinicianSaid':
      return [{ type: 'relay', clinician: input.clinician, text: input.text }];
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
  switch (text) {
    case 'ask me':
      return [
        {
          type: 'say',
          message: {
            text: 'Do you have any of these?',
            question: { id: 'general', kind: 'multi-choice', options: signs },
          },
        },
      ];
    case 'help me': {
      const outcome = { tier: 'soon', flags: [], intake: {}, pack: 'small@1.0.0' } as const;
      return [
        say('I will get somebody.'),
        { type: 'openCase', tier: 'soon', reason: 'asked', outcome },
      ];
    }
    case 'forget me':
      return [{ type: 'erase' }, say('All is deleted.')];
    case 'break':
      throw new Error('the dialogue broke');
    case 'warn':
      return [
        { type: 'alertClinician', flags: [{ id: 'fever', tier: 'urgent', evidence: 'I burn' }] },
      ];
    default:
      return [say(`You said: ${text}`)];
  }
}

function say(text: string): Effect {
  return { type: 'say', message: { text } };
}
