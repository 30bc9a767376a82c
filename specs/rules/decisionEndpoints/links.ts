import { stateOf } from '../../../fixtures/aftermath.ts';
import { assert, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, type Exchange } from '../../../fixtures/exchange.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { deployableVersion } from '../../../resources/authorizationVersions.ts';
import { decisionEndpoints } from '../../../resources/decisionEndpoints.ts';
import { assertLeadsTo } from '../links.ts';
import { collectionOf } from './endpoint.ts';

const VERSION = 'authorizationVersion';

/** Where an endpoint and the collection lead (Create and Read All Decision Endpoints, samples). */
export const links: readonly Case[] = [
  {
    title: 'the answers to a create and a replace link to the environment',
    requirements: ['decision-endpoints-link-environment'],
    run: async ({ scope }) => {
      for (const answer of await written(scope)) {
        assertLeadsTo(answer, answer.json, 'environment', scope.environment);
      }
    },
  },
  {
    title: 'the collection links to its environment',
    requirements: ['decision-endpoints-list-link-environment'],
    run: async ({ scope }) => {
      const list = await scope.api.get(collectionOf(scope));
      assertLeadsTo(list, list.json, 'environment', scope.environment);
    },
  },
  {
    title: 'an endpoint with a fixed version links to it',
    requirements: ['decision-endpoints-link-authorization-version'],
    run: async ({ scope }) => {
      const { id, made } = await deployableVersion(scope);
      const put = await scope.api.put(made.path, { ...made.body, description: 'Keeps its version' });
      for (const answer of [made.exchange, put]) {
        const href = assertLeadsTo(answer, answer.json, VERSION, `/authorizationVersions/${id}`);
        assertStatus(await scope.api.get(href), 200);
      }
    },
  },
  {
    title: 'an endpoint without a version links to none that cannot be read',
    requirements: ['decision-endpoints-link-authorization-version-absent'],
    run: async ({ scope }) => {
      const { exchange, path, id } = await scope.create(decisionEndpoints);
      const read = await stateOf(scope, path);
      const listed = (await scope.list(collectionOf(scope), decisionEndpoints.embedded)).find(
        (member) => member.id === id,
      );
      for (const value of [exchange.json, read.json, listed]) {
        const link = at(value, `_links.${VERSION}`);
        const href = at(link, 'href');
        const led = typeof href === 'string' ? (await scope.api.get(href)).status : undefined;
        assert(link === undefined || link === null || led === 200, 'an endpoint links to a made-up version', {
          expected: `no ${VERSION} link, or one that answers 200`,
          received: { link, status: led },
        });
      }
    },
  },
];

/** What a create and a replace answer. */
async function written(scope: Scope): Promise<readonly [Exchange, Exchange]> {
  const { exchange, path, given } = await scope.create(decisionEndpoints);
  return [exchange, await scope.api.put(path, decisionEndpoints.changed(scope, given))];
}
