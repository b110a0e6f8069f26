import type { Dialog, Effect, Input, Outcome } from '../../dialogs';

const pack = 'back-spasms@1.0.0';

/** What the triage made of somebody who cannot feel when they wipe. */
export const numbOutcome: Outcome = {
  tier: 'emergency',
  flags: [
    { id: 'leg-weakness', tier: 'urgent', evidence: 'my left leg keeps giving way' },
    { id: 'saddle-numbness', tier: 'emergency', evidence: 'I cant feel it when I wipe' },
  ],
  intake: { severity: 9, location: 'lower', side: 'left', durationDays: 2, age: 44 },
  pack,
};

export const legOutcome: Outcome = {
  tier: 'soon',
  flags: [{ id: 'leg-radiation', tier: 'soon', evidence: 'it shoots down to my foot' }],
  intake: { severity: 5, durationDays: 6, nsaidCautions: ['stomach-ulcer'] },
  pack,
};

export const untriaged: Outcome = { tier: 'self-care', flags: [], intake: {}, pack };

const say = (text: string): Effect => ({ type: 'say', message: { text } });

const obey = (text: string): readonly Effect[] => {
  if (text.includes('wipe')) {
    return [
      {
        type: 'say',
        message: {
          text: '**Call 911 now.** Numbness there can mean that nerves are pressed.',
          tone: 'emergency',
        },
      },
      { type: 'conclude', outcome: numbOutcome },
      { type: 'openCase', tier: 'emergency', reason: 'emergency', outcome: numbOutcome },
    ];
  }
  if (text.includes('foot')) {
    return [{ type: 'openCase', tier: 'soon', reason: 'soon', outcome: legOutcome }];
  }
  if (text.includes('person')) {
    return [{ type: 'openCase', tier: null, reason: 'asked', outcome: untriaged }];
  }
  if (text.includes('fever')) {
    const flag = { id: 'fever', tier: 'urgent', evidence: text } as const;
    return [
      {
        type: 'updateCase',
        tier: 'urgent',
        outcome: { ...legOutcome, tier: 'urgent', flags: [...legOutcome.flags, flag] },
      },
      { type: 'alertClinician', flags: [flag] },
    ];
  }
  if (text.includes('never mind')) return [{ type: 'closeCase', reason: 'left' }];
  if (text.includes('ice')) {
    return [
      {
        type: 'say',
        message: {
          text: 'Cold for 15 to 20 minutes eases a fresh spasm.',
          answer: { id: 'ice-or-heat', confidence: 0.9 },
        },
      },
    ];
  }
  return [];
};

const effectsOf = (input: Input): readonly Effect[] => {
  switch (input.type) {
    case 'said':
      return obey(input.text);
    case 'queue':
      return [
        { type: 'queued', position: input.position, estimatedMinutes: input.estimatedMinutes },
      ];
    case 'claimed':
      return [
        { type: 'handoffStatus', state: 'accepted', message: input.clinician },
        say(`${input.clinician} is with you now.`),
      ];
    case 'clinicianSaid':
      return [{ type: 'relay', clinician: input.clinician, text: input.text }];
    case 'resolved':
      return [{ type: 'handoffStatus', state: 'completed', message: '' }, say('Take care.')];
    case 'returned':
      return [
        { type: 'handoffStatus', state: 'completed', message: '' },
        say('You are with the bot again.'),
      ];
    case 'released':
      return [say('Another clinician will join.')];
    case 'joined':
    case 'attached':
    case 'chose':
    case 'timer':
      return [];
    default:
      return input satisfies never;
  }
};

/** A dialogue with a few patients in it, whose words put any kind of case before the desk. */
export const patientDialog: Dialog = {
  turn: (_envelope, input) => ({
    envelope: { version: 1, state: 'talking', context: null },
    effects: effectsOf(input),
  }),
};
