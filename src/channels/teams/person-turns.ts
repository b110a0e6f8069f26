import type { Activity } from 'botbuilder';
import type { Clock } from '../../ports/clock';
import type { Conversation, Conversations, Incoming, Turn } from '../../ports/conversations';
import type { Logger } from '../../ports/logger';
import type { Outbox } from '../../ports/outbox';
import { answerInWords } from '../render/answer-in-words';
import { cardWords } from '../render/words';
import type { BotAdapter } from './bot-adapter';
import type { Courier } from './courier';
import type { Delivery } from './delivery';
import type { Received } from './incoming';
import { readReference, showsTyping } from './places';
import { retireCard } from './used-cards';

export interface PersonTurns {
  /** Takes the turn; its answers follow by the outbox. */
  push(conversation: Conversation, incoming: Incoming): Promise<void>;
  /** Takes the turn, or finds the one taken before, and returns its answers instead of sending them. */
  reply(conversation: Conversation, incoming: Incoming): Promise<readonly Partial<Activity>[]>;
  /** The turn of a message or a card; null when an edit changed no words. */
  incomingOf(
    conversation: Conversation,
    received: Extract<Received, { kind: 'turn' }>,
  ): Promise<Incoming | null>;
  /** The turn that welcomes somebody; null when that was done a moment ago. */
  joining(conversation: Conversation): Promise<Incoming | null>;
}

/** After so long a silence somebody who opens the chat comes back to it. */
const awaySeconds = 30 * 60;

/** How far back a question, or the words that an edit replaces, are looked for. */
const lookBack = 60;

export function createPersonTurns(parts: {
  readonly conversations: Conversations;
  readonly outbox: Outbox;
  readonly adapter: BotAdapter;
  readonly courier: Courier;
  readonly delivery: Delivery;
  readonly clock: Clock;
  readonly logger: Logger;
}): PersonTurns {
  const { conversations, outbox, adapter, courier, delivery, clock, logger } = parts;

  const recent = ({ id, lastSeq }: Conversation) =>
    conversations.log(id, Math.max(0, lastSeq - lookBack), lookBack);

  /** Queued before the answers, so that it never comes after them. */
  function showTyping({ id, reference: stored }: Conversation): void {
    const reference = readReference(stored);
    if (!reference || !showsTyping(reference.channelId)) return;
    const { conversation, user: recipient, bot: from } = reference;
    const typing = { type: 'typing', conversation, recipient, ...(from ? { from } : {}) };
    void courier
      .hold(id, () =>
        adapter.speakIn(reference, async (context) => {
          await adapter.sendActivities(context, [typing]);
        }),
      )
      .catch(() => logger.debug({ conversationId: id }, 'typing could not be shown'));
  }

  function retireLater(conversation: Conversation, incoming: Incoming, turn: Turn): void {
    void courier
      .hold(conversation.id, () =>
        retireCard({ conversations, outbox, adapter }, conversation, incoming.input, turn),
      )
      .catch(() => logger.warn({ conversationId: conversation.id }, 'a used card stays as it was'));
  }

  return {
    async push(conversation, incoming) {
      const { type } = incoming.input;
      if (type === 'said' || type === 'chose') showTyping(conversation);
      const turn = await conversations.takeTurn(conversation.id, incoming);
      courier.wake(conversation.id);
      retireLater(conversation, incoming, turn);
    },

    async reply(conversation, incoming) {
      const { answers } = await conversations.takeTurn(conversation.id, {
        ...incoming,
        answeredInReply: true,
      });
      const reference = readReference(conversation.reference);
      if (!reference) return [];
      const sent = await Promise.all(
        answers.map((entry) => delivery.activitiesOf(entry, conversation, reference)),
      );
      return sent.flat();
    },

    async incomingOf(conversation, { input, shown, inputId, replaces }) {
      const id = inputId ?? `once:${clock.newId()}`;
      const entries =
        input.type === 'chose' || replaces !== undefined ? await recent(conversation) : [];
      if (replaces !== undefined) {
        const before = entries.find((entry) => entry.inputId === replaces);
        const same = before?.body.type === 'said' && before.body.text === shown;
        return before && !same ? { id, input } : null;
      }
      if (input.type !== 'chose') return { id, input };
      const asked = entries
        .map(({ body }) => (body.type === 'message' ? body.message.question : undefined))
        .findLast((question) => question?.id === input.question);
      const words = cardWords(conversation.locale);
      const text = shown ?? (asked ? answerInWords(asked, input.answer, words) : null);
      return { id, input, ...(text === null ? {} : { shown: { text } }) };
    },

    async joining(conversation) {
      const { id, lastSeq } = conversation;
      const [last] = lastSeq === 0 ? [] : await conversations.log(id, lastSeq - 1, 1);
      const away = last ? (Date.parse(clock.now()) - Date.parse(last.at)) / 1000 : awaySeconds;
      if (away < awaySeconds) return null;
      // Named after the place in the log: of two that come at once, one is the other's repetition.
      return { id: `joined:${lastSeq}`, input: { type: 'joined' } };
    },
  };
}
