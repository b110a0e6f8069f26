import { isObject } from '../../shared/json';
import { type Activity, authorOf } from '../connection/activity';
import { linkPhoneNumbers } from './phone-links';

/** What an activity needs before Web Chat shows it. */
export function mendActivity(activity: Activity): Activity {
  const { text, textFormat } = activity;
  const isOurs = activity.type === 'message' && authorOf(activity).role === 'bot';
  if (!isOurs || typeof text !== 'string' || textFormat !== 'markdown') return activity;
  return { ...activity, text: linkPhoneNumbers(text) };
}

/** Messages that have to stand out. */
export function toneOf({ channelData }: Activity): string | null {
  const tone = isObject(channelData) ? channelData['tone'] : undefined;
  return typeof tone === 'string' ? tone : null;
}

/** The name of the clinician who wrote it, if one did. */
export function clinicianOf(activity: Activity): string | null {
  const { id, name, role } = authorOf(activity);
  return role === 'bot' && id === 'clinician' && name !== '' ? name : null;
}

/** The ids of the questions that an activity asks. */
export function questionsOf({ entities }: Activity): readonly string[] {
  if (!Array.isArray(entities)) return [];
  return entities.flatMap((entity: unknown) =>
    isObject(entity) && entity['type'] === 'question' && typeof entity['id'] === 'string'
      ? [entity['id']]
      : [],
  );
}
