import type { Dialog, Effect, Input, Outcome } from '../../dialogs';

export const noFlags: Outcome = {
  tier: 'self-care',
  flags: [],
  intake: {},
  pack: 'back-spasms@1.0.0',
};

const tiers = ['emergency', 'urgent', 'soon', 'self-care'] as const;
const tierIn = (text: string): Outcome['tier'] =>
  tiers.find((tier) => text.includes(tier)) ?? 'soon';
const outcomeOf = (text: string): Outcome => ({ ...noFlags, tier: tierIn(text) });

/** A dialogue that does as it is told, so that a test can ask the shell for any effect. */
export const obedientDialog: Dialog = {
  turn(envelope, input) {
    const turns = envelope === null ? 1 : Number(envelope.context) + 1;
    return {
      envelope: { version: 1, state: 'listening', context: turns },
      effects: effectsOf(input, turns),
    };
  },
};

function effectsOf(input: Input, turns: number): readonly Effect[] {
  switch (input.type) {
    case 'said':
      return obey(input.text, turns);
    case 'chose':
      return [say(`${turns}: chose ${JSON.stringify(input.answer)}`)];
    case 'timer':
      return [say(`the timer ${input.name} fired`)];
    case 'queue':
      return [
        { type: 'queued', position: input.position, estimatedMinutes: input.estimatedMinutes },
      ];
    case 'claimed':
      return [{ type: 'handoffStatus', state: 'accepted', message: input.clinician }];
    case 'clinicianSaid':
      return [{ type: 'relay', clinician: input.clinician, text: input.text }];
    case 'resolved':
      return [{ type: 'handoffStatus', state: 'completed', message: input.note ?? '' }];
    case 'joined':
    case 'attached':
    case 'released':
    case 'returned':
      break;
  }
  return [say(input.type)];
}

function obey(text: string, turns: number): readonly Effect[] {
  const [order = ''] = text.split(' ');
  switch (order) {
    case 'handover':
      return [{ type: 'openCase', tier: tierIn(text), reason: 'asked', outcome: outcomeOf(text) }];
    case 'raise':
      return [{ type: 'updateCase', tier: tierIn(text), outcome: outcomeOf(text) }];
    case 'leave':
      return [{ type: 'closeCase', reason: 'left' }];
    case 'alert':
      return [
        {
          type: 'alertClinician',
          flags: [{ id: 'fever', tier: 'urgent', evidence: 'I am burning up' }],
        },
      ];
    case 'conclude':
      return [{ type: 'conclude', outcome: outcomeOf(text) }];
    case 'remind':
      return [{ type: 'schedule', timer: 'silence', afterSeconds: 60 }];
    case 'nevermind':
      return [{ type: 'unschedule', timer: 'silence' }];
    case 'forget':
      return [
        { type: 'schedule', timer: 'follow-up', afterSeconds: 5 },
        { type: 'erase' },
        say('All is deleted.'),
      ];
    case 'nothing':
      return [];
    case 'break':
      throw new Error('the dialogue broke');
    default:
      return [say(`${turns}: ${text}`)];
  }
}

function say(text: string): Effect {
  return { type: 'say', message: { text } };
}
