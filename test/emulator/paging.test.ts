import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answered, faultsOf, type Json, openSession, type Session } from './session.ts';

let session: Session;
let groups: string;
let ids: string[];
beforeAll(async () => {
  session = await openSession();
  groups = `/environments/${session.ids.second}/groups`;
  ids = [];
  for (let index = 0; index < 7; index++)
    ids.push((await session.make(groups, { name: `group ${index}` })).id);
});
afterAll(() => session.emulator.close());

const idsOf = ({ body }: Answered): string[] => body._embedded.groups.map(({ id }: Json) => id);

async function walk(
  path: string,
  between: () => Promise<unknown> = async () => undefined,
): Promise<string[][]> {
  const pages: string[][] = [];
  for (let href: string | undefined = path; href !== undefined; ) {
    const page: Answered = await session.send('GET', href);
    pages.push(idsOf(page));
    href = page.body._links.next?.href;
    if (href !== undefined) await between();
  }
  return pages;
}

describe('a paged list', () => {
  test.each([1, 2, 3, 6, 7, 8])('visits every member once with limit %i', async (limit) => {
    const pages = await walk(`${groups}?limit=${limit}`);
    expect(pages.flat()).toEqual(ids);
    expect(pages.length).toBe(Math.ceil(ids.length / limit));
  });

  test('counts the whole result and the page, and repeats the query in its self link', async () => {
    const { body } = await session.send('GET', `${groups}?limit=2&x=ä`);
    expect([body.count, body.size]).toEqual([7, 2]);
    expect(body._links.self.href).toBe(`${session.emulator.apiUrl}${groups}?limit=2&x=%C3%A4`);
    expect(body._links.prev).toBeUndefined();
  });

  test('leads back to the page before, and on from there', async () => {
    const first = await session.send('GET', `${groups}?limit=3`);
    const second = await session.send('GET', first.body._links.next.href);
    const third = await session.send('GET', second.body._links.next.href);
    expect(idsOf(await session.send('GET', third.body._links.prev.href))).toEqual(idsOf(second));
    const back = await session.send('GET', second.body._links.prev.href);
    expect(idsOf(back)).toEqual(idsOf(first));
    expect(back.body._links.prev).toBeUndefined();
    expect(idsOf(await session.send('GET', back.body._links.next.href))).toEqual(idsOf(second));
  });

  test('keeps filter and limit in a cursor that needs no encoding', async () => {
    const { body } = await session.send('GET', `${groups}?limit=1&filter=name sw "group"`);
    const url = new URL(body._links.next.href);
    const cursor = url.searchParams.get('cursor') ?? '';
    expect(encodeURIComponent(cursor)).toBe(cursor);
    url.search = `?cursor=${cursor}`;
    const next = await session.send('GET', url.href);
    expect([next.body.size, next.body.count, idsOf(next)]).toEqual([1, 7, [ids[1]]]);
  });

  test('loses nothing when members go between pages', async () => {
    const path = `/environments/${session.ids.sandbox}/groups`;
    const made: string[] = [];
    for (let index = 0; index < 6; index++)
      made.push((await session.make(path, { name: `short-lived ${index}` })).id);
    const removed = [made[0], made[1]];
    const seen = await walk(`${path}?limit=2`, async () => {
      const id = removed.shift();
      if (id !== undefined) await session.send('DELETE', `${path}/${id}`);
    });
    expect(seen.flat()).toEqual(made);
  });

  test.each([
    '0',
    '-1',
    'abc',
    '1.5',
    '',
    '1001',
    '99999999999999999999',
    '1e2',
    ' 1',
  ])('refuses the limit "%s"', async (limit) => {
    const answer = await session.send('GET', `${groups}?limit=${encodeURIComponent(limit)}`);
    expect([answer.status, faultsOf(answer)[0]]).toEqual([
      400,
      expect.stringMatching(/^(INVALID_VALUE|OUT_OF_RANGE) limit$/),
    ]);
  });

  test('refuses a cursor that it did not write for this list', async () => {
    const { body } = await session.send('GET', `${groups}?limit=1`);
    const cursor = new URL(body._links.next.href).searchParams.get('cursor') ?? '';
    const elsewhere = `/environments/${session.ids.sandbox}/groups`;
    const tries = [`${groups}?cursor=x`, `${groups}?cursor=`, `${groups}?cursor=${cursor.slice(0, -4)}`];
    for (const path of [
      ...tries,
      `${elsewhere}?cursor=${cursor}`,
      `${groups}?cursor=${cursor}&filter=id pr`,
    ]) {
      const answer = await session.send('GET', path);
      expect([path, answer.status, faultsOf(answer)]).toEqual([path, 400, ['INVALID_PARAMETER cursor']]);
    }
  });

  test('is empty with an array when nothing is there', async () => {
    const { id } = await session.make(`/environments/${session.ids.sandbox}/resources`, { name: 'empty' });
    const { status, body } = await session.send(
      'GET',
      `/environments/${session.ids.sandbox}/resources/${id}/scopes`,
    );
    expect([status, body._embedded, body.count, body.size]).toEqual([200, { scopes: [] }, 0, 0]);
  });

  test('ignores a query parameter that it does not know', async () => {
    expect(idsOf(await session.send('GET', `${groups}?unknownParameter=1`))).toEqual(ids);
  });
});

describe('an ordered list', () => {
  const licenses = (query: string) =>
    session.send('GET', `/organizations/${session.ids.organization}/licenses${query}`);
  const begins = ({ body }: Answered): string[] => body._embedded.licenses.map((one: Json) => one.beginsAt);

  test('is sorted in both directions, also over pages', async () => {
    const upwards = begins(await licenses('?order=beginsAt'));
    expect(upwards).toEqual([...upwards].sort());
    expect(begins(await licenses('?order=-beginsAt'))).toEqual([...upwards].reverse());
    const first = await licenses('?order=-beginsAt&limit=2');
    const second = await session.send('GET', first.body._links.next.href);
    expect([...begins(first), ...begins(second)]).toEqual([...upwards].reverse());
    expect(begins(await session.send('GET', second.body._links.prev.href))).toEqual(begins(first));
  });

  test('refuses an attribute that it is not ordered by', async () => {
    const answer = await licenses('?order=name');
    expect([answer.status, faultsOf(answer)]).toEqual([400, ['INVALID_VALUE order']]);
  });
});
