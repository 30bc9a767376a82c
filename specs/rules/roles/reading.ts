import { walk } from '../../../checks/pages.ts';
import { assert, assertMember, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import type { Outgoing } from '../../../fixtures/client.ts';
import { filtered } from '../../../fixtures/filtering.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { membersOf } from '../facets.ts';
import { ROLES, roleNamed } from './role.ts';

/** Where roles are read, and that they are only read (Roles, entitlements, and permissions; Built-in Admin Roles). */
export const reading: readonly Case[] = [
  {
    title: 'the roles of the platform are read at its root, all and one',
    requirements: ['prerequisites-roles-at-root'],
    run: async ({ scope }) => {
      const list = await scope.api.get(ROLES);
      const [first] = membersOf(list, 'roles');
      assert(first !== undefined, 'the platform has no roles', {
        expected: 'one role at least',
        received: list.text,
        exchange: list,
      });
      const { id, name } = first?.value ?? {};
      const read = await scope.api.get(`${ROLES}/${id}`);
      assertStatus(read, 200);
      assertMember(read, 'id', id);
      assertMember(read, 'name', name);
    },
  },
  ...(['POST', 'PUT', 'DELETE'] as const).map(
    (method): Case => ({
      title: `a ${method} of a role is refused and changes nothing`,
      requirements: ['prerequisites-roles-read-only'],
      run: async ({ scope }) => {
        const before = await namesById(scope);
        const path = method === 'POST' ? ROLES : await spared(scope);
        const json = {
          name: scope.name(),
          description: 'A role',
          applicableTo: ['ENVIRONMENT'],
          permissions: [],
        };
        const outgoing: Outgoing = method === 'DELETE' ? { method, to: path } : { method, to: path, json };
        assertStatus(await scope.api.send(outgoing), 405, 403, 404);
        const after = await namesById(scope);
        assert(JSON.stringify(after) === JSON.stringify(before), 'the roles of the platform changed', {
          expected: before.join(', '),
          received: after,
        });
      },
    }),
  ),
  {
    title: 'the roles of an environment are the custom and the built-in ones',
    requirements: ['prerequisites-roles-environment-filter-type'],
    run: async ({ scope }) => {
      const collection = `${scope.environment}/roles`;
      const idsOf = async (to: string) =>
        (await walk(scope, { embedded: 'roles' }, to)).flatMap(({ ids }) => ids).sort();
      const all = await idsOf(collection);
      const custom = await idsOf(filtered(collection, '(type eq "CUSTOM")'));
      const builtIn = await idsOf(filtered(collection, '(type eq "PLATFORM")'));
      const both = [...custom, ...builtIn].sort();
      assert(both.join() === all.join(), 'custom and built-in roles are not all roles', {
        expected: all.join(', '),
        received: { custom, builtIn },
      });
    },
  },
];

/** Only the emulator's roles are safe to write to; real ones are spared by an id that names nothing. */
async function spared(scope: Scope): Promise<string> {
  if (scope.target.kind !== 'emulator') return `${ROLES}/${scope.unknownId()}`;
  return `${ROLES}/${(await roleNamed(scope, 'Client Application Developer', 'Environment Admin')).id}`;
}

/** Every role, in one order. */
async function namesById(scope: Scope): Promise<readonly string[]> {
  return (await scope.list(ROLES, 'roles')).map(({ id, name }) => `${id} ${name}`).sort();
}
