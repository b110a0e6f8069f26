import type { Answer, PackWords } from '../../knowledge';
import type { Answering } from '../machine-kit';
import type { Citation, Message } from '../message';
import { phrase, type PhraseParameters } from '../phrase';
import type { Script } from '../script';
import { listed } from './telling';

type Suggestion = { readonly title: string; readonly say: string };

/** Said as a suggestion, `title` comes back as the person's own words. */
const suggestion = (title: string): Suggestion => ({ title, say: title });

function questionsOf(words: PackWords, ids: readonly string[]): readonly Suggestion[] {
  return ids.flatMap((id) => {
    const question = words.answers.get(id)?.question;
    return question === undefined ? [] : [suggestion(question)];
  });
}

function citationsOf(script: Script, answer: Answer): readonly Citation[] {
  return answer.sources.flatMap((id) => {
    const source = script.pack.sources.get(id);
    if (source === undefined) return [];
    const { title, publisher, url } = source;
    return [url === undefined ? { title, publisher } : { title, publisher, url }];
  });
}

function withheld(words: PackWords, answering: Answering, region: PhraseParameters): Message {
  const { tier, minor } = answering;
  if (tier === 'emergency' || tier === 'urgent') {
    return { text: phrase(words, `answer-withheld-${tier}`, region), tone: tier };
  }
  return { text: phrase(words, minor ? 'answer-withheld-minor' : 'answer-withheld-check', region) };
}

function answered(
  script: Script,
  answering: Answering,
  best: { readonly id: string; readonly confidence: number },
  others: readonly { readonly id: string }[] | null,
  region: PhraseParameters,
): Message {
  const { words } = script;
  const answer = words.answers.get(best.id);
  if (answer === undefined) return { text: phrase(words, 'answer-unsure', region) };
  if (answer.advice !== undefined && answering.withhold) return withheld(words, answering, region);
  const parts = [answer.answer.trim()];
  if (others !== null) {
    parts.unshift(phrase(words, 'answer-likely', { ...region, question: answer.question }));
  }
  if (answer.advice === 'medicine' && answering.cautions.length > 0) {
    const cautions = answering.cautions.map((id) => phrase(words, `caution-${id}`));
    parts.push(phrase(words, 'answer-cautions', { ...region, cautions: listed(words, cautions) }));
  }
  const unchecked = answer.advice !== undefined && answering.unchecked;
  if (unchecked) parts.push(phrase(words, 'answer-unchecked', region));
  if (answering.tier === 'emergency' || answering.tier === 'urgent') {
    parts.push(phrase(words, `answer-reminder-${answering.tier}`, region));
  }
  const next = others === null ? answer.followUps : others.map(({ id }) => id);
  const door = unchecked && !answering.checking ? [suggestion(phrase(words, 'suggest-check'))] : [];
  return {
    text: parts.join('\n\n'),
    answer: { id: best.id, confidence: best.confidence },
    citations: citationsOf(script, answer),
    suggestions: [...questionsOf(words, next), ...door],
  };
}

/** The answer to a question of the person, and whether the knowledge had no sure one. */
export function answerMessage(
  script: Script,
  answering: Answering,
  region: PhraseParameters,
): { readonly message: Message; readonly unanswered: boolean } {
  const { words } = script;
  const { found } = answering;
  const human = suggestion(phrase(words, 'suggest-clinician'));
  switch (found.kind) {
    case 'sure':
      return { message: answered(script, answering, found.best, null, region), unanswered: false };
    case 'likely':
      return {
        message: answered(script, answering, found.best, found.others.slice(0, 2), region),
        unanswered: false,
      };
    case 'unsure': {
      const near = questionsOf(
        words,
        found.others.slice(0, 2).map(({ id }) => id),
      );
      const text = phrase(words, near.length > 0 ? 'answer-unsure-near' : 'answer-unsure', region);
      return { message: { text, suggestions: [...near, human] }, unanswered: true };
    }
    case 'out-of-scope':
    default: {
      const kind = words.outOfScope.find(({ id }) => id === found.id);
      const text = kind?.reply.trim() ?? phrase(words, 'answer-unsure', region);
      return {
        message: kind?.offerClinician === false ? { text } : { text, suggestions: [human] },
        unanswered: false,
      };
    }
  }
}
