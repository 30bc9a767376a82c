import { refused } from '../../../checks/bodies.ts';
import { assert, assertMember, assertRefused, assertStatus, sameJson } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at } from '../../../fixtures/exchange.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import { withValue } from '../../../fixtures/mutations/path.ts';
import { assertRefusedWith, notFound } from '../../../fixtures/refusals.ts';
import { settled } from '../../../fixtures/settle.ts';
import { apiServers } from '../../../resources/apiServers.ts';
import { deploy, deploymentOf } from '../../../resources/deployment.ts';
import { operations } from '../../../resources/operations.ts';

/** The time that a delete is given to reach what goes with the service (facts 0.10). */
const DELETE_LIMIT_MS = 120_000;

/** What an API service is part of, and what goes with it (API Services). */
export const service: readonly Case[] = [
  {
    title: 'a create names the environment of the service',
    requirements: ['api-servers-environment-id'],
    run: async ({ scope }) => {
      const { exchange } = await scope.create(apiServers);
      assertMember(exchange, 'environment.id', scope.target.environmentId);
    },
  },
  ...refused(apiServers, {
    rows: ['api-servers-update-validates'],
    what: 'with a base URL that a create would refuse',
    refusal: { target: 'baseUrls' },
    bodies: (clean) => [withValue(clean, 'baseUrls', ['ftp://files.example.com'])],
  }),
  {
    title: 'operations and deployment go with their service',
    requirements: ['api-servers-delete-removes-children'],
    run: async ({ scope }) => {
      const given = await operations.arrange(scope);
      const operation = await scope.create(operations, { given });
      const path = given.collection.replace(/\/operations$/, '');
      if (!(await deploy(scope, path))) throw new Blocked('the service could not be deployed');
      assertStatus(await scope.api.delete(path), 204);
      for (const gone of [operation.path, given.collection, deploymentOf(path)]) {
        const read = await settled(
          scope,
          DELETE_LIMIT_MS,
          () => scope.api.get(gone),
          ({ status }) => status === 404,
        );
        assertRefusedWith(read, notFound);
      }
    },
  },
  {
    title: 'the list without and with expand holds the same services',
    requirements: ['api-servers-expand'],
    run: async ({ scope }) => {
      const made = [await scope.create(apiServers), await scope.create(apiServers)];
      const collection = made[0]?.given.collection ?? '';
      assertStatus(await scope.api.get(`${collection}?expand=groups,scopes`), 200);
      const plain = await scope.list(collection, apiServers.embedded);
      const expanded = await scope.list(`${collection}?expand=groups,scopes`, apiServers.embedded);
      for (const { id } of made) {
        const names = [plain, expanded].map((members) => members.find((member) => member.id === id)?.name);
        assert(names[0] !== undefined && names[0] === names[1], 'expand changes which services are listed', {
          expected: `${String(names[0])} in both lists`,
          received: names.map(String),
        });
      }
    },
  },
  {
    title: 'a listed service carries name, base URLs, authorization server and self link',
    requirements: ['api-servers-list-item-members'],
    run: async ({ scope }) => {
      const { id, path, given } = await scope.create(apiServers);
      const members = await scope.list(given.collection, apiServers.embedded);
      const listed = members.find((member) => member.id === id);
      const read = await scope.api.get(path);
      for (const name of ['name', 'baseUrls', 'authorizationServer']) {
        assert(
          sameJson(at(listed, name), at(read.json, name)),
          `the list shows another ${name} than a read`,
          {
            expected: `${name} ${JSON.stringify(at(read.json, name))}`,
            received: listed ?? 'no such member',
          },
        );
      }
      const self = at(listed, '_links.self.href');
      assert(typeof self === 'string', 'a listed service has no link to itself', {
        expected: 'a self link',
        received: listed ?? 'no such member',
      });
      assertMember(await scope.api.get(self as string), 'id', id);
    },
  },
  {
    title: 'a limit within 1 to 25 is taken, and no page holds more than 25',
    requirements: ['api-servers-limit-range'],
    run: async ({ scope }) => {
      const { given } = await scope.create(apiServers);
      for (const limit of [1, 25]) {
        assertStatus(await scope.api.get(`${given.collection}?limit=${limit}`), 200);
      }
      for (const limit of [0, 26]) {
        const list = await scope.api.get(`${given.collection}?limit=${limit}`);
        if (list.status !== 200) {
          assertRefused(list, { target: 'limit' });
          continue;
        }
        const members = at(list.json, '_embedded.apiServers');
        assert(Array.isArray(members) && members.length <= 25, `a page of limit ${limit} is too long`, {
          expected: 'at most 25 services',
          received: list.text,
          exchange: list,
        });
      }
    },
  },
];
