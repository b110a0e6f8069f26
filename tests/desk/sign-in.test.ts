import { type DeskWorld, openDeskWorld, password, refusal } from './desk-world';

const tokenOf = (link: string | null): string => link?.split('#setup=')[1] ?? '';
const account = (token: string) => ({ token, name: 'Dr Lee', password });

let world: DeskWorld;

beforeEach(async () => {
  world = await openDeskWorld();
});

afterEach(() => world.close());

describe('signing in at the desk', () => {
  beforeEach(() => world.clinician('Dr Lee'));

  test('a clinician signs in, is known, and signs out', async () => {
    const browser = world.browse();
    expect((await browser.get('me')).status).toBe(401);
    const answer = await browser.post('sign-in', {
      name: '  Dr  Lee ',
      password,
    });
    expect([answer.status, answer.json]).toEqual([200, { name: 'Dr Lee' }]);
    expect((await browser.get('me')).json).toEqual({ name: 'Dr Lee' });
    expect((await browser.post('sign-out')).status).toBe(200);
    expect((await browser.get('me')).status).toBe(401);
  });

  test('the cookie cannot be read by scripts, sent by other sites, or seen outside the desk', async () => {
    const answer = await world.browse().signIn('Dr Lee');
    expect(answer.headers.get('set-cookie')).toMatch(
      /^lumbar_desk=[\w-]+; Path=\/desk; HttpOnly; SameSite=Strict; Max-Age=43200$/,
    );
  });

  test('behind https the cookie travels encrypted only', async () => {
    const answer = await world.browse({ 'x-forwarded-proto': 'https' }).signIn('Dr Lee');
    expect(answer.headers.get('set-cookie')).toMatch(/; Secure$/);
  });

  test('signing out ends the session itself, not only the cookie', async () => {
    const browser = world.browse();
    await browser.signIn('Dr Lee');
    const stolen = browser.cookie();
    await browser.post('sign-out');
    expect((await world.browse({ cookie: stolen }).get('me')).status).toBe(401);
  });

  test('a session ends after twelve hours', async () => {
    const browser = world.browse();
    await browser.signIn('Dr Lee');
    world.clock.pass(12 * 3600 - 1);
    expect((await browser.get('me')).status).toBe(200);
    world.clock.pass(1);
    expect(refusal(await browser.get('me'))).toBe('401 not-signed-in: Please sign in.');
  });

  test('a disabled clinician is out at once and cannot come back', async () => {
    const browser = world.browse();
    await browser.signIn('Dr Lee');
    await world.store.clinicians.disable('Dr Lee');
    expect((await browser.get('me')).status).toBe(401);
    expect((await browser.signIn('Dr Lee')).status).toBe(401);
  });

  test('a wrong password and an unknown name get the same answer', async () => {
    const wrong = '401 not-signed-in: The user name or the password is not right.';
    const browser = world.browse();
    expect(refusal(await browser.post('sign-in', { name: 'Dr Lee', password: 'wrong' }))).toBe(
      wrong,
    );
    expect(refusal(await browser.post('sign-in', { name: 'Dr Who', password }))).toBe(wrong);
  });

  test('guessing gets slower and slower, and says for how long', async () => {
    const browser = world.browse();
    const guess = () => browser.post('sign-in', { name: 'Dr Lee', password: 'wrong' });
    expect([(await guess()).status, (await guess()).status, (await guess()).status]).toEqual([
      401, 401, 401,
    ]);
    const refused = await browser.signIn('Dr Lee');
    expect(refusal(refused)).toBe(
      '429 too-many-requests: Too many attempts. Wait 1 second and try again.',
    );
    expect(refused.headers.get('retry-after')).toBe('1');
    world.clock.pass(1);
    expect((await guess()).status).toBe(401);
    expect((await guess()).headers.get('retry-after')).toBe('2');
    world.clock.pass(2);
    expect((await browser.signIn('Dr Lee')).status).toBe(200);
    expect((await guess()).status).toBe(401);
  });

  test('guesses at one name do not slow down another', async () => {
    await world.clinician('Dr Ray');
    const browser = world.browse();
    for (let count = 0; count < 4; count += 1)
      await browser.post('sign-in', { name: 'Dr Lee', password: 'wrong' });
    expect((await browser.signIn('Dr Ray')).status).toBe(200);
  });

  test.each([
    ['of another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['of a sibling site', { 'sec-fetch-site': 'same-site' }, 403],
    ['typed into the address bar', { 'sec-fetch-site': 'none' }, 403],
    ['that is a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ])('a request %s changes nothing', async (_what, headers, status) => {
    expect((await world.browse(headers).signIn('Dr Lee')).status).toBe(status);
  });

  test('a browser without fetch metadata is judged by its Origin', async () => {
    const old = async (origin?: string): Promise<number> => {
      const response = await fetch(`${world.url}/desk/api/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(origin ? { origin } : {}) },
        body: JSON.stringify({ name: 'Dr Lee', password }),
      });
      return response.status;
    };
    expect([await old(world.url), await old('https://evil.example'), await old()]).toEqual([
      200, 403, 403,
    ]);
  });

  test.each([
    [{}, '400 bad-request: name: is missing.'],
    [{ name: 'Dr Lee', password: '' }, '400 bad-request: password: is empty.'],
    [{ name: '  ', password }, '400 bad-request: name: is empty.'],
  ])('a body like %j is refused, naming the field', async (body, words) => {
    expect(refusal(await world.browse().post('sign-in', body))).toBe(words);
  });
});

describe('the first account', () => {
  test('is made through a link that works once and signs in', async () => {
    const link = await world.desk.setupLink('http://127.0.0.1:3978/');
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:3978\/desk#setup=[\w-]+$/);
    const browser = world.browse();
    const made = await browser.post('setup', account(tokenOf(link)));
    expect([made.status, made.json]).toEqual([200, { name: 'Dr Lee' }]);
    expect((await browser.get('me')).json).toEqual({ name: 'Dr Lee' });
    const again = await world.browse().post('setup', { ...account(tokenOf(link)), name: 'Eve' });
    expect(refusal(again)).toBe(
      '403 forbidden: This link was used already, or is not the newest one.',
    );
    expect((await world.store.clinicians.list()).map(({ name }) => name)).toEqual(['Dr Lee']);
  });

  test('two who press at once do not both get one', async () => {
    const token = tokenOf(await world.desk.setupLink(world.url));
    const answers = await Promise.all([
      world.browse().post('setup', account(token)),
      world.browse().post('setup', { ...account(token), name: 'Eve' }),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 403]);
    expect(await world.store.clinicians.list()).toHaveLength(1);
  });

  test('needs the newest token and a password of ten characters', async () => {
    const token = tokenOf(await world.desk.setupLink(world.url));
    const browser = world.browse();
    expect((await browser.post('setup', account('guess'))).status).toBe(403);
    const short = await browser.post('setup', { ...account(token), password: 'too short' });
    expect(refusal(short)).toBe('400 bad-request: password: has fewer than 10 characters.');
    expect((await browser.post('setup', account(token))).status).toBe(200);
  });

  test('is offered only while there is none', async () => {
    const token = tokenOf(await world.desk.setupLink(world.url));
    await world.clinician('Dr Ray');
    expect(await world.desk.setupLink(world.url)).toBeNull();
    expect(refusal(await world.browse().post('setup', account(token)))).toBe(
      '403 forbidden: There is an account already. Please sign in.',
    );
  });
});
