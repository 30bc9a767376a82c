import type { Pool } from 'undici';
import { catalogue } from '../../emulator/collections/catalogue.ts';
import { bodyFor, isNameless, templates } from './bodies.ts';

/** Two ids of things that exist, one to keep and one to delete: by the path of their collection, and by parameter. */
export type KnownIds = { readonly [collectionOrParameter: string]: readonly string[] };

/** An environment with two of everything, for one batch of requests, and cursors of its lists. */
export type Playground = { readonly ids: KnownIds; readonly cursors: readonly string[] };

/** Sends as the administrator and returns the parsed body, whatever the status. */
export type Send = (method: string, path: string, body?: object) => Promise<{ status: number; body: Body }>;
type Body = ReturnType<typeof JSON.parse>;

/** A sender over the pool of one emulator, below its API path. */
export function senderOf(pool: Pool, authorization: string): Send {
  return async (method, path, body) => {
    const answer = await pool.request({
      method: method as 'GET',
      path: `/v1${path}`,
      headers: { authorization, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.body.text();
    return { status: answer.statusCode, body: text === '' ? undefined : JSON.parse(text) };
  };
}

/**
 * Makes two environments and, in the first, two of everything that can be made; finds what is there from the start.
 * @throws Error when an acceptable body is refused
 */
export async function layOut(
  send: Send,
  fixed: { readonly [parameter: string]: string },
): Promise<Playground> {
  const ids: Record<string, string[]> = {};
  for (const [parameter, id] of Object.entries(fixed)) ids[parameter] = [id];
  const note = (path: string, id: string) => {
    const parameter = memberOf.get(path);
    if (parameter === undefined) return;
    for (const key of [path, parameter]) {
      const known = ids[key] ?? [];
      if (!known.includes(id)) ids[key] = [...known, id].slice(0, 2);
    }
  };
  for (const id of (await send('GET', '/roles')).body._embedded.roles.slice(1, 3)) note('/roles', id.id);
  for (const key of Object.keys(templates)) {
    const path = key.replace('POST ', '').replace('~', '/environments/:environmentId');
    if (!creatable.has(path) && !key.startsWith('POST ')) continue;
    for (const which of isNameless(key) ? ([0] as const) : ([0, 1] as const)) {
      const wanted = bodyFor('POST', path, `laid out ${which}`, ids, which);
      const { status, body } = await send('POST', fill(path, ids), wanted);
      if (status >= 300) throw new Error(`POST ${path} answered ${status}: ${JSON.stringify(body)}`);
      note(path, body.id);
    }
  }
  const cursors: string[] = [];
  for (const path of memberOf.keys()) {
    const { body } = await send('GET', `${fill(path, ids)}?limit=1`);
    for (const member of Object.values<Body>(body?._embedded ?? {}).flat()) note(path, member.id);
    const next: unknown = body?._links?.next?.href;
    if (typeof next === 'string') cursors.push(new URL(next).searchParams.get('cursor') ?? '');
  }
  return { ids, cursors };
}

/** Fills a path with the ids that are kept. */
function fill(path: string, ids: KnownIds): string {
  return path.replace(
    /:([A-Za-z]+)/g,
    (_, parameter: string, at: number) => idsAt(path, at, parameter, ids)[0],
  );
}

/** The ids of what a parameter of a path names, which stands at a place in it; the spare one may be the same. */
export function idsAt(path: string, at: number, parameter: string, ids: KnownIds): readonly [string, string] {
  const collection = path.slice(0, at - 1).replace(/^\/v1/, '');
  const [first = 'unknown', spare = first] = ids[collection] ?? ids[parameter] ?? [];
  return [first, spare];
}

/** The parameter that names the members of a collection, by the path of the collection. */
const memberOf: ReadonlyMap<string, string> = new Map(
  catalogue.flatMap(({ path }) => {
    const [, collection, parameter] = /^(.+)\/:([A-Za-z]+)$/.exec(path) ?? [];
    return collection === undefined || parameter === undefined ? [] : [[collection, parameter] as const];
  }),
);

const creatable: ReadonlySet<string> = new Set(
  catalogue.filter(({ path, operations }) => memberOf.has(path) && operations.POST).map(({ path }) => path),
);
