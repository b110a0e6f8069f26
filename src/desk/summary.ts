import type { PackWords, Tier } from '../../knowledge';
import type { Case } from '../ports/cases';
import type { LogEntry } from '../ports/log';
import { intakeWords } from './intake-words';
import { plainText } from './plain-text';
import type { Summary } from './protocol';
import { reasonWords, tierWord } from './words';

/** How flags and answers of the knowledge are called. */
export interface Names {
  flag(id: string): string;
  answer(id: string): string;
}

const spaced = (id: string): string => {
  const text = id.replaceAll('-', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** As much of a pack as the desk needs. */
export interface NamingPack {
  readonly words: ReadonlyMap<string, Pick<PackWords, 'redFlags' | 'answers'>>;
}

/** The pack's own names; an id that the pack no longer has is spelled out. */
export function packNames(pack: NamingPack, locale: string): Names {
  const words = pack.words.get(locale.slice(0, 2)) ?? [...pack.words.values()][0];
  return {
    flag: (id) => words?.redFlags.get(id)?.label ?? spaced(id),
    answer: (id) => words?.answers.get(id)?.question ?? spaced(id),
  };
}

const asked: Readonly<Record<Tier, readonly string[]>> = {
  emergency: [
    'Emergency services or the emergency department now.',
    'Make sure that the person is on the way or has called, and is not alone.',
    'No self-care or medicine advice.',
  ],
  urgent: [
    'To be seen by a clinician today.',
    'Ask again about bladder, bowel, numbness and walking; each of them makes it an emergency.',
    'No self-care or medicine advice from the bot until you end the case.',
  ],
  soon: ['To be seen by a clinician within days.', 'Say what to watch for and when to come back.'],
  'self-care': ['Self-care at home.', 'Say what to watch for and when to come back.'],
};

const notTriaged = [
  'Not screened for warning signs yet: ask about bladder, bowel, numbness, walking, fever and injury first.',
];

const order: Readonly<Record<Tier, number>> = { emergency: 0, urgent: 1, soon: 2, 'self-care': 3 };

const toldAtMost = 150;

/** The first whole sentences, as many as fit a line or two; at least one. */
const beginning = (text: string): string => {
  const [first = '', ...more] = plainText(text)
    .split(/(?<=[.!?])\s+|\n+/)
    .filter((sentence) => sentence !== '');
  let told = first;
  for (const sentence of more) {
    if (told.length + sentence.length >= toldAtMost) break;
    told += ` ${sentence}`;
  }
  return told.length > 2 * toldAtMost ? `${told.slice(0, 2 * toldAtMost)}…` : told;
};

const advice = (log: readonly LogEntry[], names: Names): readonly string[] => {
  const lines = log.flatMap(({ body }) => {
    if (body.type !== 'message') return [];
    const { answer, tone, question, text } = body.message;
    if (answer) return [`Answered: ${names.answer(answer.id)}`];
    const isWarning = tone === 'emergency' || tone === 'urgent';
    return isWarning && !question ? [`Told: ${beginning(text)}`] : [];
  });
  return [...new Set(lines)];
};

/** The handover of a case: everything that the bot knows, in the order in which clinicians tell it. */
export function summarise(found: Case, log: readonly LogEntry[], names: Names): Summary {
  const { outcome, tier } = found;
  return {
    situation: {
      tier,
      tierWord: tierWord(tier),
      reason: reasonWords(found.reason, tier),
      waitingSince: found.openedAt,
    },
    background: [...intakeWords(outcome.intake)],
    assessment: outcome.flags
      .map((flag) => ({
        id: flag.id,
        label: names.flag(flag.id),
        tier: flag.tier,
        tierWord: tierWord(flag.tier),
        evidence: flag.evidence,
      }))
      .toSorted((a, b) => order[a.tier] - order[b.tier]),
    recommendation: [...(tier === null ? notTriaged : asked[tier])],
    advised: [...advice(log, names)],
    pack: outcome.pack,
  };
}
