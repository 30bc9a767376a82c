import { basePath } from '../apiPaths.ts';
import type { Collection } from '../engine/collection.ts';

/**
 * Operations of the emulator: `METHOD path`, the path as its routes have it, below /v1 or, for the authorization
 * server, from the root. `*` stands for every method; a path that ends in `*` for everything that begins so.
 */
export type Where = string | readonly string[];

/** The operations of a collection that most faults are about. */
export type Places = {
  readonly create: string;
  readonly list: string;
  readonly read: string;
  readonly replace: string;
  readonly remove: string;
  /** every operation that answers with one member */
  readonly one: readonly string[];
  readonly write: readonly string[];
  readonly all: readonly string[];
};

/** Where the operations of a collection are. */
export function placesOf<T>(collection: Pick<Collection<T>, 'path' | 'item'>): Places {
  const member = `${collection.path}/:${collection.item}`;
  const create = `POST ${collection.path}`;
  const list = `GET ${collection.path}`;
  const [read, replace, remove] = [`GET ${member}`, `PUT ${member}`, `DELETE ${member}`];
  return {
    create,
    list,
    read,
    replace,
    remove,
    one: [create, read, replace],
    write: [create, replace],
    all: [create, list, read, replace, remove],
  };
}

/** Tells whether a request is to one of the operations. */
export function matcher(where: Where): (method: string, path: string) => boolean {
  const tests = (typeof where === 'string' ? [where] : where).map(testOf);
  return (method, path) => tests.some((test) => test(method, path));
}

function testOf(where: string): (method: string, path: string) => boolean {
  const [method = '', path = ''] = where.split(' ');
  const open = path.endsWith('*');
  const source = (open ? path.slice(0, -1) : path)
    .replace(/[.+?^$()|[\]\\{}]/g, '\\$&')
    .replace(/:[A-Za-z]+/g, '[^/]+');
  const root = path.includes('/as/') || path === '*' ? '' : basePath;
  const pattern = new RegExp(`^${root}${source}${open ? '' : '/?$'}`);
  return (asked, at) => (method === '*' || method === asked) && pattern.test(at);
}
