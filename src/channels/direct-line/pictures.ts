import { createHash } from 'node:crypto';
import { AppError } from '../../ports/errors';
import type { Attachment } from '../../ports/log';
import { imageType } from '../image-type';
import type { SentAttachment } from './incoming-activity';

export const mostPictureBytes = 4 * 1024 * 1024;

/** A file as it arrived, before anything is believed about it. */
export interface SentFile {
  readonly name: string | null;
  readonly content: Buffer;
}

export interface Picture {
  readonly attachment: Attachment;
  readonly content: Buffer;
}

/**
 * Checks what was sent and names it. The id follows from the message, so that a message that is sent
 * again does not leave a second copy.
 */
export function toPicture(file: SentFile, messageKey: string, index: number): Picture {
  const { content } = file;
  if (content.length === 0) throw new AppError('bad-request', 'The file is empty.');
  if (content.length > mostPictureBytes) {
    throw new AppError('too-large', 'A picture may have at most 4 MB.');
  }
  const contentType = imageType(content);
  if (contentType === null) {
    throw new AppError('unsupported-type', 'Only PNG, JPEG, GIF and WebP pictures are taken.');
  }
  const id = createHash('sha256')
    .update(`${messageKey}\n${index}`)
    .digest('base64url')
    .slice(0, 22);
  const name = tidyName(file.name) ?? `picture.${contentType.slice('image/'.length)}`;
  return { attachment: { id, name, contentType, bytes: content.length }, content };
}

/** Files that came inside the activity itself. Links to elsewhere are not followed. */
export function inlineFiles(attachments: readonly SentAttachment[]): readonly SentFile[] {
  return attachments.flatMap(({ contentUrl, name }) => {
    const data = /^data:[^,]*;base64,([A-Za-z0-9+/=_-]+)$/.exec(contentUrl ?? '')?.[1];
    return data === undefined ? [] : [{ name: name ?? null, content: Buffer.from(data, 'base64') }];
  });
}

/** The last part of a path, without what could confuse a reader or a header. */
function tidyName(name: string | null): string | null {
  const tidy = (name ?? '')
    .split(/[\\/]/)
    .at(-1)
    ?.replace(/[\p{Cc}\p{Cf}"<>]/gu, '')
    .trim()
    .slice(0, 120);
  return tidy ? tidy : null;
}
