import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf, openSession, type Session } from './session.ts';

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session.emulator.close());

describe('authentication', () => {
  const withHeader = (authorization: string) =>
    session.send('GET', `/environments/${session.ids.sandbox}/groups`, {
      as: undefined,
      headers: { authorization },
    });

  const alter = (token: string, part: number, at: number) => {
    const parts = token.split('.');
    const text = parts[part] ?? '';
    const index = at < 0 ? text.length + at : at;
    // the neighbour in the alphabet differs in the lowest bits, which the last character may not use
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const other = alphabet[alphabet.indexOf(text[index] ?? '') ^ 1];
    parts[part] = text.slice(0, index) + other + text.slice(index + 1);
    return parts.join('.');
  };
  const unsigned = (token: string) => {
    const header = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url');
    return `${header}.${token.split('.')[1]}.`;
  };

  test.each<[string, (token: string) => string]>([
    ['an empty token', () => 'Bearer '],
    ['random text', () => 'Bearer random'],
    ['three random parts', () => 'Bearer a.b.c'],
    ['the bare token', (token) => token],
    ['the token in the Basic scheme', (token) => `Basic ${token}`],
    ['an altered payload', (token) => `Bearer ${alter(token, 1, 20)}`],
    ['an altered signature', (token) => `Bearer ${alter(token, 2, 20)}`],
    ['unused bits of the signature', (token) => `Bearer ${alter(token, 2, -1)}`],
    ['no signature', (token) => `Bearer ${unsigned(token)}`],
  ])('refuses %s', async (_what, headerOf) => {
    const answer = await withHeader(headerOf(session.tokens.admin ?? ''));
    expect([answer.status, answer.body.code]).toEqual([401, 'ACCESS_FAILED']);
    expect(faultsOf(answer)).toEqual(['INVALID_TOKEN Authentication Credentials']);
  });

  test('refuses a request without a token before anything else', async () => {
    const path = `/environments/${session.ids.sandbox}/populations`;
    expect((await session.send('POST', path, { as: undefined, body: { name: 'unseen' } })).status).toBe(401);
    expect((await session.send('GET', '/environments/nowhere', { as: undefined })).status).toBe(401);
    expect((await session.send('GET', `${path}?filter=name sw "unseen"`)).body.count).toBe(0);
  });

  test('accepts the scheme in any case, again and again', async () => {
    for (const scheme of ['Bearer', 'bearer', 'Bearer'])
      expect((await withHeader(`${scheme} ${session.tokens.admin}`)).status).toBe(200);
  });
});

describe('authorization', () => {
  test('a role for one environment opens no other', async () => {
    const { sandbox, second } = session.ids;
    const read = await session.send('GET', `/environments/${sandbox}/users`, { as: 'limited' });
    expect([read.status, read.body.code, faultsOf(read)[0]]).toEqual([
      403,
      'ACCESS_FAILED',
      'INSUFFICIENT_PERMISSIONS',
    ]);
    expect((await session.send('GET', `/environments/${sandbox}`, { as: 'limited' })).status).toBe(403);
    expect((await session.send('GET', `/environments/${second}/users`, { as: 'limited' })).status).toBe(200);
    const { body } = await session.send('GET', '/environments', { as: 'limited' });
    expect(body._embedded.environments.map(({ id }: { id: string }) => id)).toEqual([second]);
  });

  test('a role that only reads changes nothing', async () => {
    const path = `/environments/${session.ids.second}/populations`;
    expect((await session.send('POST', path, { as: 'limited', body: { name: 'unseen' } })).status).toBe(403);
    expect((await session.send('POST', '/environments', { as: 'limited', body: {} })).status).toBe(403);
    expect((await session.send('GET', path)).text).not.toContain('unseen');
  });

  test('an organization is closed to the workers of another', async () => {
    const { foreign, sandbox, organization } = session.ids;
    expect((await session.send('GET', `/environments/${foreign}`)).status).toBe(404);
    expect((await session.send('GET', `/environments/${sandbox}/users`, { as: 'other' })).status).toBe(404);
    expect((await session.send('GET', `/organizations/${organization}`, { as: 'other' })).status).toBe(403);
    expect((await session.send('GET', '/environments', { as: 'other' })).text).not.toContain(sandbox);
  });

  test('an environment that does not exist is not found, whoever asks', async () => {
    const id = '12345678-1234-1234-1234-123456789012';
    const { status, body } = await session.send('GET', `/environments/${id}`, { as: 'limited' });
    expect([status, body.code, body.message]).toEqual([
      404,
      'NOT_FOUND',
      `Unable to find environment with ID: '${id}'`,
    ]);
    expect(Object.keys(body)).toEqual(['id', 'code', 'message']);
  });

  test('the licence of an environment opens its services', async () => {
    const { trial } = session.ids;
    const body = { name: 'Unlicensed', type: 'SANDBOX', region: 'NA', license: { id: trial } };
    const { id } = await session.make('/environments', body);
    const answer = await session.send('GET', `/environments/${id}/apiServers`);
    expect([answer.status, faultsOf(answer)[0]]).toEqual([403, 'LICENSE_EXCEEDED']);
    expect((await session.send('GET', `/environments/${id}/populations`)).status).toBe(200);
  });
});
