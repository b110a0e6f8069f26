import type { Conversation, Conversations, Turn } from '../../ports/conversations';
import type { Input, Message } from '../../../dialogs';
import type { LogEntry } from '../../ports/log';
import type { Outbox } from '../../ports/outbox';
import { answerInWords } from '../render/answer-in-words';
import { hasTeamsCard, usedCard } from '../render/teams-card';
import { cardWords } from '../render/words';
import type { BotAdapter } from './bot-adapter';
import { addressedActivities, inTurn } from './outgoing';
import { readReference } from './places';

/** How far back a card is looked for. */
const lookBack = 60;

interface Asked {
  readonly entry: LogEntry;
  readonly message: Message;
}

/**
 * Takes the buttons from a card that was answered, by a press or in words, and shows what was chosen.
 * Only Teams can change what was sent; elsewhere the dialogue refuses a second press kindly.
 */
export async function retireCard(
  parts: {
    readonly conversations: Conversations;
    readonly outbox: Outbox;
    readonly adapter: BotAdapter;
  },
  conversation: Conversation,
  input: Input,
  turn: Turn,
): Promise<void> {
  const reference = readReference(conversation.reference);
  if (!turn.received || turn.repeated || reference?.channelId !== 'msteams') return;
  const before = turn.received.seq - 1;
  const from = Math.max(0, before - lookBack);
  const entries = await parts.conversations.log(conversation.id, from, before - from);
  const words = cardWords(conversation.locale);
  const asked = entries.flatMap(askedIn);
  const card =
    input.type === 'chose'
      ? asked.findLast(({ message }) => message.question?.id === input.question)
      : asksAnew(turn)
        ? asked.at(-1)
        : undefined;
  if (!card || !hasTeamsCard(card.message, words) || isUsed(card, entries)) return;
  const sentId = await parts.outbox.sentId(conversation.id, card.entry.seq);
  const around = { followed: false, transcript: [] };
  const [message] = addressedActivities(card.entry, conversation, reference, around);
  const activity = message ? inTurn(message).at(-1) : undefined;
  if (sentId === null || !activity) return;
  const chosen =
    input.type === 'chose' && card.message.question
      ? answerInWords(card.message.question, input.answer, words)
      : null;
  await parts.adapter.speakIn(reference, async (context) => {
    await parts.adapter.updateActivity(context, {
      ...activity,
      id: sentId,
      attachments: [usedCard(chosen, words)],
    });
  });
}

/** It shows what was chosen already, and a second press changes nothing about that. */
const isUsed = ({ entry, message }: Asked, entries: readonly LogEntry[]): boolean =>
  entries.some(
    ({ seq, body }) =>
      seq > entry.seq && body.type === 'said' && body.value?.question === message.question?.id,
  );

const asksAnew = ({ answers }: Turn): boolean =>
  answers.some(({ body }) => body.type === 'message' && body.message.question !== undefined);

function askedIn(entry: LogEntry): readonly Asked[] {
  return entry.body.type === 'message' && entry.body.message.question
    ? [{ entry, message: entry.body.message }]
    : [];
}
