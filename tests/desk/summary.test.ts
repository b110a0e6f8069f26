import { intakeWords } from '../../src/desk/intake-words';
import { summarise } from '../../src/desk/summary';
import type { Case } from '../../src/ports/cases';
import type { LogEntry } from '../../src/ports/log';
import { numbOutcome, untriaged } from './patient-dialog';

const names = { flag: (id: string) => `<${id}>`, answer: (id: string) => `<${id}>` };

const emergency: Case = {
  id: 'case-1',
  conversationId: 'maria',
  tier: 'emergency',
  reason: 'emergency',
  outcome: numbOutcome,
  status: 'waiting',
  openedAt: '2026-11-22T09:00:00.000Z',
  claimedBy: null,
  claimedAt: null,
  closedAt: null,
  personName: null,
  channel: 'directline',
  position: 1,
};

const said = (
  seq: number,
  message: { text: string; tone?: 'emergency'; answer?: string },
): LogEntry => ({
  seq,
  id: `entry-${seq}`,
  at: emergency.openedAt,
  author: { role: 'bot' },
  inputId: 'input',
  body: {
    type: 'message',
    message: {
      text: message.text,
      ...(message.tone ? { tone: message.tone } : {}),
      ...(message.answer ? { answer: { id: message.answer, confidence: 1 } } : {}),
    },
  },
});

test('a handover tells situation, background, assessment, recommendation and what was advised', () => {
  const log = [
    said(1, { text: 'Hello.' }),
    said(2, { text: 'Cold first.', answer: 'ice-or-heat' }),
    said(3, { text: '**Call 911 now.** Nerves may be pressed.', tone: 'emergency' }),
    said(4, { text: 'Cold first.', answer: 'ice-or-heat' }),
  ];
  expect(summarise(emergency, log, names)).toEqual({
    situation: {
      tier: 'emergency',
      tierWord: 'Emergency',
      reason: 'Signs of an emergency',
      waitingSince: '2026-11-22T09:00:00.000Z',
    },
    background: [
      { label: 'Pain', value: '9 of 10' },
      { label: 'Place', value: 'Lower back, left side' },
      { label: 'Lasting', value: '2 days' },
      { label: 'Age', value: '44' },
    ],
    assessment: [
      {
        id: 'saddle-numbness',
        label: '<saddle-numbness>',
        tier: 'emergency',
        tierWord: 'Emergency',
        evidence: 'I cant feel it when I wipe',
      },
      {
        id: 'leg-weakness',
        label: '<leg-weakness>',
        tier: 'urgent',
        tierWord: 'Urgent',
        evidence: 'my left leg keeps giving way',
      },
    ],
    recommendation: [
      'Emergency services or the emergency department now.',
      'Make sure that the person is on the way or has called, and is not alone.',
      'No self-care or medicine advice.',
    ],
    advised: ['Answered: <ice-or-heat>', 'Told: Call 911 now. Nerves may be pressed.'],
    pack: 'back-spasms@1.0.0',
  });
});

test('somebody who only asked for a clinician is said to be unscreened', () => {
  const asked: Case = { ...emergency, tier: null, reason: 'asked', outcome: untriaged };
  const { situation, assessment, recommendation } = summarise(asked, [], names);
  expect([situation.tierWord, situation.reason, assessment]).toEqual([
    'Not triaged',
    'Asked for a clinician',
    [],
  ]);
  expect(recommendation).toEqual([
    'Not screened for warning signs yet: ask about bladder, bowel, numbness, walking, fever and injury first.',
  ]);
});

test.each([
  [0.25, '6 hours'],
  [1, '1 day'],
  [20, '20 days'],
  [21, '3 weeks (21 days)'],
  [84, '3 months (chronic)'],
  [3650, '10 years (chronic)'],
])('%d days of pain are told as %s', (durationDays, words) => {
  expect(intakeWords({ durationDays })).toEqual([{ label: 'Lasting', value: words }]);
});

test('“none of those” is told apart from “not asked”', () => {
  expect(intakeWords({})).toEqual([]);
  expect(intakeWords({ nsaidCautions: [], pregnant: false, trigger: 'none' })).toEqual([
    { label: 'After', value: 'Nothing that they know of' },
    { label: 'Pregnant', value: 'No' },
    { label: 'NSAID cautions', value: 'None of those asked about' },
  ]);
});
