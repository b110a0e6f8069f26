import type { Conversations } from '../../ports/conversations';
import { AppError } from '../../ports/errors';
import type { HttpRequest, Route } from '../../ports/http';
import { noSuchConversation, type Access } from './access';
import type { Addresses } from './addresses';
import { readActivity, type Received } from './incoming-activity';
import { dispositionOf, parseMultipart } from './multipart';
import type { PersonTurns } from './person-turns';
import { mostPictureBytes, type SentFile } from './pictures';

const activityType = 'application/vnd.microsoft.activity';
const mostBytes = 3 * mostPictureBytes + 256 * 1024;

/** Pictures: sending them, and the person's own client showing them again. */
export function uploadRoutes(parts: {
  readonly access: Access;
  readonly addresses: Addresses;
  readonly personTurns: PersonTurns;
  readonly conversations: Conversations;
}): readonly Route[] {
  const { access, addresses, personTurns, conversations } = parts;

  return [
    {
      method: 'POST',
      path: '/v3/directline/conversations/:id/upload',
      body: 'raw',
      perMinute: 60,
      limit: mostBytes,
      handle: async (request) => {
        const { conversation } = await access.conversation(request);
        if (conversation.erased) throw noSuchConversation();
        const { message, files } = readUpload(request);
        const id = await personTurns.take(conversation, message, files);
        return { status: 200, json: { id } };
      },
    },
    {
      method: 'GET',
      path: '/v3/directline/conversations/:id/attachments/:attachment',
      handle: async (request) => {
        const id = request.params['id'] ?? '';
        const attachmentId = request.params['attachment'] ?? '';
        if (!addresses.mayFetch(id, attachmentId, request.query)) {
          throw new AppError('forbidden', 'The address of the picture is not valid any more.');
        }
        const upload = await conversations.upload(id, attachmentId);
        if (!upload) throw new AppError('not-found', 'There is no such picture.');
        return {
          status: 200,
          headers: {
            'content-type': upload.attachment.contentType,
            'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(upload.attachment.name)}`,
            'content-security-policy': "sandbox; default-src 'none'",
            'cross-origin-resource-policy': 'cross-origin',
            'cache-control': 'private, max-age=86400',
          },
          content: upload.content,
        };
      },
    },
  ];
}

interface Upload {
  readonly message: Extract<Received, { kind: 'turn' }>;
  readonly files: readonly SentFile[];
}

function readUpload(request: HttpRequest): Upload {
  const contentType = String(request.headers['content-type'] ?? '');
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  if (!/^multipart\/form-data\b/i.test(contentType)) {
    const { fileName } = dispositionOf(String(request.headers['content-disposition'] ?? ''));
    return { message: messageOf(null), files: [{ name: fileName, content: body }] };
  }
  const sent = parseMultipart(contentType, body);
  const isActivity = (part: (typeof sent)[number]): boolean =>
    part.contentType === activityType || (part.fileName === null && part.name === 'activity');
  const files = sent
    .filter((part) => !isActivity(part))
    .map(({ fileName, content }) => ({ name: fileName, content }));
  if (files.length === 0) throw new AppError('bad-request', 'The upload has no file.');
  return { message: messageOf(sent.find(isActivity)?.content ?? null), files };
}

/** The files take the place of the attachments that the activity lists. */
function messageOf(json: Buffer | null): Upload['message'] {
  const activity = json === null ? { type: 'message' } : parse(json);
  const marker = { contentType: 'application/octet-stream' };
  const received = readActivity({ ...activity, attachments: [marker] });
  if (received.kind !== 'turn') {
    throw new AppError('bad-request', 'Files can be sent with an activity of type message only.');
  }
  return { ...received, attachments: [] };
}

function parse(json: Buffer): object {
  try {
    const activity: unknown = JSON.parse(json.toString('utf8'));
    if (typeof activity === 'object' && activity !== null) return activity;
  } catch {
    // Told below, without the engine's message, which would repeat what was sent.
  }
  throw new AppError('bad-request', 'The activity part of the upload is not a JSON object.');
}
