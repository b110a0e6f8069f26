import { createHash } from 'node:crypto';
import type { ConversationReference } from 'botbuilder';
import { z } from 'zod';
import type { ChannelKind } from '../../ports/conversations';
import type { Form } from '../render/outgoing-activity';
import type { IncomingActivity } from './activity';

/** Channels for consumers, which take plain messages and nothing else. */
const messagesOnly: ReadonlySet<string> = new Set([
  'alexa',
  'email',
  'facebook',
  'groupme',
  'kik',
  'line',
  'omni',
  'outlook',
  'skype',
  'slack',
  'sms',
  'telegram',
  'twilio-sms',
  'wechat',
  'whatsapp',
]);

/** What the clients of a channel can show. Unknown channels are taken for web chats. */
export function formOf(channelId: string): Form {
  if (channelId === 'msteams') return 'teams';
  return messagesOnly.has(channelId) ? 'plain' : 'web';
}

/** Teams rejects event activities, and consumers' channels have no use for them. */
export const takesEvents = (channelId: string): boolean => formOf(channelId) === 'web';

/** Where somebody is seen typing. */
export const showsTyping = (channelId: string): boolean => formOf(channelId) !== 'plain';

export const kindOf = (channelId: string): ChannelKind =>
  channelId === 'msteams' ? 'teams' : 'azure';

/** Where others read along. */
export function isGroup({ conversation }: IncomingActivity): boolean {
  const type = conversation?.conversationType?.toLowerCase();
  return conversation?.isGroup === true || type === 'groupchat' || type === 'channel';
}

const prefix = 'bot-';

/** Our own name of a conversation: the same whenever the channel means the same one. */
export function conversationIdOf(channelId: string, id: string, tenant: string | null): string {
  const hash = createHash('sha256').update(JSON.stringify([channelId, id, tenant]));
  return prefix + hash.digest('base64url').slice(0, 32);
}

/** False for conversations of our own Direct Line, which nobody has to push to. */
export const isPushed = (conversationId: string): boolean => conversationId.startsWith(prefix);

const accountSchema = z.looseObject({ id: z.string() });
const referenceShape = z.looseObject({
  channelId: z.string(),
  serviceUrl: z.string(),
  conversation: accountSchema,
  user: accountSchema,
});

/** As much of a conversation reference as it takes to write to somebody. */
export type Reference = Partial<ConversationReference> &
  Required<Pick<ConversationReference, 'channelId' | 'serviceUrl' | 'conversation' | 'user'>>;

const referenceSchema = z.custom<Reference>((value) => referenceShape.safeParse(value).success);

/** A stored reference; null when there is none any more. */
export function readReference(stored: unknown): Reference | null {
  return referenceSchema.safeParse(stored).data ?? null;
}
