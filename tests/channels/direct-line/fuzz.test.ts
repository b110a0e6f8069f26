import * as fc from 'fast-check';
import { startService, type Service } from './service';

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const odd = fc.oneof(
  fc.json(),
  fc.string(),
  fc
    .record(
      {
        type: fc.oneof(fc.constantFrom('message', 'event', 'typing'), fc.anything()),
        id: fc.anything(),
        from: fc.anything(),
        name: fc.anything(),
        text: fc.oneof(fc.string({ unit: 'binary' }), fc.anything()),
        value: fc.oneof(
          fc.record({ question: fc.anything(), answer: fc.anything() }),
          fc.anything(),
        ),
        attachments: fc.oneof(fc.array(fc.record({ contentUrl: fc.string() })), fc.anything()),
        channelData: fc.oneof(fc.record({ clientActivityID: fc.anything() }), fc.anything()),
        user: fc.anything(),
        locale: fc.anything(),
        trustedOrigins: fc.anything(),
        resume: fc.anything(),
      },
      { requiredKeys: [] },
    )
    .map((value) => JSON.stringify(value, plain)),
);

function plain(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' || typeof value === 'symbol' ? String(value) : value;
}

describe('bad input', () => {
  it('of any shape is never a fault of ours', async () => {
    const { conversationId } = await service.start();
    const id = encodeURIComponent(conversationId);
    const paths = [
      '/v3/directline/tokens/generate',
      '/v3/directline/tokens/refresh',
      '/v3/directline/conversations',
      `/v3/directline/conversations/${id}/activities`,
      `/v3/directline/conversations/${id}/upload`,
      '/widget/token',
    ];
    const types = [
      'application/json',
      'multipart/form-data; boundary=b',
      'image/png',
      'text/plain',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths),
        fc.constantFrom(...types),
        odd,
        async (path, type, body) => {
          const { status } = await service.call('POST', path, {
            body,
            headers: { 'content-type': type },
          });
          expect([200, 201, 400, 403, 404, 413, 415]).toContain(status);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('in an address is never a fault of ours', async () => {
    const part = fc.string({ unit: 'binary' }).map(encodeURIComponent);
    await fc.assert(
      fc.asyncProperty(part, part, async (id, query) => {
        for (const path of [
          `/v3/directline/conversations/${id}`,
          `/v3/directline/conversations/${id}/activities?watermark=${query}`,
          `/v3/directline/conversations/${id}/attachments/${query}?until=${query}&s=${query}`,
        ]) {
          const { status } = await service.call('GET', path);
          expect([400, 403, 404, 405]).toContain(status);
        }
      }),
      { numRuns: 100 },
    );
  });
});
