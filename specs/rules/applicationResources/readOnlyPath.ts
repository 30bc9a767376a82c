import { proveOpen } from '../../../checks/control.ts';
import { assertUnchanged, stateOf } from '../../../fixtures/aftermath.ts';
import { assert, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { applicationResources } from '../../../resources/applicationResources.ts';
import { listWide, widePath } from './paths.ts';

/** 405 is expected; an edge in front of the service may reject the route with 403 or not know it (facts 0.2). */
const NOT_OFFERED = [405, 403, 404];

const requirements = ['application-resources-read-only-path'];

/** The path below the environment is for reading (Application Resources, introduction). */
export const readOnlyPath: readonly Case[] = [
  {
    title: 'a create below the environment is refused and creates nothing',
    requirements,
    run: async ({ scope }) => {
      await scope.create(applicationResources);
      const name = scope.name();
      assertStatus(await scope.api.post(widePath(scope), { name }), ...NOT_OFFERED);
      const stored = (await listWide(scope)).filter((member) => member.name === name);
      assert(stored.length === 0, 'a refused create left an application resource', {
        expected: `no member with name ${name}`,
        received: stored,
      });
    },
  },
  ...(['PUT', 'DELETE'] as const).map(
    (method): Case => ({
      title: `a ${method} below the environment is refused and changes nothing`,
      requirements,
      run: async ({ scope }) => {
        const { id, path, given } = await scope.create(applicationResources);
        await proveOpen(scope, applicationResources, given, ['update', 'delete']);
        const before = await stateOf(scope, path);
        const json = method === 'PUT' ? { json: applicationResources.changed(scope, given) } : {};
        const answer = await scope.api.send({ method, to: widePath(scope, id), ...json });
        assertStatus(answer, ...NOT_OFFERED);
        await assertUnchanged(scope, before);
      },
    }),
  ),
];
