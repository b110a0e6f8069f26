import { type Place, stores } from '../store/stores';
import { openWorld, type World } from './world';

describe.each(stores)('the queue and the cases, kept in $name', ({ place }) => {
  let where: Place;
  let world: World;

  beforeEach(async () => {
    where = place();
    world = await openWorld(where.url);
  });

  afterEach(async () => {
    await world.close();
    where.remove();
  });

  /** Somebody new asks for a clinician; a minute later than whoever came before. */
  async function waits(id: string, tier: string): Promise<string> {
    await world.person(id);
    const turn = await world.says(id, `handover ${tier}`);
    await world.idle();
    world.clock.pass(60);
    const body = turn.answers[0]?.body;
    if (body?.type !== 'handoffInitiated') throw new Error('no case was opened');
    return body.caseId;
  }

  async function placesTold(id: string): Promise<readonly (readonly [number, number])[]> {
    const bodies = await world.bodies(id);
    return bodies.flatMap((body) =>
      body.type === 'queued' ? [[body.position, body.estimatedMinutes] as const] : [],
    );
  }

  test('a case holds what the clinician needs', async () => {
    const caseId = await waits('ana', 'urgent');
    expect(await world.cases.find(caseId)).toMatchObject({
      id: caseId,
      conversationId: 'ana',
      tier: 'urgent',
      reason: 'asked',
      outcome: { tier: 'urgent', flags: [], intake: {}, pack: 'back-spasms@1.0.0' },
      status: 'waiting',
      openedAt: '2026-11-22T09:00:00.000Z',
      claimedBy: null,
      claimedAt: null,
      closedAt: null,
      personName: 'Name of ana',
      channel: 'directline',
      position: 1,
    });
    expect(await world.cases.find('no-such-case')).toBeNull();
  });

  test('graver comes first, then whoever has waited longer', async () => {
    await waits('soon-1', 'soon');
    await waits('none-1', 'self-care');
    await waits('urgent-1', 'urgent');
    await waits('emergency-1', 'emergency');
    await waits('urgent-2', 'urgent');
    const { waiting, own } = await world.cases.list('Dr Lee');
    expect(waiting.map((one) => [one.position, one.conversationId])).toEqual([
      [1, 'emergency-1'],
      [2, 'urgent-1'],
      [3, 'urgent-2'],
      [4, 'soon-1'],
      [5, 'none-1'],
    ]);
    expect(own).toEqual([]);
    for (const one of waiting)
      expect((await world.cases.find(one.id))?.position).toBe(one.position);
  });

  test('everybody is told the place whenever it changes, and only then', async () => {
    await waits('ana', 'soon');
    await waits('ben', 'soon');
    const cas = await waits('cas', 'emergency');
    expect(await placesTold('ana')).toEqual([
      [1, 5],
      [2, 10],
    ]);
    expect(await placesTold('ben')).toEqual([
      [2, 10],
      [3, 15],
    ]);

    await world.cases.claim(cas, 'Dr Lee');
    await world.idle();
    expect(await placesTold('cas')).toEqual([[1, 5]]);
    expect((await placesTold('ana')).at(-1)).toEqual([1, 5]);

    await world.says('ana', 'leave');
    await world.idle();
    expect(await placesTold('ben')).toEqual([
      [2, 10],
      [3, 15],
      [2, 10],
      [1, 5],
    ]);
    expect(await placesTold('ana')).toHaveLength(3);
  });

  test('a graver word moves a person forward, a milder one never back', async () => {
    await waits('ana', 'urgent');
    const ben = await waits('ben', 'soon');
    await world.says('ben', 'raise emergency');
    await world.idle();
    expect((await placesTold('ben')).at(-1)).toEqual([1, 5]);
    expect((await placesTold('ana')).at(-1)).toEqual([2, 10]);

    await world.says('ben', 'raise soon');
    await world.idle();
    expect(await world.cases.find(ben)).toMatchObject({ tier: 'emergency', position: 1 });
  });

  test('asking twice opens one case', async () => {
    const ana = await waits('ana', 'soon');
    const again = await world.says('ana', 'handover urgent');
    expect(again.answers).toEqual([]);
    const { waiting } = await world.cases.list('Dr Lee');
    expect(waiting.map((one) => [one.id, one.tier])).toEqual([[ana, 'urgent']]);
  });

  test('the estimate follows how long the last people took', async () => {
    const ana = await waits('ana', 'soon');
    await world.cases.claim(ana, 'Dr Lee');
    world.clock.pass(12 * 60);
    await world.cases.resolve(ana, 'Dr Lee');
    await waits('ben', 'soon');
    await waits('cas', 'soon');
    expect(await placesTold('ben')).toEqual([[1, 12]]);
    expect(await placesTold('cas')).toEqual([[2, 24]]);
  });

  test('places that a process died before telling are told by the next', async () => {
    await waits('ana', 'soon');
    const id = world.clock.newId();
    await world.person('ben');
    // As if the process had ended between the commit of the turn and the telling.
    await world.store.transaction(async (unit) => {
      const key = await unit.conversations.key('ben');
      if (key === null) throw new Error('no such conversation');
      const outcome = { tier: 'emergency', flags: [], intake: {}, pack: 'p@1.0.0' } as const;
      await unit.cases.insert({
        id,
        key,
        tier: 'emergency',
        reason: 'emergency',
        outcome,
        openedAt: world.clock.now(),
        personName: null,
        channel: 'directline',
      });
    });
    await world.close();
    world = await openWorld(where.url, { clock: world.clock });
    world.refreshQueue();
    await world.idle();
    expect(await placesTold('ben')).toEqual([[1, 5]]);
    expect((await placesTold('ana')).at(-1)).toEqual([2, 10]);
  });

  test('of two clinicians who press at once one gets the person', async () => {
    const ana = await waits('ana', 'soon');
    const results = await Promise.allSettled([
      world.cases.claim(ana, 'Dr Lee'),
      world.cases.claim(ana, 'Dr Roy'),
    ]);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected']);
    expect(results[1]).toMatchObject({ reason: { code: 'case-taken' } });
    expect(await world.cases.find(ana)).toMatchObject({
      status: 'claimed',
      claimedBy: 'Dr Lee',
      position: null,
    });
    const accepted = (await world.bodies('ana')).filter(({ type }) => type === 'handoffStatus');
    expect(accepted).toEqual([{ type: 'handoffStatus', state: 'accepted', message: 'Dr Lee' }]);
  });

  test('pressing claim again is harmless', async () => {
    const ana = await waits('ana', 'soon');
    const first = await world.cases.claim(ana, 'Dr Lee');
    expect(await world.cases.claim(ana, 'Dr Lee')).toEqual(first);
    expect((await world.cases.list('Dr Lee')).own).toEqual([first]);
    expect((await world.cases.list('Dr Roy')).own).toEqual([]);
  });

  test('a reply is the words of the clinician, once for each request', async () => {
    const ana = await waits('ana', 'soon');
    await world.cases.claim(ana, 'Dr Lee');
    await world.cases.reply(ana, 'Dr Lee', 'r1', 'Hello, I am Dr Lee.');
    await world.cases.reply(ana, 'Dr Lee', 'r1', 'Hello, I am Dr Lee.');
    const entries = await world.conversations.log('ana', 0, 100);
    expect(entries.filter(({ body }) => body.type === 'relay')).toEqual([
      expect.objectContaining({
        author: { role: 'clinician', name: 'Dr Lee' },
        body: { type: 'relay', text: 'Hello, I am Dr Lee.' },
      }),
    ]);
  });

  test('only the clinician who has the case may act on it', async () => {
    const ana = await waits('ana', 'soon');
    const notYours = { code: 'case-not-yours' };
    await expect(world.cases.reply(ana, 'Dr Lee', 'r1', 'Hi')).rejects.toMatchObject(notYours);
    await world.cases.claim(ana, 'Dr Lee');
    await expect(world.cases.reply(ana, 'Dr Roy', 'r1', 'Hi')).rejects.toMatchObject(notYours);
    await expect(world.cases.resolve(ana, 'Dr Roy')).rejects.toMatchObject(notYours);
    await expect(world.cases.release(ana, 'Dr Roy')).rejects.toMatchObject(notYours);
    await expect(world.cases.returnToBot(ana, 'Dr Roy')).rejects.toMatchObject(notYours);
    await expect(world.cases.claim('none', 'Dr Roy')).rejects.toMatchObject({
      code: 'case-not-found',
    });
    await world.cases.resolve(ana, 'Dr Lee', 'Advised rest.');
    await expect(world.cases.resolve(ana, 'Dr Lee')).rejects.toMatchObject(notYours);
    expect((await world.bodies('ana')).at(-1)).toEqual({
      type: 'handoffStatus',
      state: 'completed',
      message: 'Advised rest.',
    });
  });

  test('a case that is let go waits again, where it stood', async () => {
    const ana = await waits('ana', 'soon');
    await waits('ben', 'soon');
    await world.cases.claim(ana, 'Dr Lee');
    await world.idle();
    await world.cases.release(ana, 'Dr Lee');
    await world.idle();
    expect(await world.cases.find(ana)).toMatchObject({
      status: 'waiting',
      claimedBy: null,
      claimedAt: null,
      position: 1,
    });
    expect(await placesTold('ana')).toEqual([
      [1, 5],
      [1, 5],
    ]);
    expect((await placesTold('ben')).at(-1)).toEqual([2, 10]);
  });

  test('somebody handed back to the bot may ask for a clinician again', async () => {
    const first = await waits('ana', 'soon');
    await world.cases.claim(first, 'Dr Lee');
    await world.cases.returnToBot(first, 'Dr Lee');
    expect(await world.cases.find(first)).toMatchObject({ status: 'returned' });
    const turn = await world.says('ana', 'handover urgent');
    expect(turn.answers[0]?.body).toMatchObject({ type: 'handoffInitiated', reason: 'asked' });
    expect((await world.cases.list('Dr Lee')).waiting).toHaveLength(1);
  });

  test('a new warning sign reaches the desk and not the person', async () => {
    const ana = await waits('ana', 'soon');
    await world.cases.claim(ana, 'Dr Lee');
    await world.idle();
    world.heard.length = 0;
    await world.says('ana', 'alert');
    expect((await world.bodies('ana')).at(-1)).toEqual({
      type: 'alert',
      flags: [{ id: 'fever', tier: 'urgent', evidence: 'I am burning up' }],
    });
    expect(world.heard.map((signal) => signal.type)).toEqual(['appended', 'cases']);
  });
});
