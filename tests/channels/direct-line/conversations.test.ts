import { decodeJwt } from 'jose';
import { startService, type Service } from './service';

let service: Service;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.close());

const path = '/v3/directline/conversations';

describe('POST /conversations', () => {
  it('starts one, with a socket to connect to and a greeting in it', async () => {
    const { status, json } = await service.call('POST', path, {
      json: { user: { id: 'ana', name: 'Ana' }, locale: 'es-MX', channelData: { region: 'mx' } },
    });
    const host = service.base.replace('http', 'ws');
    expect([status, json.expires_in]).toEqual([201, 1800]);
    expect(json.streamUrl).toMatch(`${host}${path}/${json.conversationId}/stream?t=`);
    expect(decodeJwt(json.token)['user']).toBe('ana');
    expect(await service.world.conversations.find(json.conversationId)).toMatchObject({
      channel: 'directline',
      userId: 'ana',
      userName: 'Ana',
      locale: 'es-MX',
      region: 'MX',
      lastSeq: 1,
    });
  });

  it('takes our language and region when the client names none that exist', async () => {
    const { json } = await service.call('POST', path, {
      json: { user: {}, locale: 'not a language!', region: 'Atlantis' },
    });
    expect(await service.world.conversations.find(json.conversationId)).toMatchObject({
      userId: expect.stringMatching(/^dl_/),
      locale: 'en',
      region: 'US',
    });
  });

  it('answers 200 when the token has started it already, and greets nobody twice', async () => {
    const given = await service.call('POST', '/v3/directline/tokens/generate');
    const { token: bearer, conversationId } = given.json;
    const first = await service.call('POST', path, { bearer });
    const second = await service.call('POST', path, { bearer });
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.json.conversationId).toBe(conversationId);
    expect(await service.world.bodies(conversationId)).toHaveLength(1);
  });

  it('keeps the user of the token against what the body says', async () => {
    const given = await service.call('POST', '/v3/directline/tokens/generate', {
      json: { user: { id: 'dl_ana' } },
    });
    await service.call('POST', path, {
      bearer: given.json.token,
      json: { user: { id: 'somebody-else' } },
    });
    const stored = await service.world.conversations.find(given.json.conversationId);
    expect(stored?.userId).toBe('dl_ana');
  });

  it('gives an encrypted address to those who came encrypted to a proxy on this machine', async () => {
    const { json } = await service.call('POST', path, {
      headers: { 'x-forwarded-proto': 'https' },
    });
    expect(json.streamUrl).toMatch(/^wss:/);
  });

  it('uses the public address where one is configured', async () => {
    const other = await startService({ publicUrl: 'https://chat.clinic.example/' });
    const { json } = await other.call('POST', path);
    await other.close();
    expect(json.streamUrl).toMatch('wss://chat.clinic.example/v3/directline/conversations/');
  });
});

describe('GET /conversations/{id}', () => {
  it('gives a token and a socket that goes on after the watermark', async () => {
    const { conversationId, token: bearer } = await service.start();
    const { status, json } = await service.call('GET', `${path}/${conversationId}?watermark=1`, {
      bearer,
    });
    const stream = decodeJwt(new URL(json.streamUrl).searchParams.get('t') ?? '');
    expect([status, json.conversationId, stream['after']]).toEqual([200, conversationId, 1]);
  });

  it('without a watermark goes on from now, and with an empty one from the beginning', async () => {
    const { conversationId } = await service.start();
    await service.world.says(conversationId, 'hello');
    const after = async (query: string): Promise<unknown> => {
      const { json } = await service.call('GET', `${path}/${conversationId}${query}`);
      return decodeJwt(new URL(json.streamUrl).searchParams.get('t') ?? '')['after'];
    };
    expect([await after(''), await after('?watermark=')]).toEqual([3, 0]);
  });

  it('greets somebody who opens the chat again after half an hour, once', async () => {
    const { conversationId } = await service.start();
    const reopen = (): Promise<unknown> =>
      service.call('GET', `${path}/${conversationId}?watermark=`);
    service.clock.pass(1_799);
    await reopen();
    expect(await service.world.bodies(conversationId)).toHaveLength(1);
    service.clock.pass(1);
    await reopen();
    await reopen();
    expect(await service.world.bodies(conversationId)).toHaveLength(2);
  });

  it('refuses a watermark that we never gave', async () => {
    const { conversationId } = await service.start();
    expect((await service.call('GET', `${path}/${conversationId}?watermark=abc`)).status).toBe(400);
  });

  it('says 404 for one that does not exist, was never started or was erased', async () => {
    const given = await service.call('POST', '/v3/directline/tokens/generate');
    const { conversationId } = await service.start();
    await service.world.says(conversationId, 'forget me');
    const ids = ['unknown', given.json.conversationId, conversationId];
    const answers = await Promise.all(ids.map((id) => service.call('GET', `${path}/${id}`)));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  });

  it('does not show conversations of other channels', async () => {
    await service.world.person('teams-1', 'teams');
    expect((await service.call('GET', `${path}/teams-1/activities`)).status).toBe(404);
  });
});

describe('GET /session/getsessionid', () => {
  it('answers an id', async () => {
    const { status, text } = await service.call('GET', '/v3/directline/session/getsessionid');
    expect([status, JSON.parse(text)]).toEqual([200, { sessionId: expect.stringMatching(/.+/) }]);
  });
});
