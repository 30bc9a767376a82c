import { proveOpen } from '../../../checks/control.ts';
import { assertNotStored, assertUnchanged, stateOf } from '../../../fixtures/aftermath.ts';
import { assert, assertMember, assertRefused, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { applicationResources } from '../../../resources/applicationResources.ts';

const taken = { target: 'name', codes: ['UNIQUENESS_VIOLATION'] };

/** Among what the name of an application resource is unique (Create Application Resource, data model). */
export const names: readonly Case[] = [
  {
    title: 'a replace cannot take the name of another one below the same parent',
    requirements: ['application-resources-name-unique-on-update'],
    run: async ({ scope }) => {
      const first = await scope.create(applicationResources);
      const { path } = await scope.create(applicationResources, { given: first.given });
      await proveOpen(scope, applicationResources, first.given, ['update']);
      const before = await stateOf(scope, path);
      assertRefused(await scope.api.put(path, { name: first.body.name }), taken);
      await assertUnchanged(scope, before);
    },
  },
  {
    title: 'its name may be used below another parent, or is taken there too',
    requirements: ['application-resources-name-across-parents'],
    run: async ({ scope }) => {
      const { body } = await scope.create(applicationResources);
      const given = await applicationResources.arrange(scope);
      const again = await scope.api.post(given.collection, body);
      scope.observe(
        'reading',
        'application-resources-name-across-parents',
        `below another parent: ${again.status}`,
      );
      if (again.status < 300) {
        assertStatus(again, 200, 201);
        assertMember(again, 'name', body.name);
        const members = await scope.list(given.collection, applicationResources.embedded);
        return assert(
          members.some(({ name }) => name === body.name),
          'an accepted application resource is not listed',
          { expected: `a member with the name ${body.name}`, received: members },
        );
      }
      assertRefused(again, taken);
      await assertNotStored(scope, applicationResources, given, body);
    },
  },
];
