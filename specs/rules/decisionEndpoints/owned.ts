import { assertUnchanged, stateOf } from '../../../fixtures/aftermath.ts';
import { assert, assertMember, assertStatus, sameJson } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange, isObject } from '../../../fixtures/exchange.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import { assertRefusedWith, badRequest, forbidden } from '../../../fixtures/refusals.ts';
import type { Body } from '../../../fixtures/resource.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { decisionEndpoints } from '../../../resources/decisionEndpoints.ts';
import { deployed, serviceWithOperation } from '../../../resources/deployment.ts';
import { collectionOf } from './endpoint.ts';

/** What only the server sets in an endpoint, so that a body made of a read leaves it out. */
const SERVER_SET = ['_links', '_embedded', 'id', 'environment', 'recentDecisions', 'provenance'];

/** What a client may do with the endpoint of an API service (data model, owned; admin guide). */
export const owned: readonly Case[] = [
  {
    title: 'an endpoint that is owned cannot be renamed',
    requirements: ['decision-endpoints-owned-restricts-update'],
    run: async ({ scope }) => {
      await changesOwn(scope);
      const before = await endpointOfService(scope);
      if (at(before.json, 'owned') !== true)
        throw new Blocked(
          'the endpoint of an API service is not owned; if none ever is: --lacks owned-endpoints',
        );
      const put = await scope.api.put(pathOf(scope, before), {
        ...bodyOf(before),
        name: scope.name('renamed'),
      });
      assertRefusedWith(put, badRequest, forbidden);
      await assertUnchanged(scope, before);
    },
  },
  {
    title: 'the endpoint of an API service cannot be deleted',
    requirements: ['decision-endpoints-owned-restricts-delete'],
    run: async ({ scope }) => {
      await changesOwn(scope);
      const before = await endpointOfService(scope);
      assertRefusedWith(await scope.api.delete(pathOf(scope, before)), badRequest, forbidden);
      assertStatus(await scope.api.get(pathOf(scope, before)), 200);
    },
  },
  {
    title: 'recording can be switched for the endpoint of an API service, or nothing can be changed',
    requirements: ['decision-endpoints-owned-recording-editable'],
    run: async ({ scope }) => {
      const before = await endpointOfService(scope);
      const recordRecentRequests = at(before.json, 'recordRecentRequests') !== true;
      const put = await scope.api.put(pathOf(scope, before), { ...bodyOf(before), recordRecentRequests });
      scope.observe('reading', 'recording of an API service', put.status === 200 ? 'switched' : 'fixed');
      if (put.status !== 200) {
        assertRefusedWith(put, forbidden);
        return assertUnchanged(scope, before);
      }
      const after = await scope.api.get(pathOf(scope, before));
      for (const answer of [put, after]) assertMember(answer, 'recordRecentRequests', recordRecentRequests);
      const others = (json: unknown) => ({ ...(json as Body), recordRecentRequests });
      const detail = { expected: before.text, received: after.text, exchange: after };
      const same = sameJson(others(after.json), others(before.json));
      assert(same, `${describeExchange(after)} with more changes than were asked for`, detail);
    },
  },
];

/**
 * Deploys an API service of the case's own and reads the endpoint that its deployment names. What is tried on it
 * is safe: the endpoint goes with the service.
 * @throws Blocked when the deployment names none
 */
async function endpointOfService(scope: Scope): Promise<Exchange> {
  const { path } = await serviceWithOperation(scope);
  const id = at((await deployed(scope, path)).json, 'decisionEndpoint.id');
  if (typeof id !== 'string') throw new Blocked('the deployment names no decision endpoint');
  scope.ledger.madeUp(id);
  return stateOf(scope, `${collectionOf(scope)}/${id}`);
}

function pathOf(scope: Scope, endpoint: Exchange): string {
  return `${collectionOf(scope)}/${String(at(endpoint.json, 'id'))}`;
}

/** The endpoint as it was read, as a body to send back. */
function bodyOf({ json }: Exchange): Body {
  if (!isObject(json)) throw new Blocked('the endpoint of the service cannot be read');
  return Object.fromEntries(Object.entries(json).filter(([name]) => !SERVER_SET.includes(name)));
}

/** An endpoint that belongs to no service can be renamed and deleted. @throws Blocked where it cannot */
async function changesOwn(scope: Scope): Promise<void> {
  const { path, body } = await scope.create(decisionEndpoints);
  const renamed = await scope.api.put(path, { ...body, name: scope.name('renamed') });
  const deleted = await scope.api.delete(path);
  for (const control of [renamed, deleted])
    if (control.status >= 300) throw new Blocked(`no endpoint can be changed: ${describeExchange(control)}`);
}
