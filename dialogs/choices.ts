import { actOfOption } from './acts';
import { asYesNo, readAnswer } from './answers';
import type { Context } from './context';
import type { OutsideEvent } from './events';
import type { AnswerValue, HeardFlag, Intent, Meaning } from './meaning';
import type { Question } from './message';
import { notSure } from './pack-questions';
import { phrase } from './phrase';
import type { Script } from './script';

const silent: Meaning = {
  text: '',
  intent: 'none',
  reply: null,
  flags: [],
  unsure: [],
  denied: [],
  slots: {},
  found: null,
  patient: 'self',
};

const doors: Readonly<Record<string, Intent>> = {
  'check-symptoms': 'check-symptoms',
  'ask-question': 'ask-question',
  'talk-to-clinician': 'human',
};

const asIds = (answer: AnswerValue): readonly string[] =>
  typeof answer === 'object' ? answer : [String(answer)];

/** Warning signs that an old card names: refused as an answer, never unheard. */
function namedFlags(script: Script, question: string, answer: AnswerValue): readonly HeardFlag[] {
  const ids = asYesNo(answer) === true ? [question] : asIds(answer);
  const titles = new Map(
    script.words.screens.flatMap(({ options }) =>
      options.map(({ flag, title }): [string, string] => [flag, title]),
    ),
  );
  return ids
    .filter((id) => script.pack.rules.has(id))
    .map((id) => ({
      id,
      qualifiers: [],
      evidence: phrase(script.words, 'evidence-option', {
        title: titles.get(id) ?? script.words.redFlags.get(id)?.label ?? id,
      }),
    }));
}

function titleOf(question: Question | null, answer: AnswerValue): string {
  const ids = asIds(answer);
  const titles = question?.options?.filter(({ id }) => ids.includes(id)) ?? [];
  return titles.length > 0 ? titles.map(({ title }) => title).join(', ') : ids.join(', ');
}

/** What pressing a button means: an answer, a door, an old card, or a value that does not fit. */
export function pressed(
  script: Script,
  context: Context,
  open: Question | null,
  press: { readonly question: string; readonly answer: AnswerValue },
  now: string,
): OutsideEvent {
  const { question, answer } = press;
  const told = (meaning: Partial<Meaning>): OutsideEvent => ({
    type: 'TOLD',
    meaning: { ...silent, text: titleOf(open, answer), ...meaning },
    by: 'button',
    now,
  });
  const [only = ''] = asIds(answer);
  const door = question === 'menu' ? doors[only] : undefined;
  if (door !== undefined) return told({ intent: door });
  if (open?.id === question && context.asking !== null) {
    if (only === notSure) return told({ intent: 'answer', reply: { kind: 'dont-know' } });
    const reading = readAnswer(script, context, context.asking, answer);
    const fits =
      reading.kind === 'chosen'
        ? actOfOption(question, reading.option) !== null
        : reading.kind !== 'invalid';
    if (fits) return told({ intent: 'answer', reply: { kind: 'value', value: answer } });
    return { type: 'MISPRESSED', why: 'invalid', meaning: silent, now };
  }
  if (question === 'offer-clinician' && asYesNo(answer) === true) return told({ intent: 'human' });
  const flags = namedFlags(script, question, answer);
  return { type: 'MISPRESSED', why: 'old', meaning: { ...silent, flags }, now };
}
