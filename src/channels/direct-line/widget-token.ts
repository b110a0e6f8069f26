import type { Clock } from '../../ports/clock';
import type { Conversations } from '../../ports/conversations';
import { AppError } from '../../ports/errors';
import type { CorsPolicy, Route } from '../../ports/http';
import { knownLocale, knownRegion, parseBody, widgetBody } from './requests';
import { conversationTokenSeconds, type Tokens } from './tokens';

/**
 * Gives the widget its token without a secret in the page. Only pages that may embed it get one. With
 * `resume` the person goes on where the conversation was left, as long as it exists.
 */
export function widgetTokenRoute(parts: {
  readonly tokens: Tokens;
  readonly conversations: Conversations;
  readonly clock: Clock;
  readonly pages: CorsPolicy;
  /** Where people are, unless their page says otherwise. */
  readonly region: string;
}): Route {
  const { tokens, conversations, clock, pages } = parts;
  return {
    method: 'POST',
    path: '/widget/token',
    cors: pages,
    perMinute: 600,
    handle: async (request) => {
      const { origin, host } = request.headers;
      if (origin !== undefined && !pages.allows(String(origin), String(host))) {
        throw new AppError('forbidden', 'Pages of this origin may not embed the widget.');
      }
      const body = parseBody(widgetBody, request.body);
      const known = body?.resume ? await tokens.readResume(body.resume) : null;
      const conversation = known ? await conversations.find(known.conv) : null;
      const resumed = conversation !== null && !conversation.erased;
      const conv = resumed ? conversation.id : clock.newId();
      const user = resumed ? conversation.userId : `dl_${clock.newId()}`;
      const locale = knownLocale(body?.locale);
      const region = knownRegion(body?.region);
      const token = await tokens.conversation({
        conv,
        user,
        client: clock.newId(),
        ...(locale ? { locale } : {}),
        ...(region ? { region } : {}),
      });
      return {
        status: 200,
        json: {
          token,
          conversationId: conv,
          userId: user,
          expires_in: conversationTokenSeconds,
          resume: await tokens.resume(conv),
          resumed,
          // The widget shows the emergency number of this region.
          region: resumed ? conversation.region : (region ?? parts.region),
        },
      };
    },
  };
}
