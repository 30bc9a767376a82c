import type { Fault } from '../defect.ts';
import type { Asked } from '../reply.ts';
import type { Where } from '../where.ts';
import { body, entries, isObject } from './answers.ts';

type Json = Record<string, unknown>;

/** Leaves a member out of each success: `authorizationServer.type`, of one resource and of each entry of a page. */
export function omits(where: Where, path: string): Fault {
  return bodies(where, (one) => edit(one, path, () => undefined));
}

/** A value, or what becomes of the old one; faults say of what type that is. With undefined it is left out. */
export type Given =
  | string
  | number
  | boolean
  | null
  | readonly unknown[]
  | { readonly [name: string]: unknown }
  | undefined
  | ((old: never, asked: Asked) => unknown);

/** Gives a member another value, wherever the answer has one. */
export function gives(where: Where, path: string, value: Given): Fault {
  return bodies(where, (one, asked) =>
    edit(one, path, (old) => (typeof value === 'function' ? value(old as never, asked) : value)),
  );
}

/** Adds a member that may not be there, or sets one whether or not it was there. */
export function adds(where: Where, path: string, value: unknown): Fault {
  return bodies(where, (one) => edit(one, path, () => value, true));
}

/** Leaves a link out. */
export function unlinks(where: Where, name: string): Fault {
  return omits(where, `_links.${name}`);
}

/** Leads a link elsewhere: what its address becomes. */
export function misleads(where: Where, name: string, to: (href: string, asked: Asked) => unknown): Fault {
  return gives(where, `_links.${name}.href`, (href: string, asked) => to(String(href), asked));
}

function bodies(where: Where, change: (one: Json, asked: Asked) => void): Fault {
  const single = body(where, (json, asked) => {
    if (!isPage(json)) change(json, asked);
  });
  const many = entries(where, (entry, asked) => {
    change(entry, asked);
    return entry;
  });
  return (parts) => {
    single(parts);
    many(parts);
  };
}

/** An `_embedded` member beside an id is what expand asked for, not a page. */
function isPage(json: Json): boolean {
  return isObject(json._embedded) && json.id === undefined;
}

/** `*` in a path stands for every element of a list. */
function edit(node: unknown, path: string, change: (old: unknown) => unknown, create = false): void {
  const [name = '', ...rest] = path.split('.');
  if (Array.isArray(node) && name === '*') {
    if (rest.length > 0) for (const one of node) edit(one, rest.join('.'), change, create);
    else for (const [index, old] of node.entries()) node[index] = change(old);
    return;
  }
  if (!isObject(node)) return;
  if (rest.length > 0) {
    if (create && node[name] === undefined) node[name] = {};
    edit(node[name], rest.join('.'), change, create);
    return;
  }
  if (!create && node[name] === undefined) return;
  const next = change(node[name]);
  if (next === undefined) delete node[name];
  else node[name] = next;
}
