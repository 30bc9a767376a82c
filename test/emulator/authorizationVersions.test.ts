import { gunzipSync } from 'node:zlib';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seeded } from './decisions.ts';
import { type Json, openSession, type Session } from './session.ts';

const packageType = 'application/vnd.pingidentity.authorizationpolicyversion.deploymentpackage+octet-stream';

let session: Session;
let path: string;
beforeAll(async () => {
  session = await openSession();
  path = `/environments/${session.ids.sandbox}/authorizationVersions`;
});
afterAll(() => session.emulator.close());

const get = async (href: string) => (await session.send('GET', href)).body;
const ids = (page: Json): string[] => page._embedded.authorizationVersions.map(({ id }: Json) => id);

describe('the authorization versions', () => {
  test('are listed, the oldest first, and read', async () => {
    const list = await get(path);
    expect(ids(list)).toEqual([seeded.first, seeded.untagged, seeded.newest]);
    expect(Object.keys(list._links)).toEqual(['self', 'environment']);
    for (const item of list._embedded.authorizationVersions)
      expect(await get(item._links.self.href)).toEqual(item);
    expect(list._embedded.authorizationVersions[1]).toMatchObject({ name: 'Requests 2', tagged: false });
  });

  test('come in pages', async () => {
    const page = await get(`${path}?limit=2`);
    expect(ids(page)).toEqual([seeded.first, seeded.untagged]);
    expect(ids(await get(page._links.next.href))).toEqual([seeded.newest]);
  });

  test('are there where the seed says so', async () => {
    expect(ids(await get(`/environments/${session.ids.second}/authorizationVersions`))).toHaveLength(3);
    const bare = `/environments/${session.ids.admins}/authorizationVersions`;
    expect(ids(await get(bare))).toEqual([]);
    expect((await session.send('GET', `${bare}/${seeded.first}`)).status).toBe(404);
    expect((await session.send('GET', `${path}/${session.ids.sandbox}`)).status).toBe(404);
  });

  test('are not written', async () => {
    expect((await session.send('POST', path, { body: {} })).status).toBe(405);
    expect((await session.send('DELETE', `${path}/${seeded.first}`)).status).toBe(405);
  });

  test.each(['accept', 'content-type'])('come as packages by %s', async (header) => {
    const load = async (href: string) => {
      const answer = await request(session.emulator.apiUrl + href, {
        headers: { authorization: `Bearer ${session.tokens.admin}`, [header]: packageType },
      });
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, packageType]);
      return JSON.parse(gunzipSync(Buffer.from(await answer.body.arrayBuffer())).toString('utf8'));
    };
    expect(await load(`${path}/${seeded.first}`)).toMatchObject([
      {
        id: seeded.first,
        root: seeded.root,
        policies: [{ id: seeded.root }, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}],
      },
    ]);
    expect(await load(path)).toHaveLength(3);
    const unknown = await session.send('GET', `${path}/${session.ids.sandbox}`, {
      headers: { [header]: packageType },
    });
    expect([unknown.status, unknown.body.code]).toEqual([404, 'NOT_FOUND']);
  });
});
