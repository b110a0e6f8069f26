import { createHmac } from 'node:crypto';
import { decodeJwt, SignJWT } from 'jose';
import { secret, startService, type Service } from './service';

let service: Service;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.close());

const generate = '/v3/directline/tokens/generate';
const refresh = '/v3/directline/tokens/refresh';
const conversations = '/v3/directline/conversations';

const activities = (id: string): string => `${conversations}/${id}/activities`;
const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

function refused(status: number, code: string, message: string): object {
  return { status, text: JSON.stringify({ error: { code, message } }) };
}

describe('POST /tokens/generate', () => {
  it('gives a token for a conversation that has not started', async () => {
    const { status, json } = await service.call('POST', generate);
    expect([status, json.expires_in]).toEqual([200, 1800]);
    expect(decodeJwt(json.token)).toMatchObject({ conv: json.conversationId });
    expect(await service.world.conversations.find(json.conversationId)).toBeNull();
  });

  it('puts the user into the token, where Direct Line clients look for it', async () => {
    const { json } = await service.call('POST', generate, { json: { user: { id: 'dl_ana' } } });
    expect(decodeJwt(json.token)['user']).toBe('dl_ana');
  });

  it('is for servers that know the secret', async () => {
    const { json } = await service.call('POST', generate);
    expect(await service.call('POST', generate, { bearer: json.token })).toMatchObject(
      refused(403, 'forbidden', 'Only the Direct Line secret makes tokens.'),
    );
    expect(await service.call('POST', generate, { bearer: 'guessed' })).toMatchObject(
      refused(403, 'forbidden', 'The token is not valid here.'),
    );
    expect(await service.call('POST', generate, { bearer: null })).toMatchObject(
      refused(401, 'missing-authorization', 'Send "Authorization: Bearer" with a token.'),
    );
  });

  it('says which field is wrong', async () => {
    expect(await service.call('POST', generate, { json: { trustedOrigins: 7 } })).toMatchObject(
      refused(
        400,
        'bad-request',
        '"trustedOrigins" is not as expected: Invalid input: expected array, received number.',
      ),
    );
  });
});

describe('POST /tokens/refresh', () => {
  it('gives a new token for the same conversation', async () => {
    const { conversationId, token } = await service.start();
    service.clock.pass(60);
    const { status, json } = await service.call('POST', refresh, { bearer: token });
    expect([status, json.conversationId, json.expires_in]).toEqual([200, conversationId, 1800]);
    expect(json.token).not.toBe(token);
  });

  it('refuses a token that has expired, by the name that clients know', async () => {
    const { token } = await service.start();
    service.clock.pass(1_801);
    expect(await service.call('POST', refresh, { bearer: token })).toMatchObject(
      refused(403, 'TokenExpired', 'The token has expired.'),
    );
  });

  it('says that an erased conversation is gone', async () => {
    const { conversationId, token } = await service.start();
    await service.world.says(conversationId, 'forget me');
    expect(await service.call('POST', refresh, { bearer: token })).toMatchObject(
      refused(404, 'conversation-not-found', 'There is no such conversation.'),
    );
  });

  it('is not for the secret', async () => {
    expect((await service.call('POST', refresh)).status).toBe(403);
  });
});

describe('a token', () => {
  it('opens one conversation and no other', async () => {
    const mine = await service.start();
    const other = await service.start();
    const { token: bearer } = mine;
    expect((await service.call('GET', activities(mine.conversationId), { bearer })).status).toBe(
      200,
    );
    expect(await service.call('GET', activities(other.conversationId), { bearer })).toMatchObject(
      refused(403, 'forbidden', 'The token is for another conversation.'),
    );
  });

  it('of one kind does not serve for another', async () => {
    const { conversationId, streamUrl } = await service.start();
    const streamToken = new URL(streamUrl).searchParams.get('t') ?? '';
    const { json } = await service.call('POST', '/widget/token', { bearer: null });
    for (const bearer of [streamToken, json.resume]) {
      const { status } = await service.call('GET', activities(conversationId), { bearer });
      expect(status).toBe(403);
    }
  });

  it('that we did not sign is refused, also without a signature', async () => {
    const { conversationId } = await service.start();
    const claims = { use: 'conversation', conv: conversationId };
    const soon = Math.floor(Date.parse(service.clock.now()) / 1000) + 600;
    const key = createHmac('sha256', 'another secret').update('direct line tokens').digest();
    const forged = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime(soon)
      .sign(key);
    const unsigned = `${encode({ alg: 'none' })}.${encode({ ...claims, exp: soon })}.`;
    for (const bearer of [forged, unsigned, secret.slice(1)]) {
      const { status } = await service.call('GET', activities(conversationId), { bearer });
      expect(status).toBe(403);
    }
  });

  it('made for certain pages works on these alone', async () => {
    const { json } = await service.call('POST', generate, {
      json: { trustedOrigins: ['https://clinic.example'] },
    });
    const start = (origin?: string): Promise<{ status: number }> =>
      service.call('POST', conversations, {
        bearer: json.token,
        ...(origin === undefined ? {} : { headers: { origin } }),
      });
    expect((await start('https://elsewhere.example')).status).toBe(403);
    expect((await start('https://clinic.example')).status).toBe(201);
    expect((await start()).status).toBe(200);
  });
});
