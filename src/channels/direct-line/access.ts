import { createHash, timingSafeEqual } from 'node:crypto';
import type { Conversation, Conversations } from '../../ports/conversations';
import { AppError } from '../../ports/errors';
import type { HttpRequest } from '../../ports/http';
import type { ConversationClaims, Tokens } from './tokens';

/** Who asks: a server that knows the secret, or a person's client with a token. */
export type Caller =
  { readonly kind: 'secret' } | { readonly kind: 'token'; readonly claims: ConversationClaims };

export interface Access {
  /** Throws `missing-authorization`, `forbidden`, `token-expired`. */
  caller(request: HttpRequest): Promise<Caller>;
  /**
   * The conversation of the path, for its own token or for the secret. Throws besides
   * `conversation-not-found`, and `forbidden` for somebody else's.
   */
  conversation(
    request: HttpRequest,
  ): Promise<{ readonly caller: Caller; readonly conversation: Conversation }>;
}

export function createAccess(parts: {
  readonly conversations: Conversations;
  readonly tokens: Tokens;
  readonly secret: string;
}): Access {
  const secretDigest = digest(parts.secret);

  const caller = async (request: HttpRequest): Promise<Caller> => {
    const bearer = /^Bearer +(\S+)$/i.exec(String(request.headers.authorization ?? ''))?.[1];
    if (bearer === undefined) {
      throw new AppError('missing-authorization', 'Send "Authorization: Bearer" with a token.');
    }
    if (timingSafeEqual(digest(bearer), secretDigest)) return { kind: 'secret' };
    const claims = await parts.tokens.readConversation(bearer);
    requireOrigin(claims.origins, request.headers.origin);
    return { kind: 'token', claims };
  };

  return {
    caller,
    async conversation(request) {
      const who = await caller(request);
      const conversation = await parts.conversations.find(request.params['id'] ?? '');
      if (!conversation || conversation.channel !== 'directline') throw noSuchConversation();
      if (who.kind === 'token' && who.claims.conv !== conversation.id) {
        throw new AppError('forbidden', 'The token is for another conversation.');
      }
      return { caller: who, conversation };
    },
  };
}

/** A token made for certain pages works on these alone. Clients that are no browser send no origin. */
export function requireOrigin(
  origins: readonly string[] | undefined,
  origin: string | readonly string[] | undefined,
): void {
  if (!origins || origin === undefined || origins.includes(String(origin))) return;
  throw new AppError('forbidden', 'The token is not for pages of this origin.');
}

export function noSuchConversation(): AppError {
  return new AppError('conversation-not-found', 'There is no such conversation.');
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
