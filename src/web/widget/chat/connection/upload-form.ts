import { isObject } from '../../shared/json';
import type { Activity } from './activity';
import { fitPicture } from './fit-picture';

/** The files of an activity with the activity, as Direct Line takes them; null when it has none. */
export async function uploadForm(activity: Activity): Promise<FormData | null> {
  const { attachments, ...rest } = activity;
  const files = Array.isArray(attachments) ? attachments.filter(isFile) : [];
  if (files.length === 0) return null;
  const form = new FormData();
  form.append(
    'activity',
    new Blob([JSON.stringify(rest)], { type: 'application/vnd.microsoft.activity' }),
  );
  for (const { contentUrl, name } of files) {
    const file = await (await fetch(contentUrl)).blob();
    form.append('file', await fitPicture(file), name ?? 'picture');
  }
  return form;
}

function isFile(
  value: unknown,
): value is { readonly contentUrl: string; readonly name: string | undefined } {
  if (!isObject(value)) return false;
  const { contentUrl, name } = value;
  return (
    typeof contentUrl === 'string' &&
    contentUrl.startsWith('blob:') &&
    (name === undefined || typeof name === 'string')
  );
}
