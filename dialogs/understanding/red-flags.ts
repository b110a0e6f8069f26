import type { Lexicon } from '../../knowledge';
import type { HeardFlag } from '../meaning';
import { isDoubted } from './doubt';
import { isImagined } from './imagined';
import { isOneOfThem, judge } from './learned/judge';
import type { Listen } from './learned/listen';
import type { Match, Matcher } from './matcher';
import { isDenied } from './negation';
import type { Whose } from './patient';
import type { Reading } from './reading';
import { RuleSet } from './rule-set';
import { temperaturesIn } from './temperature';
import { isOver } from './time-of';
import { sentenceEnd, sentenceStart, wordsOf, type Span } from './token';

/** What was heard about red flags. */
export interface HeardFlags {
  readonly flags: readonly HeardFlag[];
  readonly unsure: readonly HeardFlag[];
  readonly denied: readonly string[];
  /** Flags whose mere topic was named: "numbness" is an answer to a screen, and nothing otherwise. */
  readonly mentioned: readonly string[];
}

/** Finds red flags in a reading. */
export type HearFlags = (reading: Reading, whose: Whose, listen: Listen) => HeardFlags;

interface FlagRule {
  readonly flag: string;
  readonly kind: 'there' | 'vague' | 'deniable' | 'fine';
  readonly qualifiers: readonly string[];
  /** Counts only while it lasts, though the flag counts ever. */
  readonly passes?: boolean;
}

interface Heard {
  readonly flag: string;
  readonly span: Span;
  readonly qualifiers: readonly string[];
}

/** More mentions of one sign than any person makes; a bound on the time for hostile texts. */
const mostMentions = 25;

/** How far from the sign itself a word may stand that makes it graver. */
const qualifierReach = 10;

const patientWords = /\b(?:i|my|me|myself)\b/g;

/** Log odds from which words that were taken for one sign already are taken for a second one too. */
const beyondDoubt = 3;

/** Signs are written as the patient tells them, and are heard as well when another person does. */
const ofAnyone = (pattern: string): string =>
  pattern.replace(patientWords, (word) => `{patient-${word}}`);

/** Compiles the red flags of a lexicon. */
export function createHearFlags(
  lexicon: Lexicon,
  matcher: Matcher,
  isGrave: (flag: string) => boolean,
): HearFlags {
  const words = Object.entries(lexicon.flags ?? {});
  const rules = words.flatMap(([flag, { patterns, deniable, fine }]) => [
    ...patterns.map((pattern) => {
      const {
        say,
        with: qualifiers = [],
        vague = false,
        passes = false,
      } = typeof pattern === 'string' ? { say: pattern } : pattern;
      const payload: FlagRule = { flag, kind: vague ? 'vague' : 'there', qualifiers, passes };
      return matcher.rule(ofAnyone(say), payload);
    }),
    ...deniable.map((say) =>
      matcher.rule<FlagRule>(ofAnyone(say), { flag, kind: 'deniable', qualifiers: [] }),
    ),
    ...fine.map((say) =>
      matcher.rule<FlagRule>(ofAnyone(say), { flag, kind: 'fine', qualifiers: [] }),
    ),
  ]);
  const signs = new RuleSet(matcher, rules);
  const graver = new RuleSet(
    matcher,
    words.flatMap(([flag, { qualifiers }]) =>
      Object.entries(qualifiers).flatMap(([qualifier, patterns]) =>
        patterns.map((say) => matcher.rule(say, { flag, qualifier })),
      ),
    ),
  );
  const idioms = new RuleSet(
    matcher,
    (lexicon.idioms ?? []).map((say) => matcher.rule(say, true)),
  );
  const excluding = new RuleSet(
    matcher,
    words.flatMap(([flag, { unless }]) => unless.map((say) => matcher.rule(say, flag))),
  );
  const ever = new Set(words.filter(([, flag]) => flag.ever).map(([flag]) => flag));
  const always = new Set(words.filter(([, flag]) => flag.always).map(([flag]) => flag));

  return (reading, whose, listen) => {
    const masked = idioms.find(reading.scan, true);
    const excluded = excluding.find(reading.scan, true);
    const temperatures = temperaturesIn(reading);
    const normal = temperatures.filter(({ isFever }) => !isFever);
    const found = signs
      .find(reading.scan)
      .filter((match) => !masked.some((idiom) => overlaps(idiom, match)))
      .filter(
        (match) =>
          !excluded.some(
            ({ payload, ...span }) => payload === match.payload.flag && overlaps(span, match),
          ),
      )
      .filter(
        (match) => match.payload.flag !== 'fever' || !normal.some((span) => overlaps(span, match)),
      );
    const statements = found.filter(({ payload }) => payload.kind === 'there');
    const qualified = statements.length + temperatures.length > 0 ? graver.find(reading.scan) : [];

    const listened = listen(reading.tokens, reading.scan, masked);
    const there: Heard[] = [];
    const unsure: Heard[] = [];
    const deniedAt: (Span & { readonly flag: string })[] = [];
    const denied = new Set<string>(normal.length > 0 ? ['fever'] : []);
    const mentioned = new Set<string>();
    const weigh = (span: Span, { flag, kind, qualifiers, passes = false }: FlagRule): void => {
      if (!whose.isPatient(span.from) && !whose.isPatient(span.to - 1)) return;
      if (kind === 'fine') {
        deniedAt.push({ flag, ...span });
        denied.add(flag);
        return;
      }
      if (isDenied(reading, span, statements)) {
        deniedAt.push({ flag, ...span });
        denied.add(flag);
        return;
      }
      if (kind === 'deniable') {
        mentioned.add(flag);
        return;
      }
      if ((passes || !ever.has(flag)) && isOver(reading, span)) return;
      if (!always.has(flag) && isImagined(reading, span)) return;
      const more = qualified.filter(
        (match) => match.payload.flag === flag && isNear(reading, match, span),
      );
      const heard: Heard = {
        flag,
        span,
        qualifiers: [...qualifiers, ...more.map(({ payload }) => payload.qualifier)],
      };
      if (kind === 'vague' || isDoubted(reading, span)) unsure.push(heard);
      else there.push(heard);
    };
    const weighed = new Map<string, number>();
    for (const match of found) {
      const { flag, kind, qualifiers } = match.payload;
      const isSaid = there.some((heard) => heard.flag === flag && overlaps(heard.span, match));
      if (kind === 'there' && qualifiers.length === 0 && isSaid) continue;
      const times = (weighed.get(match.payload.flag) ?? 0) + 1;
      weighed.set(match.payload.flag, times);
      if (times <= mostMentions) weigh(match, match.payload);
    }
    for (const span of temperatures.filter(({ isFever }) => isFever)) {
      weigh(span, { flag: 'fever', kind: 'there', qualifiers: [] });
    }

    const split: { readonly heard: Heard; readonly score: number }[] = [];
    const surroundings = { reading, whose, statements };
    for (const sign of listened.signs.toSorted((left, right) => right.score - left.score)) {
      const { flag, span } = sign;
      if (there.some((heard) => heard.flag === flag)) continue;
      if (excluded.some((place) => place.payload === flag && overlaps(place, span))) continue;
      if (deniedAt.some((place) => place.flag === flag && overlaps(place, span))) continue;
      if (flag === 'fever' && normal.length > 0) continue;
      const nature = { ever: ever.has(flag), always: always.has(flag), isGrave: isGrave(flag) };
      const judgement = judge(surroundings, sign, nature);
      const heard: Heard = { flag, span, qualifiers: sign.qualifiers };
      const isTaken = there.some((other) => overlaps(other.span, span));
      if (isTaken && sign.score < beyondDoubt) continue;
      if (judgement === 'there') there.push(heard);
      if (judgement === 'unsure') {
        unsure.push(heard);
        if (nature.isGrave && !isDoubted(reading, span)) split.push({ heard, score: sign.score });
      }
    }

    const [likeliest] = split;
    const isHeard = there.some(({ flag }) => isGrave(flag));
    if (likeliest !== undefined && !isHeard && isOneOfThem(split.map(({ score }) => score))) {
      there.push(likeliest.heard);
    }

    const flags = joined(reading, there);
    const certain = new Set(flags.map(({ id }) => id));
    const doubts = joined(reading, unsure).filter(({ id }) => !certain.has(id));
    const open = new Set([...certain, ...doubts.map(({ id }) => id)]);
    return {
      flags,
      unsure: doubts,
      denied: [...denied].filter((id) => !open.has(id)),
      mentioned: [...mentioned],
    };
  };
}

const overlaps = (left: Span, right: Span): boolean => left.from < right.to && right.from < left.to;

function isNear(reading: Reading, graver: Match<unknown>, sign: Span): boolean {
  const from = Math.max(sentenceStart(reading.tokens, sign.from), sign.from - qualifierReach);
  const to = Math.min(sentenceEnd(reading.tokens, sign.to - 1), sign.to + qualifierReach);
  return graver.from >= from && graver.to <= to && !isDenied(reading, graver, [graver]);
}

/** One heard flag an id, with all qualifiers; the longest evidence is the most telling. */
function joined(reading: Reading, heard: readonly Heard[]): HeardFlag[] {
  const byFlag = new Map<string, HeardFlag>();
  for (const { flag, span, qualifiers } of heard) {
    const evidence = wordsOf(reading.text, reading.tokens, span);
    const known = byFlag.get(flag);
    byFlag.set(flag, {
      id: flag,
      qualifiers: [...new Set([...(known?.qualifiers ?? []), ...qualifiers])],
      evidence:
        known !== undefined && known.evidence.length >= evidence.length ? known.evidence : evidence,
    });
  }
  return [...byFlag.values()];
}
