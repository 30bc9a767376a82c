import { assert, assertStatus } from '../../../fixtures/assertions.ts';
import { at, describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import type { Made, Scope } from '../../../fixtures/scope.ts';
import { applicationRoles } from '../../../resources/applicationRoles.ts';
import { giveRole } from '../../../resources/userApplicationRoleAssignments.ts';
import { users } from '../../../resources/users.ts';

/** A user, as an item of a role's list shows one. */
export type Item = Readonly<Record<string, unknown>>;

/** More pages than any case fills. */
const PAGE_LIMIT = 50;

/** Users of one population. @throws Blocked when they cannot be created */
export async function newUsers(scope: Scope, count: number): Promise<Made[]> {
  const given = await users.arrange(scope);
  const made: Made[] = [];
  while (made.length < count) made.push(await scope.create(users, { given }));
  return made;
}

/** A role, and users who have it. @throws Blocked when they cannot be had */
export async function heldRole(scope: Scope, count: number): Promise<{ role: Made; holders: Made[] }> {
  const role = await scope.create(applicationRoles);
  const holders = await newUsers(scope, count);
  for (const holder of holders) await giveRole(scope, holder, role);
  return { role, holders };
}

/** The items of a page, under whatever key: that of users is not documented. None where nothing is embedded. */
export function itemsOf(page: Exchange): readonly Item[] {
  assertStatus(page, 200);
  const arrays = Object.values((at(page.json, '_embedded') ?? {}) as object).filter(Array.isArray);
  assert(arrays.length < 2, `${describeExchange(page)} with ${arrays.length} arrays of items`, {
    expected: 'one array below _embedded',
    received: page.text,
    exchange: page,
  });
  return (arrays[0] ?? []) as Item[];
}

/** Reads the items of a collection to the last page. Demands that the walk ends. */
export async function walkItems(scope: Scope, to: string): Promise<readonly (readonly Item[])[]> {
  const pages: (readonly Item[])[] = [];
  const visited = new Set<unknown>();
  for (let next: unknown = to; typeof next === 'string'; ) {
    assert(!visited.has(next) && pages.length < PAGE_LIMIT, `the next links of ${to} lead in a circle`, {
      expected: 'a last page',
      received: next,
    });
    visited.add(next);
    const page: Exchange = await scope.api.get(next);
    pages.push(itemsOf(page));
    next = at(page.json, '_links.next.href');
  }
  return pages;
}

/** Every user of a role, as items. */
export async function usersOf(scope: Scope, role: Pick<Made, 'path'>): Promise<readonly Item[]> {
  return (await walkItems(scope, `${role.path}/users`)).flat();
}

/** Whether an item shows the id of a user, in one of the two places where it may stand. */
export function identifies(item: unknown, { id }: Pick<Made, 'id'>): boolean {
  return at(item, 'id') === id || at(item, 'user.id') === id;
}
