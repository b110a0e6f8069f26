import { DirectLine, type Activity } from 'botframework-directlinejs';
import { installBrowserGlobals } from './browser-globals';
import { secret, startService, type Service } from './service';

installBrowserGlobals();

let service: Service;
const open: DirectLine[] = [];

beforeEach(async () => {
  service = await startService();
});
afterEach(async () => {
  for (const line of open.splice(0)) line.end();
  await service.close();
});

type Seen = Activity & { readonly text?: string };

function connect(options: ConstructorParameters<typeof DirectLine>[0]): {
  readonly line: DirectLine;
  readonly seen: Seen[];
  until(text: string): Promise<void>;
} {
  const line = new DirectLine({ domain: service.domain, random: () => 0, ...options });
  open.push(line);
  const seen: Seen[] = [];
  const waiting: { text: string; resolve: () => void }[] = [];
  const subscription = line.activity$.subscribe({
    next: (activity) => {
      seen.push(activity);
      for (const { text, resolve } of waiting) if (textOf(activity) === text) resolve();
    },
    error: () => undefined,
  });
  line.connectionStatus$.subscribe((status) => {
    if (status === 5) subscription.unsubscribe();
  });
  return {
    line,
    seen,
    until: (text) =>
      new Promise((resolve) => {
        if (seen.some((activity) => textOf(activity) === text)) resolve();
        else waiting.push({ text, resolve });
      }),
  };
}

const textOf = (activity: Seen): string | undefined => activity.text;
const texts = (seen: readonly Seen[]): unknown[] => seen.map(textOf);

function post(line: DirectLine, text: string, clientActivityID: string): Promise<string> {
  const activity = {
    type: 'message' as const,
    text,
    from: { id: 'me' },
    channelData: { clientActivityID },
  };
  return line.postActivity(activity).take(1).toPromise();
}

describe.each([
  ['over a WebSocket', true],
  ['by polling', false],
])('the real client %s', (_name, webSocket) => {
  const options = { secret, webSocket, pollingInterval: 200 };

  it('is greeted, finds its own words echoed before the answer, and everything once', async () => {
    const { line, seen, until } = connect(options);
    await until('Hello.');
    const id = await post(line, 'my back hurts', 'c1');
    await until('You said: my back hurts');
    expect(texts(seen)).toEqual(['Hello.', 'my back hurts', 'You said: my back hurts']);
    const [, echo, answer] = seen;
    expect(echo).toMatchObject({
      id,
      from: { role: 'user' },
      channelData: { clientActivityID: 'c1' },
      timestamp: expect.stringMatching(/Z$/),
      conversation: { id: id.split('|')[0] },
      channelId: 'directline',
    });
    expect(answer).toMatchObject({ from: { role: 'bot', name: 'Lumbar' }, replyToId: id });
  });

  it('gets the same id for a message that it sends twice, and one answer', async () => {
    const { line, seen, until } = connect(options);
    await until('Hello.');
    const first = await post(line, 'again', 'same');
    const second = await post(line, 'again', 'same');
    await post(line, 'done', 'other');
    await until('You said: done');
    expect(second).toBe(first);
    expect(texts(seen)).toEqual(['Hello.', 'again', 'You said: again', 'done', 'You said: done']);
  });
});
