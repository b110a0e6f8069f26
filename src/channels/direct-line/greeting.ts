import type { Clock } from '../../ports/clock';
import type { Conversation, Conversations } from '../../ports/conversations';

/** After so long a silence somebody who opens the chat comes back to it. */
const awaySeconds = 30 * 60;

/**
 * Lets the bot know that the person opened the chat: at the beginning, and on coming back after a while.
 * Opening it again at once, or reloading the page, is no reason to be greeted twice.
 */
export async function greet(
  conversations: Conversations,
  clock: Clock,
  conversation: Conversation,
): Promise<void> {
  const { id, lastSeq } = conversation;
  if (lastSeq > 0) {
    const [last] = await conversations.log(id, lastSeq - 1, 1);
    const silence = last ? (Date.parse(clock.now()) - Date.parse(last.at)) / 1000 : 0;
    if (silence < awaySeconds) return;
  }
  await conversations.takeTurn(id, { id: `joined:${lastSeq}`, input: { type: 'joined' } });
}
