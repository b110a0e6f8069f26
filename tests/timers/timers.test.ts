import { openWorld, type World } from '../conversation/world';
import { createLogger } from '../../src/observability/logger';
import { createTimers, type Timers } from '../../src/timers/timers';
import { type Place, stores } from '../store/stores';

describe.each(stores)('timers, kept in $name', ({ place }) => {
  let where: Place;
  let world: World;
  let timers: Timers;

  const open = async (clock?: World['clock']): Promise<void> => {
    world = await openWorld(where.url, clock ? { clock } : {});
    timers = createTimers({ ...world, logger: createLogger('silent') });
  };

  beforeEach(async () => {
    where = place();
    await open();
    await world.person('ana');
  });

  afterEach(async () => {
    await timers.stop();
    await world.close();
    where.remove();
  });

  const fired = async (): Promise<number> =>
    (await world.bodies('ana')).filter(
      (body) => body.type === 'message' && body.message.text === 'the timer silence fired',
    ).length;

  test('a timer fires when it is due and not before, once', async () => {
    await world.says('ana', 'remind');
    world.clock.pass(59);
    await timers.poll();
    expect(await fired()).toBe(0);
    world.clock.pass(1);
    await timers.poll();
    await timers.poll();
    expect(await fired()).toBe(1);
  });

  test('setting a timer again moves it', async () => {
    await world.says('ana', 'remind');
    world.clock.pass(30);
    await world.says('ana', 'remind');
    world.clock.pass(30);
    await timers.poll();
    expect(await fired()).toBe(0);
    world.clock.pass(30);
    await timers.poll();
    expect(await fired()).toBe(1);
  });

  test('a timer that was taken back does not fire', async () => {
    await world.says('ana', 'remind');
    await world.says('ana', 'nevermind');
    world.clock.pass(60);
    await timers.poll();
    expect(await fired()).toBe(0);
  });

  test('a timer taken back while it was on its way does not fire', async () => {
    await world.says('ana', 'remind');
    world.clock.pass(60);
    const [due] = await world.store.timers.due(world.clock.now(), 1);
    await world.says('ana', 'nevermind');
    const turn = await world.conversations.takeTurn('ana', {
      id: due?.id ?? '',
      input: { type: 'timer', name: 'silence' },
    });
    expect(turn).toEqual({ repeated: true, received: null, answers: [] });
  });

  test('a timer outlives the process', async () => {
    await world.says('ana', 'remind');
    const { clock } = world;
    await world.close();
    clock.pass(3600);
    await open(clock);
    await timers.poll();
    expect(await fired()).toBe(1);
  });

  test('two workers that find the same timer fire it once', async () => {
    await world.says('ana', 'remind');
    world.clock.pass(60);
    const other = createTimers({ ...world, logger: createLogger('silent') });
    await Promise.all([timers.poll(), other.poll(), timers.poll()]);
    expect(await fired()).toBe(1);
  });

  test('a started worker fires by itself and stops when told', async () => {
    const quick = createTimers({ ...world, logger: createLogger('silent'), everyMilliseconds: 1 });
    await world.says('ana', 'remind');
    world.clock.pass(60);
    const answered = new Promise<void>((resolve) => {
      world.signals.subscribe(() => resolve());
    });
    quick.start();
    await answered;
    await quick.stop();
    expect(await fired()).toBe(1);
  });
});

describe.each(stores)('a timer whose turn fails, kept in $name', ({ place }) => {
  test('is tried again later, five times, and then given up', async () => {
    const where = place();
    const tries: string[] = [];
    const world = await openWorld(where.url, {
      dialog: {
        turn(_envelope, input, { now }) {
          if (input.type === 'timer') {
            tries.push(now);
            throw new Error('the dialogue broke');
          }
          return {
            envelope: { version: 1, state: 's', context: null },
            effects: [{ type: 'schedule', timer: 'silence', afterSeconds: 60 }],
          };
        },
      },
    });
    const timers = createTimers({ ...world, logger: createLogger('silent') });
    await world.person('ana');
    await world.says('ana', 'hello');
    for (let minutes = 0; minutes < 20; minutes += 1) {
      world.clock.pass(60);
      await timers.poll();
    }
    expect(tries.map((at) => at.slice(11, 16))).toEqual([
      '09:01',
      '09:02',
      '09:03',
      '09:05',
      '09:08',
    ]);
    await world.close();
    where.remove();
  });
});
