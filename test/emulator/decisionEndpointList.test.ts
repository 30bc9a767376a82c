import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endpoint } from './decisions.ts';
import { faultsOf, type Json, openSession, type Session } from './session.ts';

let session: Session;
let env: string;
let path: string;
beforeAll(async () => {
  session = await openSession();
  env = `/environments/${session.ids.sandbox}`;
  path = `${env}/decisionEndpoints`;
});
afterAll(() => session.emulator.close());

const get = async (href: string) => (await session.send('GET', href)).body;

describe('the list of decision endpoints', () => {
  const names = (body: Json) => body._embedded.decisionEndpoints.map(({ name }: Json) => name);

  test('begins with three in an environment with Authorize, and with none in another', async () => {
    expect(names(await get(path))).toEqual(['Dev', 'Test', 'Prod']);
    const bare = await session.make('/environments', {
      name: 'No Authorize',
      type: 'SANDBOX',
      region: 'NA',
      license: { id: session.ids.license },
      billOfMaterials: { products: [{ type: 'PING_ONE_BASE' }] },
    });
    expect(names(await get(`${bare._links.self.href}/decisionEndpoints`))).toEqual([]);
    await session.send('DELETE', bare._links.self.href);
  });

  test('links to itself and its environment, and shows what a read shows', async () => {
    const body = await get(path);
    const base = `${session.emulator.apiUrl}${env}`;
    expect(body._links).toEqual({
      self: { href: `${base}/decisionEndpoints` },
      environment: { href: base },
    });
    for (const item of body._embedded.decisionEndpoints)
      expect(await get(item._links.self.href)).toEqual(item);
  });

  test('comes in pages', async () => {
    const seen: string[] = [];
    for (let href = `${path}?limit=2`; href !== undefined; ) {
      const page = await get(href);
      seen.push(...names(page));
      href = page._links.next?.href;
    }
    expect(seen).toEqual(['Dev', 'Test', 'Prod']);
  });

  test('is filtered by the documented attributes and no others', async () => {
    const all = await get(path);
    const [dev] = all._embedded.decisionEndpoints;
    const filtered = (text: string) => session.send('GET', `${path}?filter=${encodeURIComponent(text)}`);
    const found = async (text: string) => names((await filtered(text)).body);
    expect(await found('name sw "pr"')).toEqual(['Prod']);
    expect(await found(`id eq "${dev.id}"`)).toEqual(['Dev']);
    expect(await found(`name sw "D" and id eq "${dev.id}"`)).toEqual(['Dev']);
    expect(await found(`name sw "T" and id eq "${dev.id}"`)).toEqual([]);
    expect(await found(`organization.id eq "${session.ids.organization}"`)).toHaveLength(3);
    expect(await found(`organization.id eq "${dev.id}"`)).toEqual([]);
    expect(await found(`license.id eq "${session.ids.license}"`)).toHaveLength(3);
    for (const text of ['name co "e"', 'description sw "D"', 'name sw "D" or name sw "T"'])
      expect((await filtered(text)).body.details[0].code).toBe('INVALID_FILTER');
  });

  test('takes thirty and no more', async () => {
    const { _links } = await session.make('/environments', {
      name: 'Thirty',
      type: 'SANDBOX',
      region: 'NA',
      license: { id: session.ids.license },
    });
    const full = `${_links.self.href}/decisionEndpoints`;
    for (let count = 3; count < 30; count++) await session.make(full, endpoint());
    const refused = await session.send('POST', full, { body: endpoint() });
    expect([refused.status, ...faultsOf(refused)]).toEqual([400, 'CONSTRAINT_VIOLATION decisionEndpoints']);
    expect(refused.body.details[0].innerError).toEqual({ quotaLimit: 30 });
    await session.send('DELETE', _links.self.href);
  });
});
