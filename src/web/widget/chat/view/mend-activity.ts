import { isObject } from '../../shared/json';
import { type Activity, authorOf } from '../connection/activity';
import { linkPhoneNumbers } from './phone-links';

/** What an activity needs before Web Chat shows it. */
export function mendActivity(activity: Activity): Activity {
  const { text, textFormat, attachments } = activity;
  if (activity.type !== 'message') return activity;
  if (authorOf(activity).role !== 'bot') {
    return Array.isArray(attachments)
      ? { ...activity, attachments: attachments.map(withPreview) }
      : activity;
  }
  return typeof text === 'string' && textFormat === 'markdown'
    ? { ...activity, text: linkPhoneNumbers(text) }
    : activity;
}

/** Web Chat shows a picture that the person sent only where it finds a preview, and else a file name. */
function withPreview(attachment: unknown): unknown {
  if (!isObject(attachment)) return attachment;
  const { contentType, contentUrl } = attachment;
  return typeof contentType === 'string' && contentType.startsWith('image/')
    ? { ...attachment, thumbnailUrl: contentUrl }
    : attachment;
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
