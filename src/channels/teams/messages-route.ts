import type { TurnContext } from 'botbuilder';
import { AppError } from '../../ports/errors';
import type { HttpReply, HttpRequest, Route } from '../../ports/http';
import { parseActivity } from './activity';
import type { Bot } from './bot';
import type { BotAdapter } from './bot-adapter';
import { readActivity } from './incoming';

/** The channel repeats an activity after 15 seconds without an answer. */
const patienceMs = 12_000;

/** `POST /api/messages`, the endpoint of the Bot Framework. */
export function messagesRoute(parts: {
  readonly adapter: BotAdapter;
  readonly bot: Bot;
  /** Without a registration there are no tokens, and only this machine itself is served. */
  readonly registered: boolean;
}): Route {
  const { adapter, bot, registered } = parts;
  return {
    method: 'POST',
    path: '/api/messages',
    handle: async (request) => {
      if (!registered && !isLoopback(request.peer))
        throw new AppError(
          'forbidden',
          'This bot has no registration yet, and answers only to its own machine. Set MicrosoftAppId.',
        );
      return within(patienceMs, answer(request));
    },
  };

  async function answer(request: HttpRequest): Promise<HttpReply> {
    const { forSdk, activity } = parseActivity(request.body);
    const received = readActivity(activity);
    const turn = (context: TurnContext): Promise<void> => bot(context, activity, received);
    const reply = await adapter.receive(authorizationOf(request), forSdk, turn);
    if (!reply) return { status: 200 };
    return { status: reply.status, ...(reply.body === undefined ? {} : { json: reply.body }) };
  }
}

function authorizationOf({ headers }: HttpRequest): string {
  const { authorization } = headers;
  return typeof authorization === 'string' ? authorization : '';
}

const isLoopback = (peer: string): boolean => peer === '::1' || /^(::ffff:)?127\./.test(peer);

/** A turn that takes longer goes on; when the channel repeats the activity, its answer will be there. */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new AppError('unavailable', 'This takes longer than usual. Please send it again.'));
    }, ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
