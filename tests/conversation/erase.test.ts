import { type Place, stores } from '../store/stores';
import { createLogger } from '../../src/observability/logger';
import { createTimers } from '../../src/timers/timers';
import { openWorld, type World } from './world';

const timersOf = (world: World) => createTimers({ ...world, logger: createLogger('silent') });

describe.each(stores)('erasing, kept in $name', ({ place }) => {
  let where: Place;
  let world: World;

  beforeEach(async () => {
    where = place();
    world = await openWorld(where.url);
    await world.person('ana', 'teams');
    await world.says('ana', 'I live at 5 Elm Street');
    await world.says('ana', 'handover urgent');
    const photo = { id: 'photo', name: 'back.png', contentType: 'image/png', bytes: 3 };
    await world.conversations.keepUpload('ana', photo, Buffer.from([1, 2, 3]));
    await world.idle();
  });

  afterEach(async () => {
    await world.close();
    where.remove();
  });

  test('takes all that was said, the files, the case and the state at once', async () => {
    const { lastSeq } = (await world.conversations.find('ana')) ?? { lastSeq: 0 };
    await world.says('ana', 'forget');
    expect(await world.bodies('ana')).toEqual([
      { type: 'said', text: 'forget' },
      { type: 'message', message: { text: 'All is deleted.' } },
    ]);
    expect(await world.conversations.upload('ana', 'photo')).toBeNull();
    expect(await world.cases.list('Dr Lee')).toEqual({ waiting: [], own: [] });
    expect(await world.conversations.find('ana')).toMatchObject({
      erased: true,
      lastSeq: lastSeq + 2,
    });
    world.clock.pass(60);
    expect(await world.store.timers.due(world.clock.now(), 10)).toEqual([]);
  });

  test('leaves the farewell for ten minutes and nothing but a tombstone after', async () => {
    await world.says('ana', 'forget', 'activity-9');
    const timers = timersOf(world);
    world.clock.pass(599);
    await timers.poll();
    expect(await world.outbox.take('ana', 10)).toHaveLength(1);
    expect((await world.says('ana', 'forget', 'activity-9')).repeated).toBe(true);

    world.clock.pass(1);
    await timers.poll();
    expect(await world.bodies('ana')).toEqual([]);
    expect(await world.outbox.take('ana', 10)).toEqual([]);
    const left = await world.conversations.find('ana');
    expect(left).toMatchObject({ id: 'ana', userId: '', erased: true });
    expect(left).not.toHaveProperty('userName');
    expect(left).not.toHaveProperty('reference');
  });

  test('a person who comes back begins anew, and the log counts on', async () => {
    await world.says('ana', 'forget');
    world.clock.pass(600);
    await timersOf(world).poll();
    const { lastSeq } = (await world.conversations.find('ana')) ?? { lastSeq: 0 };

    await world.person('ana', 'teams');
    const turn = await world.says('ana', 'hello again');
    expect(turn.received).toMatchObject({
      seq: lastSeq + 1,
      author: { id: 'user-of-ana', name: 'Name of ana' },
    });
    expect(turn.answers[0]?.body).toEqual({
      type: 'message',
      message: { text: '1: hello again' },
    });
    expect(await world.conversations.find('ana')).toMatchObject({ erased: false });
  });

  test('words said soon after erasing survive the deletion of the farewell', async () => {
    await world.says('ana', 'forget');
    await world.says('ana', 'one more thing');
    world.clock.pass(600);
    await timersOf(world).poll();
    expect(await world.bodies('ana')).toEqual([
      { type: 'said', text: 'one more thing' },
      { type: 'message', message: { text: '1: one more thing' } },
    ]);
    expect(await world.conversations.find('ana')).toMatchObject({ userId: 'user-of-ana' });
  });
});
