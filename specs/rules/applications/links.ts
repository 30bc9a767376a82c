import { assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at } from '../../../fixtures/exchange.ts';
import { applications } from '../../../resources/applications.ts';
import { assertLeadsTo } from '../links.ts';

const BELOW = ['grants', 'attributes', 'secret', 'roleAssignments'];

/** Where a worker application leads (Applications, response samples). */
export const links: readonly Case[] = [
  {
    title: 'a worker links to what belongs to it',
    requirements: ['prerequisites-applications-links'],
    run: async ({ scope }) => {
      const { path } = await scope.create(applications);
      const read = await scope.api.get(path);
      assertStatus(read, 200);
      assertLeadsTo(read, read.json, 'self', path);
      assertLeadsTo(read, read.json, 'environment', scope.environment);
      for (const relation of BELOW) assertLeadsTo(read, read.json, relation, `${path}/${relation}`);
    },
  },
  {
    title: 'further links of a worker stay in its environment',
    requirements: ['prerequisites-applications-links'],
    run: async ({ scope }) => {
      const { path } = await scope.create(applications);
      const read = await scope.api.get(path);
      assertStatus(read, 200);
      if (at(read.json, '_links.metadata') !== undefined) {
        assertLeadsTo(read, read.json, 'metadata', `${path}/metadata`);
      }
      const policy = at(read.json, 'signing.keyRotationPolicy.id');
      if (typeof policy === 'string' && at(read.json, '_links.keyRotationPolicy') !== undefined) {
        assertLeadsTo(
          read,
          read.json,
          'keyRotationPolicy',
          `${scope.environment}/keyRotationPolicies/${policy}`,
        );
      }
    },
  },
];
