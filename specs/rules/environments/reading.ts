import { stateOf } from '../../../fixtures/aftermath.ts';
import { assert, assertMember, assertModel, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange } from '../../../fixtures/exchange.ts';
import { membersOf } from '../facets.ts';
import { organizationId } from '../organizations/organization.ts';
import { ENVIRONMENTS, knownIds, listEnvironments } from './environment.ts';

/** What reads of environments answer (Environments, read all and read one). */
export const reading: readonly Case[] = [
  {
    title: 'the list answers a collection document',
    requirements: ['environments-read-all-200'],
    run: async ({ scope }) => {
      const list = await scope.api.get(ENVIRONMENTS);
      assertStatus(list, 200);
      assertModel(list, 'Page', 'response');
    },
  },
  {
    title: 'the list shows the environments of the organization in the token and no others',
    requirements: ['environments-read-all-organization-from-token'],
    run: async ({ scope }) => {
      const list = await scope.api.get(ENVIRONMENTS);
      const owner = organizationId(scope);
      const others = membersOf(list, 'environments').filter(
        ({ value }) => at(value, 'organization.id') !== owner,
      );
      assert(others.length === 0, 'the list shows environments of other organizations', {
        expected: `organization.id ${owner} in every member`,
        received: others.map(({ value }) => value),
        exchange: list,
      });
    },
  },
  {
    title: 'the list holds the known environments once',
    requirements: ['environments-read-all-contains-target'],
    run: async ({ scope }) => {
      const ids = (await listEnvironments(scope)).map(({ id }) => id);
      for (const known of knownIds(scope)) {
        const times = ids.filter((id) => id === known).length;
        assert(times === 1, `an environment stands ${times} times in the list`, {
          expected: `one member with id ${known}`,
          received: ids,
        });
      }
    },
  },
  {
    title: 'the list is not empty',
    requirements: ['environments-read-all-not-empty'],
    run: async ({ scope }) => {
      const list = await scope.api.get(ENVIRONMENTS);
      assert(membersOf(list, 'environments').length > 0, `${describeExchange(list)} without members`, {
        expected: 'at least one member',
        received: list.text,
        exchange: list,
      });
    },
  },
  {
    title: 'the members of the list stand below _embedded.environments',
    requirements: ['environments-read-all-embedded-key'],
    run: async ({ scope }) => {
      const list = await scope.api.get(ENVIRONMENTS);
      const areObjects = membersOf(list, 'environments').every(({ value }) => typeof value === 'object');
      assert(areObjects, `${describeExchange(list)} with members that are no objects`, {
        expected: 'an array of objects',
        received: list.text,
        exchange: list,
      });
    },
  },
  {
    title: 'a read by id answers that one environment',
    requirements: ['environments-read-one-200'],
    run: async ({ scope }) => {
      for (const id of knownIds(scope)) {
        const read = await scope.api.get(`${ENVIRONMENTS}/${id}`);
        if (id !== scope.target.environmentId && read.status === 403) continue;
        assertStatus(read, 200);
        assertMember(read, 'id', id);
      }
    },
  },
  {
    title: 'a read with a trailing slash answers the same environment or finds nothing',
    requirements: ['environments-read-one-trailing-slash'],
    run: async ({ scope }) => {
      const self = at((await stateOf(scope, scope.environment)).json, '_links.self.href');
      const isEmitted = typeof self === 'string' && self.endsWith('/');
      const read = await scope.api.get(`${scope.environment}/`);
      // A server whose own links end so has to serve them (platform-links-self-readable).
      assertStatus(read, 200, ...(isEmitted ? [] : [404]));
      if (read.status === 200) assertMember(read, 'id', scope.target.environmentId);
      scope.observe('reading', 'environments-read-one-trailing-slash', `status ${read.status}`);
    },
  },
  {
    title: 'the product list is embedded in one environment when it is asked for',
    requirements: ['environments-expand-bill-of-materials'],
    run: async ({ scope }) => {
      const expanded = await scope.api.get(`${scope.environment}?expand=billOfMaterials`);
      assertStatus(expanded, 200);
      assert(showsProducts(expanded.json), `${describeExchange(expanded)} without the products`, {
        expected: '_embedded.billOfMaterials or billOfMaterials with products',
        received: expanded.text,
        exchange: expanded,
      });
      const plain = await scope.api.get(scope.environment);
      assert(
        at(plain.json, '_embedded.billOfMaterials') === undefined,
        `${describeExchange(plain)} with products`,
        {
          expected: 'no _embedded.billOfMaterials',
          received: plain.text,
          exchange: plain,
        },
      );
    },
  },
  {
    title: 'the product list is embedded in the list when it is asked for',
    requirements: ['environments-expand-bill-of-materials'],
    run: async ({ scope }) => {
      const expanded = await scope.api.get(`${ENVIRONMENTS}?expand=billOfMaterials`);
      const own = membersOf(expanded, 'environments').find(
        ({ value }) => value.id === scope.target.environmentId,
      );
      assert(showsProducts(own?.value), `${describeExchange(expanded)} without the products`, {
        expected: '_embedded.billOfMaterials or billOfMaterials with products',
        received: own?.value ?? 'no such member',
        exchange: expanded,
      });
      const plain = await scope.api.get(ENVIRONMENTS);
      const embedding = membersOf(plain, 'environments').find(
        ({ value }) => at(value, '_embedded.billOfMaterials') !== undefined,
      );
      assert(embedding === undefined, `${describeExchange(plain)} with products`, {
        expected: 'no _embedded.billOfMaterials',
        received: embedding?.value,
        exchange: plain,
      });
    },
  },
];

function showsProducts(environment: unknown): boolean {
  const products = [
    at(environment, '_embedded.billOfMaterials.products'),
    at(environment, 'billOfMaterials.products'),
  ];
  return products.some((list) => Array.isArray(list) && list.length > 0);
}
