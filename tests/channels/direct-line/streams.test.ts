import { connect } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { entryId } from '../../../src/ports/log';
import { startService, type Service } from './service';

let service: Service;
const open: WebSocket[] = [];

beforeEach(async () => {
  service = await startService();
});
afterEach(async () => {
  for (const socket of open.splice(0)) socket.terminate();
  await service.close();
});

interface Socket {
  readonly frames: string[];
  readonly closed: Promise<number>;
  until(text: string): Promise<void>;
  /** Resolves with the next frame. */
  next(): Promise<void>;
  send(text: string): void;
}

async function connectTo(streamUrl: string): Promise<Socket> {
  const socket = new WebSocket(streamUrl);
  open.push(socket);
  const frames: string[] = [];
  let look: (() => void) | null = null;
  socket.on('message', (data: Buffer) => {
    frames.push(data.toString());
    look?.();
  });
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  return {
    frames,
    closed,
    until: (text) =>
      new Promise((resolve) => {
        look = () => {
          if (frames.some((frame) => frame.includes(text))) resolve();
        };
        look();
      }),
    next: () =>
      new Promise((resolve) => {
        look = resolve;
      }),
    send: (text) => socket.send(text),
  };
}

/** The status that an upgrade is refused with. */
function refusal(url: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url);
    socket.once('unexpected-response', (_request, response) => {
      resolve(response.statusCode);
      socket.terminate();
    });
    socket.once('open', () => resolve(101));
    socket.once('error', () => undefined);
  });
}

describe('a stream', () => {
  it('first sends what was said before it was opened, with a watermark', async () => {
    const { conversationId, streamUrl } = await service.start();
    await service.world.says(conversationId, 'early');
    const socket = await connectTo(streamUrl);
    await socket.until('You said: early');
    const sets = socket.frames.map((frame) => JSON.parse(frame));
    expect(sets).toMatchObject([
      {
        watermark: '3',
        activities: [{ text: 'Hello.' }, { text: 'early' }, { text: 'You said: early' }],
      },
    ]);
  });

  it('ignores what the client sends up, empty or not', async () => {
    const { conversationId, streamUrl } = await service.start();
    const socket = await connectTo(streamUrl);
    socket.send('');
    socket.send('{"type":"message","text":"up"}');
    await service.world.says(conversationId, 'later');
    await socket.until('You said: later');
    expect(socket.frames.join()).not.toContain('"up"');
  });

  it('is replaced when the same client comes back, and shared by another client', async () => {
    const { conversationId, token: bearer, streamUrl } = await service.start();
    const old = await connectTo(streamUrl);
    const path = `/v3/directline/conversations/${conversationId}?watermark=1`;
    const back = await service.call('GET', path, { bearer });
    const fresh = await connectTo(back.json.streamUrl);
    expect(await old.closed).toBe(1000);

    const { json: tab } = await service.call('POST', '/widget/token', { bearer: null });
    const started = await service.call('POST', '/v3/directline/conversations', {
      bearer: tab.token,
    });
    const first = await connectTo(started.json.streamUrl);
    const again = await service.call('POST', '/widget/token', {
      bearer: null,
      json: { resume: tab.resume },
    });
    const other = await service.call('POST', '/v3/directline/conversations', {
      bearer: again.json.token,
    });
    const second = await connectTo(other.json.streamUrl);
    await service.world.says(tab.conversationId, 'to both');
    await Promise.all([first.until('You said: to both'), second.until('You said: to both')]);
    expect(fresh.frames.join()).not.toContain('to both');
  });

  it('ends after the last words when everything was erased', async () => {
    const { conversationId, streamUrl } = await service.start();
    const socket = await connectTo(streamUrl);
    await service.world.says(conversationId, 'forget me');
    expect(await socket.closed).toBe(1000);
    expect(socket.frames.join()).toContain('All is deleted.');
  });

  it('is refused without its token, with a wrong or old one, and for another conversation', async () => {
    const { streamUrl, token } = await service.start();
    const { conversationId: other } = await service.start();
    const bare = streamUrl.split('?')[0] ?? '';
    expect(await refusal(bare)).toBe(401);
    expect(await refusal(`${bare}?t=nonsense`)).toBe(403);
    expect(await refusal(`${bare}?t=${token}`)).toBe(403);
    expect(await refusal(streamUrl.replace(/conversations\/[^/]+/, `conversations/${other}`))).toBe(
      403,
    );
    expect(await refusal(streamUrl.replace(/conversations\/[^/]+/, 'conversations/unknown'))).toBe(
      404,
    );
    expect(await refusal(streamUrl.replace('/stream', '/elsewhere'))).toBe(404);
    service.clock.pass(61);
    expect(await refusal(streamUrl)).toBe(403);
  });

  it('survives a client that breaks the protocol', async () => {
    const { streamUrl } = await service.start();
    const { hostname, port, pathname, search } = new URL(streamUrl);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(
          `GET ${pathname}${search} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n` +
            'Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n' +
            'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
        );
      });
      socket.once('data', () => socket.write(Buffer.from('\xff\xff\xff\xff', 'latin1')));
      socket.once('close', () => resolve());
      socket.resume();
    });
    expect((await service.call('POST', '/v3/directline/conversations')).status).toBe(201);
  });
});

describe('a stream on a bad day', () => {
  let hurried: Service;
  beforeEach(async () => {
    hurried = await startService({ timing: { pollMs: 50, keepAliveMs: 50 } });
  });
  afterEach(() => hurried.close());

  it('gets what another process wrote, of which no signal tells', async () => {
    const { conversationId, streamUrl } = await hurried.start();
    const socket = await connectTo(streamUrl);
    await socket.until('Hello.');
    const { store, clock } = hurried.world;
    const said = { type: 'message', message: { text: 'from elsewhere' } } as const;
    await store.transaction(async (unit) => {
      const turn = await unit.conversations.beginTurn(conversationId, 'elsewhere');
      const key = turn?.key ?? 0;
      const at = clock.now();
      const author = { role: 'bot' } as const;
      const id = entryId(conversationId, 2);
      await unit.log.append(key, [{ seq: 2, id, at, author, inputId: 'elsewhere', body: said }]);
      const record = { inputId: 'elsewhere', at, firstSeq: 2, lastSeq: 2, envelope: null };
      await unit.conversations.endTurn(key, record);
    });
    await socket.until('from elsewhere');
    expect(socket.frames.filter((frame) => frame.includes('from elsewhere'))).toHaveLength(1);
  });

  it('is kept alive by empty frames while the client answers', async () => {
    const socket = await connectTo((await hurried.start()).streamUrl);
    while (socket.frames.filter((frame) => frame === '').length < 3) await socket.next();
    expect(socket.frames.filter((frame) => frame !== '')).toHaveLength(1);
  });

  it('is ended when the client does not answer any more', async () => {
    const { streamUrl } = await hurried.start();
    const deaf = new WebSocket(streamUrl, { autoPong: false });
    open.push(deaf);
    expect(await new Promise((resolve) => deaf.once('close', resolve))).toBe(1006);
    const none = 'lumbar_sockets{kind="directline"} 0';
    while (!(await hurried.world.metrics.render()).includes(none)) await setImmediate();
  });
});
