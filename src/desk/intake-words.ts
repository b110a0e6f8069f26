import type { Slots } from '../../knowledge';

/** One line of the background: what was asked and what is known. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

const places: Readonly<Record<NonNullable<Slots['location']>, string>> = {
  lower: 'lower back',
  mid: 'middle of the back',
  upper: 'upper back',
  neck: 'neck',
  unknown: 'place not clear',
};

const sides: Readonly<Record<NonNullable<Slots['side']>, string>> = {
  left: 'left side',
  right: 'right side',
  both: 'both sides',
  none: 'no one side',
};

const triggers: Readonly<Record<NonNullable<Slots['trigger']>, string>> = {
  lifting: 'lifting',
  twisting: 'twisting',
  exercise: 'exercise',
  sleep: 'sleep',
  sitting: 'sitting',
  fall: 'a fall',
  none: 'nothing that they know of',
};

const cautions: Readonly<Record<NonNullable<Slots['nsaidCautions']>[number], string>> = {
  'kidney-disease': 'kidney disease',
  'stomach-ulcer': 'stomach ulcer',
  'blood-thinner': 'blood thinner',
  'nsaid-allergy': 'allergy to NSAIDs',
  'heart-disease': 'heart disease',
  pregnancy: 'pregnancy',
};

const counted = (count: number, unit: string): string => {
  const rounded = Math.round(count * 10) / 10;
  return `${rounded} ${unit}${rounded === 1 ? '' : 's'}`;
};

const duration = (days: number): string => {
  if (days < 1) return counted(Math.max(1, Math.round(days * 24)), 'hour');
  if (days < 21) return counted(days, 'day');
  if (days < 84) return `${counted(Math.round(days / 7), 'week')} (${Math.round(days)} days)`;
  if (days < 730) return `${counted(Math.round(days / 30.4), 'month')} (chronic)`;
  return `${counted(Math.round(days / 365.25), 'year')} (chronic)`;
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const joined = (parts: readonly (string | undefined)[]): string | undefined => {
  const present = parts.filter((part) => part !== undefined);
  return present.length > 0 ? capital(present.join(', ')) : undefined;
};

const yesNo = (value: boolean | undefined, yes: string, no: string): string | undefined =>
  value === undefined ? undefined : value ? yes : no;

/** What the intake learned, in a clinician's words and order. What was not asked is left out. */
export function intakeWords(intake: Slots): readonly Fact[] {
  const { durationDays, severity, location, side, onset, trigger, age, nsaidCautions } = intake;
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['Pain', severity === undefined ? undefined : `${severity} of 10`],
    [
      'Place',
      joined([location && places[location], side === 'none' ? undefined : side && sides[side]]),
    ],
    ['Lasting', durationDays === undefined ? undefined : duration(durationDays)],
    ['Onset', joined([onset])],
    ['After', joined([trigger && triggers[trigger]])],
    ['Age', age === undefined ? undefined : String(age)],
    ['Pregnant', yesNo(intake.pregnant, 'Yes', 'No')],
    ['Had before', yesNo(intake.recurrent, 'Yes, it comes back', 'No')],
    [
      'NSAID cautions',
      nsaidCautions &&
        (joined(nsaidCautions.map((caution) => cautions[caution])) ?? 'None of those asked about'),
    ],
  ];
  return lines.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]));
}
