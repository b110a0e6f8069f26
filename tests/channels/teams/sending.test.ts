import { createTeamsChannel } from '../../../src/channels/teams/teams';
import { openPack } from '../../../src/knowledge/open-pack';
import { createLogger } from '../../../src/observability/logger';
import type { Call } from './connector';
import { type Service, startService, unregistered } from './service';

let service: Service;

beforeEach(async () => {
  service = await startService();
});

afterEach(async () => {
  await service.close();
});

const accepted = (count: number) => (calls: readonly Call[]) =>
  calls.filter(isAccepted).length === count;

const isAccepted = ({ method, status, activity }: Call) =>
  method === 'POST' && status === 200 && activity.type === 'message';

const texts = () => service.connector.messages().map(({ text }) => text);

const cardIn = (calls: readonly Call[]) =>
  calls.find(({ activity, method }) => method === 'POST' && activity.attachments)?.id;

const updates = () => service.connector.calls.filter(({ method }) => method === 'PUT');

const updated = (calls: readonly Call[]) => calls.some(({ method }) => method === 'PUT');

/** The path of a call, and what it sent, in a line. */
const inShort = ({ method, path, status, activity }: Call) =>
  `${method} ${path} ${activity.type} ${activity.text ?? ''} ${status}`;

test('answers follow by the connector, in order, after a sign of typing', async () => {
  await service.post({ id: 'a1', text: 'three things' });
  await service.connector.until(accepted(3));
  const to = '/v3/conversations/a%3Aprivate-chat/activities';
  expect(service.connector.calls.map(inShort)).toEqual([
    `POST ${to} typing  200`,
    `POST ${to}/a1 message one 200`,
    `POST ${to}/a1 message two 200`,
    `POST ${to}/a1 message three 200`,
  ]);
  expect(service.connector.messages()[0]).toMatchObject({
    from: { id: '28:bot', name: 'Lumbar' },
    recipient: { id: '29:person', name: 'Ana' },
    conversation: { id: 'a:private-chat' },
    replyToId: 'a1',
  });
});

test('a failing channel gets the same words again, and nothing overtakes them', async () => {
  service.connector.fail({ status: 500 }, { status: 502 });
  await service.post({ text: 'three things' });
  await service.postponed(1);
  service.clock.pass(2);
  await service.postponed(2);
  service.clock.pass(4);
  await service.connector.until(accepted(3));
  expect(texts()).toEqual(['one', 'two', 'three']);
});

test('a channel that asks for a pause is left in peace until it is over', async () => {
  service.connector.fail({ status: 429, retryAfter: '30' });
  await service.post({ text: 'hello' });
  await service.postponed(1);
  service.clock.pass(29);
  expect(await service.world.outbox.conversationsDue(10)).toEqual([]);
  service.clock.pass(1);
  await service.connector.until(accepted(1));
  expect(texts()).toEqual(['You said: hello']);
});

test('words that a channel will never take are given up, and the next ones go on', async () => {
  service.connector.fail({ status: 403 });
  await service.post({ text: 'three things' });
  await service.connector.until(accepted(2));
  expect(texts()).toEqual(['two', 'three']);
});

test('a channel that fails for good is not asked for ever', async () => {
  service.connector.fail(...Array.from({ length: 12 }, () => ({ status: 500 })));
  await service.post({ text: 'hello' });
  for (let times = 1; times <= 11; times += 1) {
    await service.postponed(times);
    service.clock.pass(60);
    // As when something else is said in the conversation: nobody has to wait for the next round.
    for (const signal of service.world.heard.slice(0, 1)) service.world.signals.publish(signal);
  }
  await service.connector.until(
    (calls) => calls.filter(({ status }) => status === 500).length === 12,
  );
  await service.post({ text: 'again' });
  await service.connector.until(accepted(1));
  expect(texts()).toEqual(['You said: again']);
});

test('a message that is delivered twice by the channel is answered once', async () => {
  const activity = { id: 'twice', text: 'hello' };
  await Promise.all([service.post(activity), service.post(activity)]);
  await service.post({ text: 'next' });
  await service.connector.until(accepted(2));
  expect(texts()).toEqual(['You said: hello', 'You said: next']);
});

test('what was answered in the reply is not pushed as well', async () => {
  await service.ask({ text: 'hello' });
  await service.post({ text: 'next' });
  await service.connector.until(accepted(1));
  expect(texts()).toEqual(['You said: next']);
});

test('what one process left behind is sent by the next', async () => {
  await service.channel.close();
  await service.post({ text: 'three things' });
  expect(texts()).toEqual([]);
  const next = createTeamsChannel({
    ...service.world,
    config: unregistered,
    logger: createLogger('silent'),
    pack: openPack(),
    region: 'US',
    locale: 'en',
  });
  next.start();
  await service.connector.until(accepted(3));
  await next.close();
  expect(texts()).toEqual(['one', 'two', 'three']);
});

test('a person who moves to another service address is written to there', async () => {
  await service.post({ text: 'hello' });
  await service.connector.until(accepted(1));
  const elsewhere = await startService();
  await service.post({ text: 'moved', serviceUrl: elsewhere.connector.url });
  await elsewhere.connector.until(accepted(1));
  expect(elsewhere.connector.messages().map(({ text }) => text)).toEqual(['You said: moved']);
  await elsewhere.close();
});

test('a clinician’s words bear the clinician’s name', async () => {
  await service.post({ text: 'help me' });
  const [waiting] = (await service.world.cases.list('Dr Vega')).waiting;
  await service.world.cases.claim(waiting?.id ?? '', 'Dr Vega');
  await service.world.cases.reply(waiting?.id ?? '', 'Dr Vega', 'r1', 'Can you *walk*?');
  await service.connector.until(accepted(1));
  expect(service.connector.messages()).toMatchObject([
    { text: '**Dr Vega:** Can you \\*walk\\*?', from: { id: '28:bot', name: 'Dr Vega' } },
  ]);
  expect(service.connector.messages()[0]).not.toHaveProperty('replyToId');
});

test('Teams gets no events; a web chat of Azure gets the outcome and the handoff', async () => {
  const teams = await service.ask({ text: 'conclude' });
  const web = { channelId: 'webchat', conversation: { id: 'w1' } };
  const webchat = await service.ask({ ...web, text: 'conclude' });
  const handoff = await service.ask({ ...web, text: 'help me' });
  const names = [teams, webchat, handoff].map((activities) =>
    activities.map(({ type, name }) => name ?? type),
  );
  expect(names).toEqual([['message'], ['message', 'triage.outcome'], ['handoff.initiate']]);
  expect(webchat[1]?.value).toEqual({
    tier: 'urgent',
    flags: [],
    intake: {},
    pack: 'small@1.0.0',
  });
});

describe('a used card', () => {
  test('shows what was chosen and can not be pressed any more', async () => {
    await service.post({ text: 'screen me' });
    await service.connector.until((calls) => cardIn(calls) !== undefined);
    const answer = 'fever,weight-loss';
    await service.post({ value: { question: 'general', kind: 'multi-choice', answer } });
    await service.connector.until(updated);
    const [update] = updates();
    expect(update?.id).toBe(cardIn(service.connector.calls));
    expect(update?.activity).toMatchObject({
      attachments: [
        {
          content: {
            body: [{ type: 'TextBlock', text: '✓ You chose: **Fever or chills, Losing weight**' }],
          },
        },
      ],
    });
    expect(JSON.stringify(update?.activity)).not.toContain('Action.Submit');
  });

  test('is closed when the person answered in words and the next question came', async () => {
    await service.post({ text: 'screen me' });
    await service.connector.until((calls) => cardIn(calls) !== undefined);
    await service.post({ text: 'yes or no' });
    await service.connector.until(updated);
    expect(updates()[0]?.activity.attachments).toMatchObject([
      { content: { body: [{ type: 'TextBlock', text: 'You replied in your own words.' }] } },
    ]);
  });

  test('keeps showing what was chosen when later questions are answered in words', async () => {
    await service.post({ text: 'yes or no' });
    await service.connector.until((calls) => cardIn(calls) !== undefined);
    await service.post({ value: { question: 'recurrent', answer: true } });
    await service.post({ text: 'since when' });
    await service.post({ text: 'yes or no' });
    await service.connector.until(accepted(6));
    await service.channel.close();
    expect(updates().map(({ activity }) => JSON.stringify(activity.attachments))).toEqual([
      expect.stringContaining('You chose: **Yes**'),
    ]);
  });

  test('stays open when the person asks something in between', async () => {
    await service.post({ text: 'screen me' });
    await service.post({ text: 'what is it' });
    await service.connector.until(accepted(3));
    await service.channel.close();
    expect(updates()).toEqual([]);
  });
});
