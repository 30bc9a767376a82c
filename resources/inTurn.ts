import type { Given } from '../fixtures/resource.ts';
import type { Scope } from '../fixtures/scope.ts';

/** How many things a collection of references can be filled with before one is referred to again. */
const COUNT = 8;

const turns = new WeakMap<Given, number>();

/** Makes several things to refer to; their ids go into `given.ids`, to be told by `nextId`. */
export async function severalIds(
  make: () => Promise<{ readonly id: string }>,
): Promise<Readonly<Record<string, string>>> {
  const ids: Record<string, string> = {};
  for (let number = 0; number < COUNT; number += 1) ids[`referred${number}`] = (await make()).id;
  return ids;
}

/** For bodies that are nothing but a reference: another id at each call. */
export function nextId(_scope: Scope, given: Given): { readonly id: string | undefined } {
  const turn = turns.get(given) ?? 0;
  turns.set(given, turn + 1);
  return { id: given.ids[`referred${turn % COUNT}`] };
}
