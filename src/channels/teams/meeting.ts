import type { Conversation, Conversations, NewConversation } from '../../ports/conversations';
import { knownLocale, knownRegion } from '../direct-line/requests';
import type { Located } from './incoming';
import { conversationIdOf, kindOf } from './places';

/** What Teams tells about the person's client. */
interface ClientInfo {
  readonly country: string | null;
}

/** Finds or opens the conversation of an activity, and keeps the way back to the person. */
export async function meet(
  conversations: Conversations,
  activity: Located,
  usual: {
    readonly region: string;
    readonly locale: string;
    readonly hasRegion: (region: string) => boolean;
  },
): Promise<Conversation> {
  const { channelId, from } = activity;
  const reference = referenceOf(activity);
  const id = idOf(activity);
  const found = await conversations.find(id);
  if (found && !found.erased) {
    if (JSON.stringify(found.reference) === JSON.stringify(reference)) return found;
    await conversations.rememberReference(id, reference);
    return { ...found, reference };
  }
  const country = knownRegion(clientInfo(activity).country);
  const fresh: NewConversation = {
    id,
    channel: kindOf(channelId),
    userId: from.id,
    ...(from.name ? { userName: from.name } : {}),
    locale: knownLocale(activity.locale) ?? usual.locale,
    // Where the person is decides which emergency number helps.
    region: country !== undefined && usual.hasRegion(country) ? country : usual.region,
    reference,
  };
  return conversations.open(fresh);
}

/** Our name of the conversation that an activity belongs to. */
export function idOf({ channelId, conversation, channelData }: Located): string {
  const tenant = conversation.tenantId ?? channelData?.tenant?.id ?? null;
  return conversationIdOf(channelId, conversation.id, tenant);
}

/** Everything that it takes to write to the person later, in a fixed order of keys. */
export function referenceOf(activity: Located): object {
  const { channelId, serviceUrl, conversation, from, recipient } = activity;
  return {
    channelId,
    serviceUrl: serviceUrl ?? '',
    conversation,
    user: from,
    ...(recipient?.id ? { bot: recipient } : {}),
  };
}

function clientInfo({ entities }: Located): ClientInfo {
  const info = entities?.find(({ type }) => type === 'clientInfo');
  const country = info?.['country'];
  return { country: typeof country === 'string' ? country : null };
}
