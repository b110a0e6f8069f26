import { type Place, stores } from '../store/stores';
import { openWorld, type World } from './world';

describe.each(stores)('a turn, kept in $name', ({ place }) => {
  let where: Place;
  let world: World;

  beforeEach(async () => {
    where = place();
    world = await openWorld(where.url);
    await world.person('ana');
  });

  afterEach(async () => {
    await world.close();
    where.remove();
  });

  test('logs what the person said and what the bot answered, in order', async () => {
    const turn = await world.says('ana', 'my back locked up', 'activity-1');

    const at = '2026-11-22T09:00:00.000Z';
    const received = {
      seq: 1,
      id: 'ana|0000001',
      at,
      author: { role: 'person', id: 'user-of-ana', name: 'Name of ana' },
      inputId: 'activity-1',
      body: { type: 'said', text: 'my back locked up' },
    };
    const answer = {
      seq: 2,
      id: 'ana|0000002',
      at,
      author: { role: 'bot' },
      inputId: 'activity-1',
      body: { type: 'message', message: { text: '1: my back locked up' } },
    };
    expect(turn).toEqual({ repeated: false, received, answers: [answer] });
    expect(await world.conversations.log('ana', 0, 10)).toEqual([received, answer]);
    expect(await world.conversations.find('ana')).toEqual({
      id: 'ana',
      channel: 'directline',
      userId: 'user-of-ana',
      userName: 'Name of ana',
      locale: 'en',
      region: 'US',
      createdAt: at,
      lastSeq: 2,
      erased: false,
    });
  });

  test('a redelivered activity finds the first answer and changes nothing', async () => {
    const first = await world.says('ana', 'hello', 'activity-1');
    await world.says('ana', 'and then', 'activity-2');
    const again = await world.says('ana', 'hello', 'activity-1');

    expect(again).toEqual({ ...first, repeated: true });
    expect(await world.bodies('ana')).toEqual([
      { type: 'said', text: 'hello' },
      { type: 'message', message: { text: '1: hello' } },
      { type: 'said', text: 'and then' },
      { type: 'message', message: { text: '2: and then' } },
    ]);
  });

  test('the same input id in another conversation is another input', async () => {
    await world.person('ben');
    await world.says('ana', 'hello', 'activity-1');
    const turn = await world.says('ben', 'hello', 'activity-1');
    expect(turn.repeated).toBe(false);
    expect(turn.answers.map((entry) => entry.id)).toEqual(['ben|0000002']);
  });

  test('an input that nobody said and that has no effect leaves no entry, once', async () => {
    const first = await world.says('ana', 'nothing', 'activity-1');
    expect(first.answers).toEqual([]);
    const joined = { id: 'j1', input: { type: 'joined' } } as const;
    const welcome = await world.conversations.takeTurn('ana', joined);
    const again = await world.conversations.takeTurn('ana', joined);
    expect(welcome.received).toBeNull();
    expect(again).toEqual({ ...welcome, repeated: true });
  });

  test('a button keeps its title, its answer and what the channel wants echoed', async () => {
    const turn = await world.conversations.takeTurn('ana', {
      id: 'press-1',
      input: { type: 'chose', question: 'legs', answer: ['leg-weakness'] },
      shown: { text: 'Weak leg', channelData: { clientActivityID: 'c1' } },
    });
    expect(turn.received?.body).toEqual({
      type: 'said',
      text: 'Weak leg',
      value: { question: 'legs', answer: ['leg-weakness'] },
      channelData: { clientActivityID: 'c1' },
    });
    expect((await world.conversations.log('ana', 0, 1))[0]).toEqual(turn.received);
  });

  test('fifty inputs at once are taken one after the other, with a log without gaps', async () => {
    const turns = await Promise.all(
      Array.from({ length: 50 }, (_, index) => world.says('ana', `m${index}`, `activity-${index}`)),
    );
    expect(turns.map((turn) => turn.received?.seq)).toEqual(
      Array.from({ length: 50 }, (_, index) => 2 * index + 1),
    );
    const entries = await world.conversations.log('ana', 0, 1000);
    expect(entries.map((entry) => entry.seq)).toEqual(
      Array.from({ length: 100 }, (_, index) => index + 1),
    );
    // The dialogue counts its turns in its envelope: none was lost to another.
    expect(entries.filter((entry) => entry.author.role === 'bot').map(({ body }) => body)).toEqual(
      Array.from({ length: 50 }, (_, index) => ({
        type: 'message',
        message: { text: `${index + 1}: m${index}` },
      })),
    );
  });

  test('the same input fifty times at once is one turn', async () => {
    const turns = await Promise.all(
      Array.from({ length: 50 }, () => world.says('ana', 'hello', 'activity-1')),
    );
    expect(turns.filter((turn) => !turn.repeated)).toHaveLength(1);
    expect(new Set(turns.map((turn) => JSON.stringify(turn.answers))).size).toBe(1);
    expect(await world.bodies('ana')).toHaveLength(2);
  });

  test('a fault in the dialogue leaves no trace, and the input may come again', async () => {
    await world.says('ana', 'hello', 'activity-1');
    await expect(world.says('ana', 'break', 'activity-2')).rejects.toThrow('the dialogue broke');
    expect(await world.bodies('ana')).toHaveLength(2);

    const retried = await world.says('ana', 'mended', 'activity-2');
    expect(retried.repeated).toBe(false);
    expect(retried.answers[0]?.body).toEqual({
      type: 'message',
      message: { text: '2: mended' },
    });
  });

  test('a fault in one conversation does not hold up the turns behind it', async () => {
    const broken = world.says('ana', 'break');
    const next = world.says('ana', 'hello');
    await expect(broken).rejects.toThrow('the dialogue broke');
    expect((await next).answers).toHaveLength(1);
  });

  test('a conversation that is not there is told apart', async () => {
    await expect(world.says('nobody', 'hello')).rejects.toMatchObject({
      code: 'conversation-not-found',
    });
  });

  test('listeners hear of a commit, and of nothing that failed or was repeated', async () => {
    await world.says('ana', 'hello', 'activity-1');
    await world.says('ana', 'hello', 'activity-1');
    await world.says('ana', 'break').catch(() => undefined);
    expect(world.heard).toEqual([{ type: 'appended', conversationId: 'ana', lastSeq: 2 }]);
  });

  test('what was committed is there after a restart', async () => {
    const first = await world.says('ana', 'hello', 'activity-1');
    await world.close();
    world = await openWorld(where.url);
    expect(await world.says('ana', 'hello', 'activity-1')).toEqual({ ...first, repeated: true });
    const next = await world.says('ana', 'still there?', 'activity-2');
    expect(next.answers[0]?.body).toEqual({
      type: 'message',
      message: { text: '2: still there?' },
    });
  });

  test('turns, outcomes and failures are counted', async () => {
    await world.says('ana', 'hello', 'activity-1');
    await world.says('ana', 'hello', 'activity-1');
    await world.says('ana', 'conclude urgent');
    await world.says('ana', 'break').catch(() => undefined);
    const text = await world.metrics.render();
    expect(text).toContain('lumbar_turns_total{input="said",repeated="false"} 2');
    expect(text).toContain('lumbar_turns_total{input="said",repeated="true"} 1');
    expect(text).toContain('lumbar_triage_outcomes_total{tier="urgent"} 1');
    expect(text).toMatch(/^lumbar_turn_failures_total(\{\})? 1$/m);
    expect(text).toContain('lumbar_turn_duration_seconds_count');
  });
});
