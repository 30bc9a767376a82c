import { smallestOf } from '../../../checks/bodies.ts';
import { proveOpen } from '../../../checks/control.ts';
import { refuse, sendEitherWay } from '../../../checks/traces.ts';
import { prepareWrite } from '../../../checks/writes.ts';
import { assertUnchanged, stateOf } from '../../../fixtures/aftermath.ts';
import {
  assertMember,
  assertRefused,
  assertStatus,
  detailsOf,
  namesProperty,
} from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { apiServers } from '../../../resources/apiServers.ts';
import { resources } from '../../../resources/resources.ts';

/** What an API service may be called (API services, data model, `name`). */
export const names: readonly Case[] = [
  {
    title: 'a service cannot take the name of another one',
    requirements: ['api-servers-name-unique-on-update'],
    run: async ({ scope }) => {
      const first = await scope.create(apiServers);
      const other = await scope.create(apiServers, { given: first.given });
      await proveOpen(scope, apiServers, first.given, ['update']);
      const before = await stateOf(scope, other.path);
      const put = await scope.api.put(other.path, { ...other.body, name: first.body.name });
      assertRefused(put, { target: 'name', codes: ['UNIQUENESS_VIOLATION'] });
      await assertUnchanged(scope, before);
    },
  },
  {
    title: 'a name that no resource may have is no name for a service',
    requirements: ['api-servers-name-valid-resource-name'],
    run: async ({ scope }) => {
      const write = await prepareWrite(scope, apiServers, 'create', smallestOf(apiServers));
      const below = await resources.arrange(scope);
      const spoilt = [
        (name: string) => name.padEnd(300, 'a'),
        (name: string) => `${name}<b>`,
        (name: string) => `${name}\u0007`,
      ];
      for (const spoil of spoilt) {
        const ofResource = resources.body(scope, below);
        const answer = await scope.api.post(below.collection, {
          ...ofResource,
          name: spoil(String(ofResource.name)),
        });
        const details = detailsOf(answer);
        const forName =
          details.length === 0 || details.some(({ target }) => namesProperty(String(target), 'name'));
        assertStatus(answer, 201, 400);
        if (answer.status !== 400 || !forName) {
          scope.observe(
            'name',
            'resources',
            `a resource may be called ${JSON.stringify(spoil('name')).slice(0, 20)}`,
          );
          continue;
        }
        const body = write.clean();
        await refuse(write, { ...body, name: spoil(String(body.name)) }, { target: 'name' });
      }
    },
  },
  {
    title: 'the name of a resource is free for a service, or taken',
    requirements: ['api-servers-name-shared-with-resource'],
    run: async ({ scope }) => {
      const write = await prepareWrite(scope, apiServers, 'create', smallestOf(apiServers));
      const resource = await scope.create(resources);
      const way = await sendEitherWay(
        write,
        { ...write.clean(), name: resource.body.name },
        {
          accepted: (answer) => assertMember(answer, 'name', resource.body.name),
          refused: (answer) => assertRefused(answer, { target: 'name', codes: ['UNIQUENESS_VIOLATION'] }),
        },
      );
      scope.observe('reading', 'the name of a resource as the name of a service', way);
    },
  },
];
