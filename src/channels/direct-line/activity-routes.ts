import type { Clock } from '../../ports/clock';
import type { Conversation, Conversations } from '../../ports/conversations';
import { entryId } from '../../ports/log';
import type { HttpReply, Route } from '../../ports/http';
import type { Signals } from '../../ports/signals';
import { noSuchConversation, type Access } from './access';
import type { ActivitySets } from './activity-sets';
import type { Addresses } from './addresses';
import { greet } from './greeting';
import { readActivity } from './incoming-activity';
import { readWatermark } from './requests';
import type { PersonTurns } from './person-turns';

/** Reading and writing activities. */
export function activityRoutes(parts: {
  readonly access: Access;
  readonly addresses: Addresses;
  readonly activitySets: ActivitySets;
  readonly personTurns: PersonTurns;
  readonly conversations: Conversations;
  readonly signals: Signals;
  readonly clock: Clock;
}): readonly Route[] {
  const { access, addresses, activitySets, personTurns, conversations, signals, clock } = parts;
  const path = '/v3/directline/conversations/:id/activities';

  return [
    {
      method: 'GET',
      path,
      handle: async (request) => {
        const { conversation } = await access.conversation(request);
        const after = readWatermark(request.query) ?? 0;
        const { activities, watermark } = await activitySets.after(
          conversation,
          after,
          addresses.base(request),
        );
        // What the bot said on erasing is still there for a while; then the conversation is gone.
        if (conversation.erased && activities.length === 0) throw noSuchConversation();
        return { status: 200, json: { activities, watermark } };
      },
    },
    {
      method: 'POST',
      path,
      handle: async (request) => {
        const { conversation } = await access.conversation(request);
        if (conversation.erased) throw noSuchConversation();
        const received = readActivity(request.body);
        if (received.kind === 'turn') {
          const id = await personTurns.take(conversation, received, []);
          return { status: 200, json: { id } };
        }
        if (received.kind === 'joined') await greet(conversations, clock, conversation);
        if (received.kind === 'typing') {
          const { id, userName } = conversation;
          const name = userName === undefined ? {} : { name: userName };
          signals.publish({ type: 'typing', conversationId: id, who: 'person', ...name });
        }
        return accepted(conversation);
      },
    },
  ];

  /** For activities that leave nothing in the log. */
  function accepted(conversation: Conversation): HttpReply {
    return { status: 200, json: { id: `${entryId(conversation.id, 0)}-${clock.newId()}` } };
  }
}
