import { deskUserCommand } from '../../src/cli/desk-user-command';
import { type DeskWorld, openDeskWorld, password } from './desk-world';

let world: DeskWorld;

beforeEach(async () => {
  world = await openDeskWorld();
});

afterEach(() => world.close());

const run = (line: string, typed = password) =>
  deskUserCommand(line.split(' '), world.store.clinicians, () => Promise.resolve(typed));

test('a clinician who was added can sign in', async () => {
  expect(await run('add Dr Lee')).toEqual({
    exitCode: 0,
    text: 'Dr Lee can sign in at the desk.',
  });
  expect((await world.browse().signIn('Dr Lee')).status).toBe(200);
});

test('a name is given once', async () => {
  await run('add Dr Lee');
  expect(await run('add Dr Lee', 'another password')).toEqual({
    exitCode: 1,
    text: 'There is a clinician of this name already.',
  });
  expect((await world.browse().signIn('Dr Lee')).status).toBe(200);
});

test('a password has at least ten characters', async () => {
  expect(await run('add Dr Lee', 'ninechars')).toEqual({
    exitCode: 1,
    text: 'A password has 10 to 500 characters.',
  });
  expect(await world.store.clinicians.list()).toEqual([]);
});

test('a disabled clinician is signed out and stays out', async () => {
  await run('add Dr Lee');
  const browser = world.browse();
  await browser.signIn('Dr Lee');
  expect(await run('disable Dr Lee')).toEqual({
    exitCode: 0,
    text: 'Dr Lee is signed out and cannot sign in any more.',
  });
  expect((await browser.get('me')).status).toBe(401);
  expect((await browser.signIn('Dr Lee')).status).toBe(401);
  expect((await run('disable Dr Who')).exitCode).toBe(1);
});

test('the list tells who there is', async () => {
  expect((await run('list')).text).toBe('There is no clinician yet.');
  await run('add Dr Lee');
  await run('add Dr Ray');
  await run('disable Dr Ray');
  expect((await run('list')).text).toBe(
    'Dr Lee\tactive\tsince 2026-11-22\nDr Ray\tdisabled\tsince 2026-11-22',
  );
});

test.each(['', 'add', 'remove Dr Lee', 'list all'])(
  '“%s” is answered with the usage',
  async (line) => {
    const { exitCode, text } = await run(line);
    expect([exitCode, text.includes('usage: npm run desk:user')]).toEqual([2, true]);
  },
);
