import { type Place, stores } from '../store/stores';
import { openWorld, type World } from './world';

describe.each(stores)('the outbox, kept in $name', ({ place }) => {
  let where: Place;
  let world: World;

  beforeEach(async () => {
    where = place();
    world = await openWorld(where.url);
    await world.person('ana', 'teams');
  });

  afterEach(async () => {
    await world.close();
    where.remove();
  });

  const seqs = async (): Promise<readonly number[]> =>
    (await world.outbox.take('ana', 10)).map((item) => item.seq);

  test('holds what was answered, and neither what the person said nor what only the desk sees', async () => {
    const { answers } = await world.says('ana', 'hello');
    await world.says('ana', 'alert');
    expect(await world.outbox.take('ana', 10)).toEqual([
      { conversationId: 'ana', seq: 2, attempts: 0, entry: answers[0] },
    ]);
  });

  test('is empty for Direct Line, whose clients fetch', async () => {
    await world.person('ben', 'directline');
    await world.says('ben', 'hello');
    expect(await world.outbox.conversationsDue(10)).toEqual([]);
  });

  test('what was delivered is not given out again, and its id at the channel is kept', async () => {
    await world.says('ana', 'one');
    await world.says('ana', 'two');
    expect(await seqs()).toEqual([2, 4]);
    await world.outbox.delivered('ana', 2, 'teams-17');
    expect(await seqs()).toEqual([4]);
    expect(await world.outbox.sentId('ana', 2)).toBe('teams-17');
    expect(await world.outbox.sentId('ana', 4)).toBeNull();
  });

  test('what failed holds up what comes behind it until it is due again', async () => {
    await world.says('ana', 'one');
    await world.says('ana', 'two');
    await world.outbox.failed('ana', 2, '2026-11-22T09:00:30.000Z');
    expect(await seqs()).toEqual([]);
    world.clock.pass(30);
    const items = await world.outbox.take('ana', 10);
    expect(items.map(({ seq, attempts }) => [seq, attempts])).toEqual([
      [2, 1],
      [4, 0],
    ]);
  });

  test('what is given up lets the rest go on', async () => {
    await world.says('ana', 'one');
    await world.says('ana', 'two');
    await world.outbox.giveUp('ana', 2);
    expect(await seqs()).toEqual([4]);
  });

  test('names the conversations that have something due, the longest waiting first', async () => {
    await world.person('ben', 'azure');
    await world.says('ben', 'one');
    world.clock.pass(1);
    await world.says('ana', 'one');
    expect(await world.outbox.conversationsDue(10)).toEqual(['ben', 'ana']);
    expect(await world.outbox.conversationsDue(1)).toEqual(['ben']);
    await world.outbox.failed('ben', 2, '2026-11-22T10:00:00.000Z');
    expect(await world.outbox.conversationsDue(10)).toEqual(['ana']);
  });

  test('a conversation whose first item waits for its retry is not due for the others', async () => {
    await world.says('ana', 'one');
    await world.outbox.failed('ana', 2, '2026-11-22T10:00:00.000Z');
    await world.says('ana', 'two');
    expect(await world.outbox.conversationsDue(10)).toEqual([]);
  });
});
