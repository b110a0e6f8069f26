import type { Context } from './context';
import type { Effect } from './effects';
import type { Doing, Words } from './machine-kit';
import type { Message } from './message';
import { phrase, type PhraseParameters } from './phrase';
import type { Script } from './script';
import { answerMessage } from './speech/answering';
import { regionParameters } from './speech/region';
import { remediesMessage } from './speech/remedies-text';
import { storedMessage } from './speech/stored-text';
import { listed, toldMessage } from './speech/telling';
import { questionMessage, reasonFor } from './speech/wording';

/** Words that are left out when something kinder or graver is said in the same turn. */
const fillers: ReadonlySet<string> = new Set(['noted', 'sorry-to-hear']);

/** Turns what the machine does into effects. Words put in front wait for the next message. */
class Turn {
  readonly effects: Effect[] = [];
  #prefaces: string[] = [];
  #leads: { readonly filler: boolean; readonly text: string }[] = [];

  constructor(
    private readonly script: Script,
    private readonly context: Context,
    private readonly region: PhraseParameters,
  ) {}

  text({ phrase: id, parameters }: Words): string {
    return phrase(this.script.words, id, { ...this.region, ...parameters });
  }

  lead(words: Words): void {
    this.#leads.push({ filler: fillers.has(words.phrase), text: this.text(words) });
  }

  acknowledge(flags: readonly string[], grave: boolean): void {
    const { words } = this.script;
    const because = listed(
      words,
      flags.map((id) => words.redFlags.get(id)?.because ?? id),
    );
    const text = phrase(words, grave ? 'noted-grave' : 'noted-flag', { because });
    this.#leads.push({ filler: false, text });
  }

  say(message: Message): void {
    const text = [...this.#taken(), message.text].join('\n\n');
    this.effects.push({ type: 'say', message: { ...message, text } });
  }

  /** Nothing stands before the words that send somebody to hospital. */
  sayAlone(message: Message): void {
    this.#leads = [];
    this.effects.push({ type: 'say', message });
  }

  end(): readonly Effect[] {
    const rest = this.#taken();
    if (rest.length > 0) {
      this.effects.push({ type: 'say', message: { text: rest.join('\n\n') } });
    }
    return this.effects;
  }

  #taken(): readonly string[] {
    const plain = this.#leads.filter(({ filler }) => !filler);
    const kept = plain.length > 0 ? plain : this.#leads.slice(0, 1);
    this.#leads = [];
    return kept.length === 0 ? [] : [[...new Set(kept.map(({ text }) => text))].join(' ')];
  }

  do(doing: Doing): void {
    const { script, context, region } = this;
    switch (doing.type) {
      case 'say':
        return this.say({ text: this.text(doing.params) });
      case 'lead':
        return this.lead(doing.params);
      case 'acknowledge':
        return this.acknowledge(doing.params.flags, doing.params.grave);
      case 'preface':
        this.#prefaces.push(this.text(doing.params));
        return;
      case 'ask': {
        const { asking, manner } = doing.params;
        const message = questionMessage(script, context, asking, manner, region);
        const text = [...new Set(this.#prefaces), message.text].join('\n\n');
        return this.say({ ...message, text });
      }
      case 'tell': {
        const message = toldMessage(script.words, doing.params, region);
        return message.tone === 'emergency' ? this.sayAlone(message) : this.say(message);
      }
      case 'answer': {
        const { message, unanswered } = answerMessage(script, doing.params, region);
        this.say(message);
        if (unanswered) this.effects.push({ type: 'unanswered' });
        return;
      }
      case 'explainWhy':
        return this.say({ text: reasonFor(script.words, doing.params.asking) });
      case 'showRemedies':
        return this.say(remediesMessage(script, doing.params));
      case 'showStored':
        return this.say(storedMessage(script.words, context));
      case 'handoffStatus': {
        const { state, words } = doing.params;
        this.effects.push({ type: 'handoffStatus', state, message: this.text(words) });
        return;
      }
      case 'erase':
        this.effects.push({ type: 'erase' });
        return;
      case 'conclude':
        this.effects.push({ type: 'conclude', ...doing.params });
        return;
      case 'openCase':
        this.effects.push({ type: 'openCase', ...doing.params });
        return;
      case 'updateCase':
        this.effects.push({ type: 'updateCase', ...doing.params });
        return;
      case 'closeCase':
        this.effects.push({ type: 'closeCase', ...doing.params });
        return;
      case 'alertClinician':
        this.effects.push({ type: 'alertClinician', ...doing.params });
        return;
      case 'queued':
        this.effects.push({ type: 'queued', ...doing.params });
        return;
      case 'relay':
        this.effects.push({ type: 'relay', ...doing.params });
        return;
      case 'schedule':
        this.effects.push({ type: 'schedule', ...doing.params });
        return;
      case 'unschedule':
        this.effects.push({ type: 'unschedule', ...doing.params });
        return;
      case 'rate':
        this.effects.push({ type: 'rate', ...doing.params });
    }
  }
}

/** Everything that a turn of the machine wants done, as effects in the order in which they happen. */
export function carryOut(
  script: Script,
  context: Context,
  regionCode: string,
  doings: readonly Doing[],
): readonly Effect[] {
  const turn = new Turn(script, context, regionParameters(script, regionCode));
  for (const doing of doings) turn.do(doing);
  return turn.end();
}
