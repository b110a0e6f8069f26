import type { Clock } from '../../ports/clock';
import type { Conversations } from '../../ports/conversations';
import { AppError } from '../../ports/errors';
import type { HttpReply, Route } from '../../ports/http';
import { noSuchConversation, type Access } from './access';
import { generateBody, parseBody } from './requests';
import { conversationTokenSeconds, type ConversationClaims, type Tokens } from './tokens';

/** `tokens/generate`, `tokens/refresh`. Neither starts the conversation nor makes the bot speak. */
export function tokenRoutes(parts: {
  readonly access: Access;
  readonly tokens: Tokens;
  readonly conversations: Conversations;
  readonly clock: Clock;
}): readonly Route[] {
  const { access, tokens, conversations, clock } = parts;

  const reply = async (claims: ConversationClaims): Promise<HttpReply> => ({
    status: 200,
    json: {
      conversationId: claims.conv,
      token: await tokens.conversation(claims),
      expires_in: conversationTokenSeconds,
    },
  });

  return [
    {
      method: 'POST',
      path: '/v3/directline/tokens/generate',
      perMinute: 600,
      handle: async (request) => {
        if ((await access.caller(request)).kind !== 'secret') {
          throw new AppError('forbidden', 'Only the Direct Line secret makes tokens.');
        }
        const body = parseBody(generateBody, request.body);
        return reply({
          conv: clock.newId(),
          client: clock.newId(),
          ...(body?.user?.id ? { user: body.user.id } : {}),
          ...(body?.user?.name ? { name: body.user.name } : {}),
          ...(body?.trustedOrigins ? { origins: body.trustedOrigins } : {}),
        });
      },
    },
    {
      method: 'POST',
      path: '/v3/directline/tokens/refresh',
      handle: async (request) => {
        const caller = await access.caller(request);
        if (caller.kind === 'secret') {
          throw new AppError('forbidden', 'The secret needs no renewal; send a token.');
        }
        const conversation = await conversations.find(caller.claims.conv);
        if (conversation?.erased) throw noSuchConversation();
        return reply(caller.claims);
      },
    },
  ];
}
