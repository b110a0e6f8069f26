import type { Intent, Understand } from '../../dialogs';
import { readAnswer } from '../../dialogs/answers';
import { freshContext, type Asking } from '../../dialogs/context';
import { nothingHeard, type Heard } from '../../dialogs/heard';
import type { Reply } from '../../dialogs/meaning';
import { questionOf } from '../../dialogs/pack-questions';
import type { Script } from '../../dialogs/script';
import { triage } from '../../dialogs/triage';
import type { Found, RankedAnswer, Slots } from '../../knowledge';

/** One message to be understood, and the question that it answers, if any. */
export interface UnderstandRequest {
  readonly id: string | number;
  readonly text: string;
  readonly question?: string;
}

interface AnswerText extends RankedAnswer {
  readonly text: string;
}

/** What was understood, as the contract writes it. */
export interface UnderstoodLine {
  readonly id: string | number;
  readonly tier: 'emergency' | 'urgent' | 'soon' | 'none';
  readonly flags: readonly string[];
  readonly slots: Slots;
  readonly intent: Intent;
  readonly answer: AnswerText | null;
  readonly alternatives: readonly AnswerText[];
}

/** A request that cannot be answered, and why. */
export interface RefusedLine {
  readonly id?: string | number;
  readonly error: string;
}

const mostAlternatives = 2;

/** Answers requests with the very code that the bot runs. `now` is ISO 8601. */
export function createAnswerLine(
  script: Script,
  understand: Understand,
  now: string,
): (request: UnderstandRequest) => UnderstoodLine | RefusedLine {
  const { pack, words } = script;
  const withText = ({ id, confidence }: RankedAnswer): AnswerText => ({
    id,
    text: words.answers.get(id)?.answer ?? '',
    confidence: Math.round(confidence * 1000) / 1000,
  });
  return ({ id, text, question: asked }) => {
    const question = asked === undefined ? null : questionOf(words, asked);
    if (asked !== undefined && question === null) {
      return { id, error: `"question": there is no question ${JSON.stringify(asked)}` };
    }
    const meaning = understand(text, { question, now });
    const answered = asked === undefined ? nothingHeard : answerOf(script, asked, meaning.reply);
    const slots = { ...meaning.slots, ...answered.slots };
    const { tier, flags } = triage(
      pack.rules,
      pack.withoutFlags,
      [...meaning.flags, ...answered.flags],
      slots,
    );
    const { best, others } = rankedIn(meaning.found);
    return {
      id,
      tier: tier === 'self-care' ? 'none' : tier,
      flags: flags.map((flag) => flag.id),
      slots,
      intent: meaning.intent,
      answer: best === null ? null : withText(best),
      alternatives: others.slice(0, mostAlternatives).map(withText),
    };
  };
}

/** What the answer to a question adds, read as the dialogue reads it. */
function answerOf(script: Script, asked: string, reply: Reply | null): Heard {
  if (reply?.kind !== 'value') return nothingHeard;
  const reading = readAnswer(script, freshContext(), askingOf(script, asked), reply.value);
  return reading.kind === 'facts' ? reading.heard : nothingHeard;
}

function askingOf({ words }: Script, id: string): Asking {
  if (words.intake.some((question) => question.id === id)) return { id, sort: 'intake' };
  if (words.screens.some((screen) => screen.id === id)) return { id, sort: 'screen' };
  return { id, sort: words.redFlags.has(id) ? 'sign' : 'standard' };
}

function rankedIn(found: Found | null): {
  readonly best: RankedAnswer | null;
  readonly others: readonly RankedAnswer[];
} {
  if (found === null || found.kind === 'out-of-scope') return { best: null, others: [] };
  if (found.kind === 'sure') return { best: found.best, others: [] };
  return { best: found.kind === 'likely' ? found.best : null, others: found.others };
}
