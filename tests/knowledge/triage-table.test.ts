import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LocatedFile } from '../../knowledge/loading/located-file';
import { triageFileSchema } from '../../knowledge/schema/triage';

const path = join(__dirname, '../../knowledge/packs/back-spasms/triage.yaml');
const file = new LocatedFile({ path: 'triage.yaml', text: readFileSync(path, 'utf8') });
const triage = file.read(triageFileSchema);

/** The contract's table: tier alone, then what raises it, then what by itself means the flag. */
const contract = {
  'bowel-bladder-loss': { tier: 'emergency' },
  'urinary-retention': { tier: 'emergency' },
  'saddle-numbness': { tier: 'emergency' },
  'cannot-walk': {
    tier: 'urgent',
    emergency: [
      { qualifiers: ['unable'] },
      { flags: ['leg-weakness', 'leg-numbness-tingling', 'leg-radiation'] },
    ],
  },
  'leg-weakness': { tier: 'urgent', emergency: [{ qualifiers: ['bilateral', 'worsening'] }] },
  'leg-numbness-tingling': {
    tier: 'soon',
    emergency: [{ qualifiers: ['bilateral'] }],
    urgent: [{ qualifiers: ['lost-feeling'] }],
  },
  'leg-radiation': { tier: 'soon', emergency: [{ qualifiers: ['bilateral'] }] },
  fever: {
    tier: 'urgent',
    emergency: [
      { qualifiers: ['confusion'] },
      {
        flags: [
          'severe-pain',
          'cannot-walk',
          'leg-weakness',
          'leg-numbness-tingling',
          'leg-radiation',
          'bowel-bladder-loss',
          'urinary-retention',
          'saddle-numbness',
          'immunosuppressed-or-ivdu',
        ],
      },
    ],
  },
  'weight-loss': { tier: 'urgent' },
  'night-or-rest-pain': { tier: 'urgent' },
  'severe-pain': { tier: 'urgent', derive: [{ slot: 'severity', atLeast: 8 }] },
  'over-two-weeks': { tier: 'soon', derive: [{ slot: 'durationDays', above: 14 }] },
  'swelling-redness': { tier: 'urgent' },
  trauma: {
    tier: 'urgent',
    emergency: [{ qualifiers: ['major'] }],
    derive: [{ slot: 'trigger', equals: 'fall' }],
  },
  'cancer-history': {
    tier: 'urgent',
    emergency: [
      {
        flags: [
          'leg-weakness',
          'leg-numbness-tingling',
          'saddle-numbness',
          'bowel-bladder-loss',
          'urinary-retention',
        ],
      },
    ],
  },
  'steroid-or-osteoporosis': {
    tier: 'soon',
    urgent: [
      { qualifiers: ['sudden-pain'] },
      { slots: [{ slot: 'onset', equals: 'sudden' }] },
      { flags: ['trauma'] },
    ],
  },
  'immunosuppressed-or-ivdu': { tier: 'urgent' },
  'chest-pain-or-breathless': { tier: 'emergency' },
  'abdominal-pulsing-or-tearing': { tier: 'emergency' },
  pregnancy: {
    tier: 'soon',
    urgent: [{ qualifiers: ['bleeding'] }, { flags: ['severe-pain', 'fever'] }],
    derive: [
      { slot: 'pregnant', equals: true },
      { slot: 'nsaidCautions', includes: 'pregnancy' },
    ],
  },
  'self-harm': { tier: 'emergency' },
};

describe('the table of tiers', () => {
  it('is the table of the contract, flag by flag', () => {
    const written = (triage.value?.rules ?? []).map((rule) => {
      const raisedTo = (tier: string) =>
        rule.raise.filter((raise) => raise.tier === tier).map((raise) => raise.when);
      const parts = {
        emergency: raisedTo('emergency'),
        urgent: raisedTo('urgent'),
        derive: rule.derive,
      };
      const given = Object.entries(parts).filter(([, part]) => part.length > 0);
      return [rule.id, { tier: rule.tier, ...Object.fromEntries(given) }];
    });
    expect(triage.faults).toEqual([]);
    expect(Object.fromEntries(written)).toEqual(contract);
  });

  it('has the words that make a flag graver', () => {
    const qualifiers = (triage.value?.rules ?? [])
      .filter((rule) => rule.qualifiers.length > 0)
      .map((rule) => [rule.id, rule.qualifiers.map((qualifier) => qualifier.id)]);
    expect(Object.fromEntries(qualifiers)).toEqual({
      'cannot-walk': ['unable'],
      'leg-weakness': ['bilateral', 'worsening'],
      'leg-numbness-tingling': ['lost-feeling', 'bilateral'],
      'leg-radiation': ['bilateral'],
      fever: ['confusion'],
      trauma: ['major', 'minor-fall'],
      'steroid-or-osteoporosis': ['sudden-pain'],
      pregnancy: ['bleeding'],
    });
  });

  it('never asks about self-harm, and asks about every other flag', () => {
    const heardOnly = (triage.value?.rules ?? []).filter((rule) => rule.heardOnly);
    expect(heardOnly.map((rule) => rule.id)).toEqual(['self-harm']);
  });

  it('sends somebody whose pain keeps coming back to a clinician soon, without any flag', () => {
    expect(triage.value?.withoutFlags).toEqual([
      { tier: 'soon', when: { slots: [{ slot: 'recurrent', equals: true }] } },
    ]);
  });
});
