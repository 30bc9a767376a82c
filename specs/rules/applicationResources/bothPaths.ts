import { assert, assertError, assertMember, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { applicationResources } from '../../../resources/applicationResources.ts';
import { listWide, widePath } from './paths.ts';

/** What is written below a parent is seen below it and below the environment (facts 4.7; client facts 2). */
export const bothPaths: readonly Case[] = [
  {
    title: 'what is created below a parent reads the same on both paths',
    requirements: ['application-resources-create-then-read'],
    run: async ({ scope }) => {
      const given = await applicationResources.arrange(scope);
      const body = applicationResources.full(scope, given);
      const { id, path } = await scope.create(applicationResources, { given, body });
      for (const to of [path, widePath(scope, id)]) {
        const read = await scope.api.get(to);
        assertStatus(read, 200);
        assertMember(read, 'id', id);
        for (const [name, value] of Object.entries(body)) assertMember(read, name, value);
      }
    },
  },
  {
    title: 'what is created below several parents is listed once on both paths',
    requirements: ['application-resources-create-then-list'],
    run: async ({ scope }) => {
      const first = await scope.create(applicationResources);
      const second = await scope.create(applicationResources, { given: first.given });
      const other = await scope.create(applicationResources);
      const lists = [
        { path: widePath(scope), ids: [first.id, second.id, other.id] },
        { path: first.given.collection, ids: [first.id, second.id] },
        { path: other.given.collection, ids: [other.id] },
      ];
      for (const { path, ids } of lists) {
        const listed = (await scope.list(path, 'resources')).map(({ id }) => id);
        const seen = listed.filter((id) => ids.includes(String(id)));
        assert(
          ids.every((id) => listed.includes(id)) && seen.length === ids.length,
          `${path} misses or repeats members`,
          { expected: `each once: ${ids.join(', ')}`, received: listed },
        );
      }
    },
  },
  {
    title: 'what a replace stored reads the same on both paths',
    requirements: ['application-resources-update-then-read'],
    run: async ({ scope }) => {
      const { id, path, given } = await scope.create(applicationResources);
      const body = applicationResources.changed(scope, given);
      await scope.api.put(path, body);
      for (const to of [path, widePath(scope, id)]) {
        const read = await scope.api.get(to);
        assertStatus(read, 200);
        assertMember(read, 'name', body.name);
      }
    },
  },
  {
    title: 'what was deleted is found on neither path',
    requirements: ['application-resources-delete-then-gone'],
    run: async ({ scope }) => {
      const { id, path } = await scope.create(applicationResources);
      assertStatus(await scope.api.get(widePath(scope, id)), 200);
      await scope.api.delete(path);
      for (const to of [path, widePath(scope, id)])
        assertError(await scope.api.get(to), [404], ['NOT_FOUND']);
      const listed = (await listWide(scope)).map((member) => member.id);
      assert(!listed.includes(id), 'a deleted application resource is still listed', {
        expected: `no member with id ${id}`,
        received: listed,
      });
    },
  },
];
