import { existsSync, readFileSync } from 'node:fs';
import { Kysely, sql } from 'kysely';
import { manualClock } from '../conversation/manual-clock';
import { newConversation, openWorld } from '../conversation/world';
import { openStore, type OpenedStore } from '../../src/store/open-store';
import { sqliteDialect } from '../../src/store/sqlite';
import { type Place, stores } from './stores';

describe.each(stores)('the store in $name', ({ place }) => {
  let where: Place;
  let store: OpenedStore;
  const clock = manualClock();

  beforeEach(async () => {
    where = place();
    store = await openStore(where.url, clock);
  });

  afterEach(async () => {
    await store.close();
    where.remove();
  });

  const open = (id: string) =>
    store.conversations.open(newConversation(id, 'teams'), '2026-11-22T09:00:00.000Z');

  test('can be opened again and again, by several at once', async () => {
    await open('ana');
    const others = [await openStore(where.url, clock), await openStore(where.url, clock)];
    for (const other of others) {
      expect(await other.conversations.find('ana')).toMatchObject({ id: 'ana' });
      await other.close();
    }
  });

  test('opening a conversation that is there changes nothing', async () => {
    const first = await open('ana');
    const again = await store.conversations.open(
      { ...newConversation('ana', 'teams'), userName: 'Somebody Else' },
      '2026-11-23T09:00:00.000Z',
    );
    expect(again).toEqual(first);
  });

  test('a transaction that fails leaves nothing', async () => {
    const failing = store.transaction(async (unit) => {
      await unit.conversations.open(newConversation('ana', 'teams'), clock.now());
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await store.conversations.find('ana')).toBeNull();
  });

  test('a reference can be replaced, and only where there is a conversation', async () => {
    await open('ana');
    expect(await store.conversations.setReference('ana', { serviceUrl: 'b' })).toBe(true);
    expect(await store.conversations.find('ana')).toMatchObject({
      reference: { serviceUrl: 'b' },
    });
    expect(await store.conversations.setReference('ben', {})).toBe(false);
  });

  test('a file comes back as it was sent, to its own conversation only', async () => {
    await open('ana');
    await open('ben');
    const key = (await store.conversations.key('ana')) ?? 0;
    const attachment = { id: 'f1', name: 'back.png', contentType: 'image/png', bytes: 4 };
    const content = Buffer.from([0, 255, 10, 13]);
    await store.uploads.put(key, attachment, content, clock.now());
    await store.uploads.put(key, attachment, Buffer.from([1]), clock.now());
    const found = await store.uploads.find('ana', 'f1');
    expect(found).toEqual({ attachment, content });
    expect(Buffer.isBuffer(found?.content)).toBe(true);
    expect(await store.uploads.find('ben', 'f1')).toBeNull();
  });

  test('a page of the log is bounded at both ends', async () => {
    await open('ana');
    const key = (await store.conversations.key('ana')) ?? 0;
    const entries = Array.from({ length: 5 }, (_, index) => ({
      seq: index + 1,
      id: `ana|000000${index + 1}`,
      at: '2026-11-22T09:00:00.000Z',
      author: { role: 'bot' } as const,
      inputId: 'i1',
      body: { type: 'message', message: { text: `m${index + 1}` } } as const,
    }));
    await store.log.append(key, entries);
    expect(await store.log.range('ana', 0, 100)).toEqual(entries);
    expect(await store.log.range('ana', 1, 2)).toEqual(entries.slice(1, 3));
    expect(await store.log.range('ana', 3, 100, 4)).toEqual(entries.slice(3, 4));
    expect(await store.log.range('ana', 5, 100)).toEqual([]);
    expect(await store.log.range('ben', 0, 100)).toEqual([]);
  });

  test('two entries cannot have one place in the log', async () => {
    await open('ana');
    const key = (await store.conversations.key('ana')) ?? 0;
    const entry = {
      seq: 1,
      id: 'ana|0000001',
      at: clock.now(),
      author: { role: 'bot' } as const,
      inputId: 'i1',
      body: { type: 'relay', text: 'x' } as const,
    };
    await store.log.append(key, [entry]);
    await expect(store.log.append(key, [entry])).rejects.toThrow(/unique|duplicate/i);
  });

  test('a field that a newer version wrote is kept', async () => {
    await open('ana');
    const key = (await store.conversations.key('ana')) ?? 0;
    const message = { text: 'hello', mood: { calm: true } };
    await store.log.append(key, [
      {
        seq: 1,
        id: 'ana|0000001',
        at: clock.now(),
        author: { role: 'bot' },
        inputId: 'i1',
        body: { type: 'message', message },
      },
    ]);
    const [entry] = await store.log.range('ana', 0, 1);
    expect(entry?.body).toEqual({ type: 'message', message });
  });

  test('an account can be added once, sign in, and be disabled', async () => {
    const { clinicians } = store;
    await clinicians.add('dr.lee', 'hash-1');
    await expect(clinicians.add('dr.lee', 'hash-2')).rejects.toMatchObject({ code: 'conflict' });
    expect(await clinicians.passwordHash('dr.lee')).toBe('hash-1');
    expect(await clinicians.passwordHash('dr.roy')).toBeNull();

    await clinicians.openSession('t1', 'dr.lee', '2026-11-22T17:00:00.000Z');
    expect(await clinicians.session('t1', '2026-11-22T16:59:59.999Z')).toEqual({ name: 'dr.lee' });
    expect(await clinicians.session('t1', '2026-11-22T17:00:00.000Z')).toBeNull();

    expect(await clinicians.disable('dr.lee')).toBe(true);
    expect(await clinicians.disable('dr.roy')).toBe(false);
    expect(await clinicians.passwordHash('dr.lee')).toBeNull();
    expect(await clinicians.session('t1', '2026-11-22T10:00:00.000Z')).toBeNull();
    expect(await clinicians.list()).toEqual([
      { name: 'dr.lee', disabled: true, createdAt: '2026-11-22T09:00:00.000Z' },
    ]);
  });

  test('a session ends when it is closed', async () => {
    await store.clinicians.add('dr.lee', 'hash-1');
    await store.clinicians.openSession('t1', 'dr.lee', '2026-11-22T17:00:00.000Z');
    await store.clinicians.closeSession('t1');
    expect(await store.clinicians.session('t1', clock.now())).toBeNull();
  });

  test('answers a ping while it is open', async () => {
    await expect(store.ping()).resolves.toBeUndefined();
  });
});

const onDisk = (file: string, words: string): boolean =>
  [file, `${file}-wal`].some((one) => existsSync(one) && readFileSync(one).includes(words));

describe('SQLite', () => {
  const sqlite = stores.find((one) => one.name === 'SQLite');

  test('waits for the disk at each commit, and for other processes that write', async () => {
    const where = sqlite?.place();
    const path = where?.url.slice('sqlite:'.length) ?? '';
    const db = new Kysely({ dialect: sqliteDialect(path).kysely });
    const setting = async (name: string) =>
      Object.values((await sql.raw(`pragma ${name}`).execute(db)).rows[0] ?? {});
    expect(await setting('journal_mode')).toEqual(['wal']);
    expect(await setting('synchronous')).toEqual([2]);
    expect(await setting('foreign_keys')).toEqual([1]);
    expect(await setting('busy_timeout')).toEqual([5000]);
    await db.destroy();
    where?.remove();
  });

  test('overwrites in the file what a person had erased', async () => {
    const where = sqlite?.place();
    const world = await openWorld(where?.url ?? '');
    const file = where?.url.slice('sqlite:'.length) ?? '';
    await world.person('ana');
    await world.says('ana', 'I live at 5 Elm Street');
    await world.person('ben');
    await world.says('ben', 'I stay');
    expect(onDisk(file, 'Elm Street')).toBe(true);
    await world.says('ana', 'forget');
    world.clock.pass(600);
    await world.store.purgeErased(world.clock.now(), 10);
    expect(onDisk(file, 'Elm Street')).toBe(false);
    expect(onDisk(file, 'I stay')).toBe(true);
    await world.close();
    where?.remove();
  });
});

test('a store of an unknown kind is refused', async () => {
  await expect(openStore('mysql://somewhere', manualClock())).rejects.toThrow('sqlite:');
});
