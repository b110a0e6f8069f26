import type { Cases } from '../ports/cases';
import type { Conversations } from '../ports/conversations';
import { AppError } from '../ports/errors';
import type { Route } from '../ports/http';
import { visibleCase } from './case-access';
import type { Sessions } from './sessions';

/** Raster images cannot carry a script; everything else is only ever saved. */
const shownInline = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** RFC 6266, with a plain fallback for the name. */
const disposition = (name: string, inline: boolean): string => {
  const plain = name.replace(/[^\w. -]/g, '_').slice(0, 100) || 'file';
  const encoded = encodeURIComponent(name.replace(/\p{Surrogate}/gu, '_')).replace(/['()*]/g, '_');
  return `${inline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded}`;
};

/** A file that the person sent, for those who may look at the case. */
export function uploadRoute(options: {
  readonly cases: Cases;
  readonly conversations: Conversations;
  readonly sessions: Sessions;
}): Route {
  return {
    method: 'GET',
    path: '/desk/api/cases/:id/uploads/:uploadId',
    handle: async (request) => {
      const { name } = await options.sessions.require(request);
      const { id = '', uploadId = '' } = request.params;
      const found = await visibleCase(options.cases, id, name);
      const upload = await options.conversations.upload(found.conversationId, uploadId);
      if (!upload) throw new AppError('not-found', 'There is no such file.');
      const inline = shownInline.has(upload.attachment.contentType);
      return {
        status: 200,
        headers: {
          'content-type': inline ? upload.attachment.contentType : 'application/octet-stream',
          'content-disposition': disposition(upload.attachment.name, inline),
          'content-security-policy': "default-src 'none'; sandbox",
          'x-content-type-options': 'nosniff',
          'cache-control': 'private, no-store',
        },
        content: upload.content,
      };
    },
  };
}
