import type { Browsing, DeskWorld } from './desk-world';
import { openDeskWorld } from './desk-world';
import { readEvents } from './event-reader';
import type { EventReader } from './event-reader';

let world: DeskWorld;
let lee: Browsing;
let caseId: string;
const open: EventReader[] = [];

const listen = async (browser: Browsing, lastEventId?: string): Promise<EventReader> => {
  const reader = await readEvents(`${world.url}/desk/api/events`, {
    cookie: browser.cookie(),
    ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
  });
  open.push(reader);
  return reader;
};

beforeEach(async () => {
  world = await openDeskWorld();
  await world.clinician('Dr Lee');
  lee = world.browse();
  await lee.signIn('Dr Lee');
  await world.person('maria');
  await world.says('maria', 'it goes down my foot');
  await world.idle();
  caseId = await world.caseOf('maria');
});

afterEach(async () => {
  for (const reader of open.splice(0)) reader.close();
  await world.close();
});

test('a page hears at once that somebody waits', async () => {
  const events = await listen(lee);
  expect(await events.next()).toEqual({ event: 'cases', id: '', data: {} });
  await world.person('omar');
  await world.says('omar', 'I want a person');
  expect(await events.next()).toEqual({ event: 'cases', id: '', data: {} });
});

test('of a waiting person a page hears only that there is more, not the words', async () => {
  const events = await listen(lee);
  await events.until('cases');
  await world.says('maria', 'should I use ice?');
  expect(await events.next()).toEqual({
    event: 'log',
    id: '',
    data: { caseId, after: 5, entries: [], upTo: 5 },
  });
});

test('the owner hears what is said, that the person types, and warning signs', async () => {
  await lee.post(`cases/${caseId}/claim`);
  const events = await listen(lee);
  await events.until('cases');
  expect(await events.next()).toEqual({
    event: 'log',
    id: `${caseId}:5`,
    data: { caseId, after: 5, entries: [], upTo: 5 },
  });
  world.signals.publish({ type: 'typing', conversationId: 'maria', who: 'person' });
  expect(await events.next()).toEqual({ event: 'typing', id: `${caseId}:5`, data: { caseId } });

  await world.says('maria', 'I have a fever of 39');
  expect(await events.until('log')).toMatchObject({
    id: `${caseId}:7`,
    data: {
      caseId,
      after: 5,
      entries: [
        { seq: 6, kind: 'person', text: 'I have a fever of 39' },
        { seq: 7, kind: 'alert', text: 'Fever (Urgent): “I have a fever of 39”' },
      ],
      upTo: 7,
    },
  });
  expect(await events.next()).toMatchObject({
    event: 'alert',
    data: { caseId, seq: 7, text: 'Fever (Urgent): “I have a fever of 39”' },
  });
});

test('a page that was away gets what it missed', async () => {
  await lee.post(`cases/${caseId}/claim`);
  const before = await listen(lee);
  const { id } = await before.until('log');
  before.close();
  await world.says('maria', 'are you there?');
  await world.says('maria', 'hello?');
  const after = await listen(lee, id);
  expect(await after.until('log')).toMatchObject({
    data: { entries: [{ text: 'are you there?' }, { text: 'hello?' }], upTo: 7 },
  });
});

test('a page cannot ask for the words of a case that is not its own', async () => {
  const events = await listen(lee, `${caseId}:0`);
  await events.until('cases');
  await world.says('maria', 'secret words');
  expect(await events.next()).toMatchObject({ event: 'log', data: { entries: [] } });
});

test('the clinician’s typing reaches the person’s channel', async () => {
  await lee.post(`cases/${caseId}/claim`);
  await lee.post(`cases/${caseId}/typing`);
  expect(world.heard.at(-1)).toEqual({
    type: 'typing',
    conversationId: 'maria',
    who: 'clinician',
    name: 'Dr Lee',
  });
});

test('signing out ends the streams of that session and of no other', async () => {
  const elsewhere = world.browse();
  await elsewhere.signIn('Dr Lee');
  const mine = await listen(lee);
  const other = await listen(elsewhere);
  await Promise.all([mine.until('cases'), other.until('cases')]);
  await lee.post('sign-out');
  expect(await mine.next()).toBeNull();
  await world.says('maria', 'should I use ice?');
  expect(await other.next()).toMatchObject({ event: 'log' });
});

test('closing the desk ends every stream', async () => {
  const events = await listen(lee);
  await events.until('cases');
  world.desk.close();
  expect(await events.next()).toBeNull();
});
