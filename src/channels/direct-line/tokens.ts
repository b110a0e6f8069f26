import { createHmac } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Clock } from '../../ports/clock';
import { AppError } from '../../ports/errors';

/** How long a conversation token works; clients renew it halfway. */
export const conversationTokenSeconds = 1_800;
const streamTokenSeconds = 60;
const resumeTokenSeconds = 30 * 24 * 3_600;

const conversationClaims = z.object({
  use: z.literal('conversation'),
  conv: z.string(),
  /** Read by Direct Line clients too: with it they leave the user's id to us. */
  user: z.string().optional(),
  name: z.string().optional(),
  /** Which client of the person holds it; kept when it is renewed. Two tabs are two clients. */
  client: z.string().optional(),
  origins: z.array(z.string()).optional(),
  locale: z.string().optional(),
  region: z.string().optional(),
});
const streamClaims = z.object({
  use: z.literal('stream'),
  conv: z.string(),
  after: z.number().int().min(0),
  /** Where the client found us, for the addresses of pictures. */
  base: z.string(),
  client: z.string(),
  origins: z.array(z.string()).optional(),
});
const resumeClaims = z.object({ use: z.literal('resume'), conv: z.string() });

/** What the bearer of a token may do: talk in one conversation, as one person. */
export type ConversationClaims = Omit<z.infer<typeof conversationClaims>, 'use'>;
export type StreamClaims = Omit<z.infer<typeof streamClaims>, 'use'>;

/** Signed tokens. Nothing is stored: whoever holds one has what it says until it expires. */
export interface Tokens {
  conversation(claims: ConversationClaims): Promise<string>;
  stream(claims: StreamClaims): Promise<string>;
  resume(conversationId: string): Promise<string>;
  /** Throws `AppError` `token-expired`, or `forbidden` for anything that is not such a token. */
  readConversation(token: string): Promise<ConversationClaims>;
  readStream(token: string): Promise<StreamClaims>;
  /** Null when it is not one, or no longer. */
  readResume(token: string): Promise<{ readonly conv: string } | null>;
}

export function createTokens(secret: string, clock: Clock): Tokens {
  const key = createHmac('sha256', secret).update('direct line tokens').digest();

  const sign = (claims: object, seconds: number): Promise<string> => {
    const now = Math.floor(Date.parse(clock.now()) / 1000);
    return new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuedAt(now)
      .setExpirationTime(now + seconds)
      .sign(key);
  };

  const read = async <T>(token: string, schema: z.ZodType<T>): Promise<T> => {
    try {
      const currentDate = new Date(clock.now());
      const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'], currentDate });
      return schema.parse(payload);
    } catch (cause) {
      if (cause instanceof errors.JWTExpired) {
        throw new AppError('token-expired', 'The token has expired.', { cause });
      }
      throw new AppError('forbidden', 'The token is not valid here.', { cause });
    }
  };

  return {
    conversation: (claims) => sign({ use: 'conversation', ...claims }, conversationTokenSeconds),
    stream: (claims) => sign({ use: 'stream', ...claims }, streamTokenSeconds),
    resume: (conv) => sign({ use: 'resume', conv }, resumeTokenSeconds),
    readConversation: (token) => read(token, conversationClaims),
    readStream: (token) => read(token, streamClaims),
    readResume: (token) => read(token, resumeClaims).catch(() => null),
  };
}
