import type { Lexicon } from '../../knowledge';
import type { Intent } from '../meaning';
import type { Matcher } from './matcher';
import type { Reading } from './reading';
import { RuleSet } from './rule-set';

/** Intents with words of their own; the first that was heard counts. */
const heardIntents = [
  'erase',
  'what-stored',
  'leave-queue',
  'human',
  'restart',
  'skip',
  'back',
  'repeat',
  'why',
  'cancel',
  'check-symptoms',
  'ask-question',
  'insult',
  'chit-chat',
  'help',
  'correct',
  'greet',
  'thanks',
  'bye',
] as const satisfies readonly Intent[];

/** Finds what a person wants, beyond telling a symptom. */
export type FindIntents = (reading: Reading) => ReadonlySet<Intent>;

/** Compiles the intents of a lexicon. */
export function createFindIntents(lexicon: Lexicon, matcher: Matcher): FindIntents {
  const rules = new RuleSet(
    matcher,
    heardIntents.flatMap((intent) =>
      (lexicon.intents?.[intent] ?? []).map((say) => matcher.rule<Intent>(say, intent)),
    ),
  );
  return (reading) => {
    const found = new Set(rules.find(reading.scan).map(({ payload }) => payload));
    return new Set(heardIntents.filter((intent) => found.has(intent)));
  };
}
