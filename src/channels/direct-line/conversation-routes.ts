import type { Clock } from '../../ports/clock';
import type { Conversation, Conversations } from '../../ports/conversations';
import type { HttpReply, HttpRequest, Route } from '../../ports/http';
import { noSuchConversation, type Access, type Caller } from './access';
import type { Addresses } from './addresses';
import { greet } from './greeting';
import { knownLocale, knownRegion, parseBody, readWatermark, startBody } from './requests';
import { conversationTokenSeconds, type ConversationClaims, type Tokens } from './tokens';

/** Starting a conversation and coming back to it. */
export function conversationRoutes(parts: {
  readonly access: Access;
  readonly tokens: Tokens;
  readonly addresses: Addresses;
  readonly conversations: Conversations;
  readonly clock: Clock;
  readonly region: string;
  readonly locale: string;
}): readonly Route[] {
  const { access, tokens, addresses, conversations, clock } = parts;

  return [
    {
      method: 'POST',
      path: '/v3/directline/conversations',
      handle: async (request) => {
        const caller = await access.caller(request);
        const claims = caller.kind === 'token' ? caller.claims : { conv: clock.newId() };
        const known = await conversations.find(claims.conv);
        if (known?.erased) throw noSuchConversation();
        const conversation = known ?? (await open(claims, request.body));
        await greet(conversations, clock, conversation);
        return reply(request, conversation, claims, known ? 200 : 201, 0);
      },
    },
    {
      method: 'GET',
      path: '/v3/directline/conversations/:id',
      handle: async (request) => {
        const { caller, conversation } = await access.conversation(request);
        if (conversation.erased) throw noSuchConversation();
        const watermark = readWatermark(request.query);
        // Direct Line clients send an empty watermark when they know nothing yet, as after a reload.
        const fresh = watermark === null && request.query.has('watermark');
        if (fresh) await greet(conversations, clock, conversation);
        const after = watermark ?? (fresh ? 0 : conversation.lastSeq);
        return reply(request, conversation, claimsOf(caller, conversation), 200, after);
      },
    },
    {
      method: 'GET',
      path: '/v3/directline/session/getsessionid',
      handle: async (request) => {
        await access.caller(request);
        return { status: 200, json: { sessionId: clock.newId() } };
      },
    },
  ];

  async function open(claims: ConversationClaims, body: unknown): Promise<Conversation> {
    const asked = parseBody(startBody, body);
    const userName = claims.name ?? asked?.user?.name;
    return conversations.open({
      id: claims.conv,
      channel: 'directline',
      userId: claims.user ?? asked?.user?.id ?? `dl_${clock.newId()}`,
      ...(userName ? { userName } : {}),
      locale: knownLocale(asked?.locale) ?? claims.locale ?? parts.locale,
      region:
        knownRegion(asked?.channelData?.region ?? asked?.region) ?? claims.region ?? parts.region,
    });
  }

  async function reply(
    request: HttpRequest,
    conversation: Conversation,
    claims: ConversationClaims,
    status: number,
    after: number,
  ): Promise<HttpReply> {
    const origins = claims.origins ? { origins: claims.origins } : {};
    const base = addresses.base(request);
    const client = claims.client ?? 'server';
    const stream = await tokens.stream({ conv: conversation.id, after, base, client, ...origins });
    return {
      status,
      json: {
        conversationId: conversation.id,
        token: await tokens.conversation({ ...claims, user: conversation.userId }),
        expires_in: conversationTokenSeconds,
        streamUrl: addresses.stream(base, conversation.id, stream),
      },
    };
  }
}

function claimsOf(caller: Caller, conversation: Conversation): ConversationClaims {
  return caller.kind === 'token' ? caller.claims : { conv: conversation.id };
}
