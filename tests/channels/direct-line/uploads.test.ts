import { startService, type Answer, type Service } from './service';

let service: Service;
let id: string;
let bearer: string;

beforeEach(async () => {
  service = await startService();
  ({ conversationId: id, token: bearer } = await service.start());
});
afterEach(() => service.close());

const pixels = Buffer.alloc(64, 7);
const picture = (start: string): Buffer => Buffer.concat([Buffer.from(start, 'latin1'), pixels]);
const png = picture('\x89PNG\r\n\x1a\n');
const jpeg = picture('\xff\xd8\xff\xe0');

const upload = (body: Buffer | FormData | string, headers: Record<string, string> = {}) =>
  service.call('POST', `/v3/directline/conversations/${id}/upload?userId=x`, {
    bearer,
    body,
    headers,
  });
const raw = (body: Buffer, type = 'image/png', name = 'a.png'): Promise<Answer> =>
  upload(body, {
    'content-type': type,
    'content-disposition': `name="file"; filename="${name}"`,
  });

async function said(): Promise<Record<string, unknown>[]> {
  const { json } = await service.call('GET', `/v3/directline/conversations/${id}/activities`);
  return json.activities.slice(1);
}

function form(activity: object, ...files: [Buffer, string][]): FormData {
  const parts = new FormData();
  const type = 'application/vnd.microsoft.activity';
  parts.append('activity', new Blob([JSON.stringify(activity)], { type }));
  for (const [content, name] of files)
    parts.append('file', new Blob([new Uint8Array(content)]), name);
  return parts;
}

describe('an upload', () => {
  it.each([
    ['PNG', png, 'image/png'],
    ['JPEG', jpeg, 'image/jpeg'],
    ['GIF', picture('GIF89a'), 'image/gif'],
    ['WebP', picture('RIFF\x10\0\0\0WEBP'), 'image/webp'],
  ])('of a %s is taken for what its own bytes say', async (_name, content, type) => {
    const { status, json } = await raw(content, 'application/octet-stream', 'C:\\photos\\back.bin');
    const [echo, answer] = await said();
    expect([status, json.id]).toEqual([200, echo?.['id']]);
    expect(echo).toMatchObject({
      from: { role: 'user' },
      attachments: [{ contentType: type, name: 'back.bin' }],
    });
    expect(answer).toMatchObject({ text: 'Kept back.bin.' });
  });

  it('of several files with an activity is one message', async () => {
    const activity = {
      type: 'message',
      text: 'two pictures',
      channelData: { clientActivityID: 'u' },
    };
    const { status } = await upload(form(activity, [png, 'one.png'], [jpeg, 'two.jpg']));
    const [echo, answer, ...more] = await said();
    expect([status, more]).toEqual([200, []]);
    expect(echo).toMatchObject({
      text: 'two pictures',
      channelData: { clientActivityID: 'u' },
      attachments: [
        { contentType: 'image/png', name: 'one.png' },
        { contentType: 'image/jpeg', name: 'two.jpg' },
      ],
    });
    expect(answer).toMatchObject({ text: 'You said: two pictures' });
  });

  it('may come as the samples of the protocol write it, without a disposition', async () => {
    const body = [
      '--line',
      'Content-Type: image/png',
      'Content-Disposition: form-data; name="file"; filename="one.png"',
      '',
      png.toString('latin1'),
      '--line',
      'Content-Type: application/vnd.microsoft.activity',
      '',
      '{"type":"message","from":{"id":"x"},"text":"look"}',
      '--line--',
      '',
    ].join('\r\n');
    const type = 'multipart/form-data; boundary=line';
    expect((await upload(Buffer.from(body, 'latin1'), { 'content-type': type })).status).toBe(200);
    expect((await said())[0]).toMatchObject({ text: 'look', attachments: [{ name: 'one.png' }] });
  });

  it('that is sent again is the same message', async () => {
    const activity = { type: 'message', channelData: { clientActivityID: 'u' } };
    const first = await upload(form(activity, [png, 'one.png']));
    const second = await upload(form(activity, [png, 'one.png']));
    expect(second.text).toBe(first.text);
    expect(await said()).toHaveLength(2);
  });

  it.each([
    [
      'a text that calls itself a picture',
      () => raw(Buffer.from('<svg onload=alert(1)>')),
      415,
      'Only PNG, JPEG, GIF and WebP pictures are taken.',
    ],
    ['an empty file', () => raw(Buffer.alloc(0)), 400, 'The file is empty.'],
    [
      'over 4 MB',
      () => raw(Buffer.concat([png, Buffer.alloc(4 * 1024 * 1024)])),
      413,
      'A picture may have at most 4 MB.',
    ],
    [
      'a form without a file',
      () => upload(form({ type: 'message' })),
      400,
      'The upload has no file.',
    ],
    [
      'an activity that is no message',
      () => upload(form({ type: 'typing' }, [png, 'a.png'])),
      400,
      'Files can be sent with an activity of type message only.',
    ],
    [
      'a form without a boundary',
      () => upload('x', { 'content-type': 'multipart/form-data' }),
      400,
      'The multipart body is malformed: it names no boundary.',
    ],
    [
      'a form that breaks off',
      () => upload('--b\r\n\r\nx', { 'content-type': 'multipart/form-data; boundary=b' }),
      400,
      'The multipart body is malformed: it breaks off.',
    ],
  ])('is refused for %s', async (_name, send, status, message) => {
    const answer = await send();
    expect([answer.status, JSON.parse(answer.text).error.message]).toEqual([status, message]);
    expect(await said()).toEqual([]);
  });
});

const address = async (): Promise<string> => {
  await raw(png);
  const [echo] = await said();
  return /"contentUrl":"([^"]+)"/.exec(JSON.stringify(echo))?.[1] ?? '';
};

describe('the address of a picture', () => {
  it('gives the bytes, as nothing but a picture', async () => {
    const reply = await fetch(await address());
    expect(Buffer.from(await reply.arrayBuffer())).toEqual(png);
    expect(reply.headers.get('content-type')).toBe('image/png');
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
    expect(reply.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
  });

  it('works for this picture alone, and not for ever', async () => {
    const good = await address();
    expect((await fetch(good.replace(/s=./, 's=A'))).status).toBe(403);
    expect((await fetch(good.replace(/attachments\/.../, 'attachments/abc'))).status).toBe(403);
    service.clock.pass(2 * 24 * 3600);
    expect((await fetch(good)).status).toBe(403);
  });

  it('is dead once everything was erased', async () => {
    const good = await address();
    await service.world.says(id, 'forget me');
    expect((await fetch(good)).status).toBe(404);
  });
});
