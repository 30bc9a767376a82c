import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSession, type Session } from './session.ts';

let session: Session;
let populations: string;
beforeAll(async () => {
  session = await openSession();
  populations = `/environments/${session.ids.sandbox}/populations`;
});
afterAll(() => session.emulator.close());

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

describe('every answer', () => {
  test.each<[string, string, () => string, object]>([
    ['a read', 'GET', () => populations, {}],
    ['a create', 'POST', () => populations, { body: { name: 'headers' } }],
    ['a refusal', 'POST', () => populations, { body: {} }],
    ['an answer without a token', 'GET', () => populations, { as: undefined }],
    ['an unknown path', 'GET', () => '/nowhere', {}],
    ['an unsupported method', 'PATCH', () => populations, {}],
    ['a preflight', 'OPTIONS', () => populations, { as: undefined }],
    ['a removal that finds nothing', 'DELETE', () => `${populations}/nowhere`, {}],
  ])('carries the documented headers: %s', async (_what, method, path, sent) => {
    const { headers } = await session.send(method, path(), sent);
    expect(headers).toMatchObject({
      'cache-control': 'no-cache, no-store, max-age=0, must-revalidate',
      pragma: 'no-cache',
      expires: '0',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'access-control-allow-origin': '*',
      'access-control-allow-headers': expect.stringContaining('Authorization'),
      'access-control-allow-max-age': expect.any(String),
      'correlation-id': expect.stringMatching(uuid),
      'x-ping-external-transaction-id': expect.stringMatching(uuid),
      vary: expect.any(String),
      date: expect.any(String),
    });
  });

  test('names the methods of its path', async () => {
    const allowed = async (path: string) =>
      (await session.send('OPTIONS', path, { as: undefined })).headers['access-control-allow-methods'];
    expect(await allowed(populations)).toBe('OPTIONS,GET,POST');
    expect(await allowed(`${populations}/x`)).toBe('OPTIONS,GET,PUT,DELETE');
    expect((await session.send('OPTIONS', populations, { as: undefined })).status).toBe(204);
  });

  test('has a correlation id of its own', async () => {
    const ids = await Promise.all(
      Array.from(
        { length: 20 },
        async () => (await session.send('GET', populations)).headers['correlation-id'],
      ),
    );
    expect(new Set(ids).size).toBe(20);
  });

  test.each([
    ['abc-DEF_1.2/@=#+', 'abc-DEF_1.2/@=#+'],
    ['a b,c;d', 'a_b_c_d'],
    ['x'.repeat(100), 'x'.repeat(100)],
    ['x'.repeat(130), 'x'.repeat(100)],
  ])('echoes the external ids, cleaned: %s', async (sent, echoed) => {
    const names = ['x-ping-external-transaction-id', 'x-ping-external-session-id'];
    const { status, headers } = await session.send('GET', populations, {
      headers: Object.fromEntries(names.map((name) => [name, sent])),
    });
    expect([status, ...names.map((name) => headers[name])]).toEqual([200, echoed, echoed]);
  });

  test.each([
    [undefined, 'application/hal+json;charset=UTF-8'],
    ['*/*', 'application/hal+json;charset=UTF-8'],
    ['application/json', 'application/json;charset=UTF-8'],
    ['application/json; q=0.9', 'application/json;charset=UTF-8'],
    ['application/json, application/hal+json', 'application/hal+json;charset=UTF-8'],
    ['text/html', 'application/hal+json;charset=UTF-8'],
  ])('is labelled as the client accepts: %s', async (accept, type) => {
    const { headers } = await session.send('GET', populations, {
      headers: accept === undefined ? {} : { accept },
    });
    expect(headers['content-type']).toBe(type);
  });
});

describe('links', () => {
  test('are built from the host that the client addressed', async () => {
    const { port } = new URL(session.emulator.apiUrl);
    const { body } = await session.send('GET', `/environments/${session.ids.sandbox}`, {
      headers: { host: `emulator.example:${port}` },
    });
    expect(body._links.self.href).toBe(
      `http://emulator.example:${port}/v1/environments/${session.ids.sandbox}`,
    );
  });

  test('survive a host that is none', async () => {
    const { body } = await session.send('GET', populations, { headers: { host: 'a"b<c>' } });
    expect(body._links.self.href).toBe(session.emulator.apiUrl + populations);
  });
});

describe('routing', () => {
  test('serves a trailing slash', async () => {
    const { status, body } = await session.send('GET', `/environments/${session.ids.sandbox}/`);
    expect([status, body.id]).toEqual([200, session.ids.sandbox]);
  });

  test.each([
    ['PUT', ''],
    ['DELETE', ''],
    ['PATCH', '/some'],
    ['POST', '/some'],
    ['HEAD', ''],
    ['PROPFIND', ''],
  ])('refuses %s where no page documents it', async (method, item) => {
    expect((await session.send(method, populations + item)).status).toBe(405);
  });

  test.each([
    'not-a-uuid',
    'a%2Fb',
    'x'.repeat(200),
    'x'.repeat(3000),
    '%00',
    '..%2f',
  ])('does not find the id %s', async (id) => {
    const { status, body } = await session.send('GET', `${populations}/${id}`);
    expect([status, body.code]).toEqual([404, 'NOT_FOUND']);
  });

  test.each(['%', '%zz', '%ff', '%c3%28'])('refuses the broken encoding %s in a path', async (id) => {
    const { status, body } = await session.send('GET', `${populations}/${id}`);
    expect([status, body.code]).toEqual([400, 'INVALID_REQUEST']);
  });

  test('answers bytes that are no HTTP with an error body', async () => {
    const { hostname, port } = new URL(session.emulator.apiUrl);
    const text = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => socket.write('NONSENSE\r\n\r\n'));
      let received = '';
      socket.on('data', (chunk) => {
        received += chunk.toString();
      });
      socket.on('end', () => resolve(received));
      socket.on('error', reject);
    });
    expect(text).toMatch(/^HTTP\/1\.1 400 /);
    expect(JSON.parse(text.slice(text.indexOf('{')))).toMatchObject({ code: 'INVALID_REQUEST' });
  });
});
