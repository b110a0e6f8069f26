import { createDialog, type Dialog, type Effect, type Envelope, type Input } from '../../dialogs';
import { contextSchema, type Context } from '../../dialogs/context';
import type { AnswerValue, Meaning } from '../../dialogs';
import { createUnderstanding } from '../../dialogs/understanding/understanding';
import { createRetriever, type Pack } from '../../knowledge';
import { openPack } from '../../src/knowledge/open-pack';

export const pack: Pack = openPack();

/** An utterance as understanding would hand it over, made by hand. */
export function meaning(part: Partial<Meaning>): Meaning {
  return {
    text: 'some words',
    intent: 'none',
    reply: null,
    flags: [],
    unsure: [],
    denied: [],
    slots: {},
    found: null,
    patient: 'self',
    ...part,
  };
}

/** Words that name one sign. */
export function sign(id: string, qualifiers: readonly string[] = []): Partial<Meaning> {
  const evidence = `I have ${id}`;
  return { text: evidence, intent: 'symptom', flags: [{ id, qualifiers, evidence }] };
}

/** An answer in words to the question that is open. */
export const reply = (value: AnswerValue): Partial<Meaning> => ({
  intent: 'answer',
  reply: { kind: 'value', value },
});

export const dontKnow: Partial<Meaning> = { intent: 'answer', reply: { kind: 'dont-know' } };

type Say = Extract<Effect, { type: 'say' }>;
type Conclude = Extract<Effect, { type: 'conclude' }>;

/** What one turn did, easy to ask about. */
export class Said {
  constructor(readonly effects: readonly Effect[]) {}

  get messages(): readonly Say['message'][] {
    return this.effects.flatMap((effect) => (effect.type === 'say' ? [effect.message] : []));
  }

  get text(): string {
    return this.messages.map((message) => message.text).join('\n\n');
  }

  /** The id of the question that the turn ended with. */
  get asks(): string | null {
    return this.messages.flatMap(({ question }) => question?.id ?? []).at(-1) ?? null;
  }

  get options(): readonly string[] {
    const question = this.messages.flatMap((message) => message.question ?? []).at(-1);
    return (question?.options ?? []).map(({ id }) => id);
  }

  get outcomes(): readonly Conclude['outcome'][] {
    return this.effects.flatMap((effect) => (effect.type === 'conclude' ? [effect.outcome] : []));
  }

  get tier(): string | null {
    return this.outcomes.at(-1)?.tier ?? null;
  }

  /** The kinds of effects other than messages and timers. */
  get does(): readonly string[] {
    return this.effects
      .map(({ type }) => type)
      .filter((type) => !['say', 'schedule', 'unschedule'].includes(type));
  }
}

const understandings = new Map(
  [...pack.words].map(([locale, words]) => [
    locale,
    createUnderstanding(words, pack.rules, createRetriever(words)),
  ]),
);

/** A conversation whose envelope goes through JSON between any two turns, as in the store. */
export class Talk {
  envelope: Envelope | null = null;
  now = '2026-11-22T10:00:00.000Z';
  readonly #dialog: Dialog;
  #next = meaning({});

  constructor(
    readonly region = 'US',
    /** Words are understood for real instead of taking meanings made by hand. */
    real = false,
  ) {
    const stub = new Map([...pack.words.keys()].map((locale) => [locale, () => this.#next]));
    this.#dialog = createDialog(pack, real ? understandings : stub);
  }

  take(input: Input): Said {
    const circumstances = { now: this.now, locale: 'en-US', region: this.region };
    const turn = this.#dialog.turn(this.envelope, input, circumstances);
    const stored: Envelope = JSON.parse(JSON.stringify(turn.envelope));
    this.envelope = stored;
    return new Said(turn.effects);
  }

  /** The person writes something that means this. */
  tell(part: Partial<Meaning>): Said {
    this.#next = meaning(part);
    return this.take({ type: 'said', text: this.#next.text });
  }

  /** The person writes these words. */
  say(text: string): Said {
    return this.take({ type: 'said', text });
  }

  press(question: string, answer: AnswerValue): Said {
    return this.take({ type: 'chose', question, answer });
  }

  join(): Said {
    return this.take({ type: 'joined' });
  }

  get context(): Context {
    return contextSchema.parse(this.envelope?.context);
  }

  get state(): unknown {
    return this.envelope?.state;
  }

  /** Answers every intake question harmlessly, from the menu to the first screen. */
  intake(): Said {
    this.join();
    this.press('menu', 'check-symptoms');
    this.press('location', 'lower');
    this.press('durationDays', 2);
    this.press('onset', 'sudden-lifting');
    this.press('severity', 5);
    this.press('leg-radiation', false);
    this.press('recurrent', false);
    this.press('age', 40);
    return this.press('nsaidCautions', ['none']);
  }

  /** Denies every sign of the screens that are still to come. */
  deny(): Said {
    let said = new Said([]);
    for (const { id } of pack.words.get('en')?.screens ?? []) {
      if (this.context.asking?.id === id) said = this.press(id, 'none');
    }
    return said;
  }
}
