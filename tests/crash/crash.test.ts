import { EventEmitter, once } from 'node:events';
import type { Turn } from '../../src/ports/conversations';
import type { LogEntry } from '../../src/ports/log';
import { manualClock } from '../conversation/manual-clock';
import { openWorld, type World } from '../conversation/world';
import { stores } from '../store/stores';
import { buildNode, RefusedTurn, startNode } from './killable-node';

const kills = 50;
const people = ['ana', 'ben', 'cas', 'dev', 'eli', 'fay', 'gus', 'hal'];
const channelOf = (person: string) => (person < 'd' ? 'teams' : 'directline');

/** Words, timers, cases and the queue: every table is written to while the process dies. */
const orders = ['my back hurts', 'remind', 'handover urgent', 'raise emergency', 'leave', 'hello'];

/** What a person sent, and what came back the first time that anything came back. */
interface Told {
  readonly person: string;
  readonly id: string;
  readonly text: string;
  readonly turn: Turn;
}

beforeAll(buildNode);

test.each(stores)(
  `a process killed ${kills} times under load loses nothing and doubles nothing, kept in $name`,
  async ({ place }) => {
    const where = place();
    const before = await openWorld(where.url);
    for (const person of people) await before.person(person, channelOf(person));
    await before.close();

    const { told, differing } = await liveThroughKills(where.url);
    const world = await openWorld(where.url, { clock: manualClock('2100-01-01T00:00:00.000Z') });
    await checkLogs(world, told);
    await checkOutbox(world);
    expect(differing).toEqual([]);
    await world.close();
    where.remove();
  },
  120_000,
);

/** People talk all the time; each repeats what was not answered until it is. */
async function liveThroughKills(
  url: string,
): Promise<{ readonly told: readonly Told[]; readonly differing: readonly string[] }> {
  const told: Told[] = [];
  const differing: string[] = [];
  let node = await startNode(url);
  const load = { over: false, answersUntilKill: Infinity };
  const enough = new EventEmitter();

  const answered = (): void => {
    load.answersUntilKill -= 1;
    if (load.answersUntilKill === 0) enough.emit('reached');
  };

  async function talk(person: string): Promise<void> {
    for (let count = 0; !load.over; count += 1) {
      const id = `${person}-${count}`;
      const text = orders[count % orders.length] ?? 'hello';
      const turn = await untilAnswered(() => node.turn(person, id, text));
      told.push({ person, id, text, turn });
      // Channels deliver again what they already delivered, also to the next process.
      if (count % 5 === 0) {
        const again = await untilAnswered(() => node.turn(person, id, text));
        if (JSON.stringify(again.answers) !== JSON.stringify(turn.answers)) differing.push(id);
      }
      answered();
    }
  }

  const talking = people.map((person) =>
    talk(person).catch((error: unknown) => {
      load.over = true;
      enough.emit('error', error);
    }),
  );
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      load.answersUntilKill = 1 + Math.floor(Math.random() * 40);
      await once(enough, 'reached');
      await moment();
      await node.kill();
      node = await startNode(url);
    }
    load.over = true;
    await Promise.all(talking);
  } finally {
    load.over = true;
    await node.kill();
  }
  return { told, differing };
}

/** A random moment within the next turns of the process, so that it dies at any step of one. */
async function moment(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, Math.random() * 8);
  });
}

/** A dead process is asked again, the next one will answer; a process that refuses is a fault. */
async function untilAnswered(send: () => Promise<Turn>): Promise<Turn> {
  for (;;) {
    try {
      return await send();
    } catch (error) {
      if (error instanceof RefusedTurn) throw error;
      await new Promise((resolve) => {
        setTimeout(resolve, 5);
      });
    }
  }
}

async function checkLogs(world: World, told: readonly Told[]): Promise<void> {
  for (const person of people) {
    const log = await world.conversations.log(person, 0, 1_000_000);
    expect(log.map((entry) => entry.seq)).toEqual(log.map((_, index) => index + 1));
    const known = await world.conversations.find(person);
    expect(known?.lastSeq).toBe(log.length);

    const byInput = groupByInput(log);
    for (const entries of byInput.values()) expect(isOneBlock(entries)).toBe(true);

    const mine = told.filter((one) => one.person === person);
    for (const { id, text, turn } of mine) {
      const entries = byInput.get(id) ?? [];
      expect(entries).toEqual(
        turn.received === null ? turn.answers : [turn.received, ...turn.answers],
      );
      expect(entries[0]?.body).toEqual({ type: 'said', text });
    }
    // Everything said was answered in the end, so that nothing else may have been accepted.
    const said = log.filter((entry) => entry.body.type === 'said').map((entry) => entry.inputId);
    expect(said).toEqual(mine.map((one) => one.id));
    // The dialogue numbers its turns in its envelope: it went along with the log.
    const numbered = log.flatMap(({ body }) =>
      body.type === 'message' ? [Number.parseInt(body.message.text, 10)] : [],
    );
    expect(numbered.filter((n) => !Number.isNaN(n))).toEqual(
      numbered.filter((n) => !Number.isNaN(n)).toSorted((a, b) => a - b),
    );
  }
}

async function checkOutbox(world: World): Promise<void> {
  for (const person of people) {
    const log = await world.conversations.log(person, 0, 1_000_000);
    const pushed =
      channelOf(person) === 'teams' ? log.filter(({ body }) => body.type !== 'said') : [];
    const items = await world.outbox.take(person, 1_000_000);
    expect(items.map((item) => item.seq)).toEqual(pushed.map((entry) => entry.seq));
  }
}

const isOneBlock = (entries: readonly LogEntry[]): boolean =>
  entries.every((entry, index) => entry.seq === (entries[0]?.seq ?? 0) + index);

function groupByInput(log: readonly LogEntry[]): ReadonlyMap<string, readonly LogEntry[]> {
  const groups = new Map<string, LogEntry[]>();
  for (const entry of log) {
    const group = groups.get(entry.inputId) ?? [];
    group.push(entry);
    groups.set(entry.inputId, group);
  }
  return groups;
}
