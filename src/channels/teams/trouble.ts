import type { TurnContext } from 'botbuilder';
import type { Clock } from '../../ports/clock';
import type { Logger } from '../../ports/logger';
import { parseActivity } from './activity';
import type { SayAside, Usual } from './bot';
import { located } from './incoming';
import { noticesIn } from './notices';

/**
 * What happens when a turn fails: its transaction was undone, so the state is as it was before. The
 * person hears that, with a number that the log has too.
 */
export function reportTrouble(parts: {
  readonly usual: Usual;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly sayAside: SayAside;
}): (context: TurnContext, error: Error) => Promise<void> {
  const { usual, clock, logger, sayAside } = parts;
  return async (context, error) => {
    const reference = clock.newId().slice(0, 8);
    const { channelId, type } = context.activity;
    logger.error({ reference, channelId, type, err: error }, 'a turn failed');
    const { activity } = parseActivity(context.activity);
    if (type !== 'message' || !located(activity)) return;
    const number = usual.emergencyNumber(usual.region);
    const notices = noticesIn(activity.locale ?? usual.locale);
    sayAside(activity, context, notices.trouble(reference, number));
  };
}
