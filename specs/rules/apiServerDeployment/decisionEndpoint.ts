import { stateOf } from '../../../fixtures/aftermath.ts';
import { isCorrectUuid } from '../../../fixtures/arbitraries/uuid.ts';
import { assert, assertMember, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { settled } from '../../../fixtures/settle.ts';
import { deployed, deploymentOf, serviceWithOperation } from '../../../resources/deployment.ts';

/** The time that a new decision endpoint is given to be readable (facts 0.10). */
const CREATED_LIMIT_MS = 30_000;

/** The decision endpoint of a deployment (API service deployment data model; admin guide). */
export const decisionEndpoint: readonly Case[] = [
  {
    title: 'a deployed service names its decision endpoint',
    requirements: ['api-server-deployment-decision-endpoint-id'],
    run: async ({ scope }) => {
      const { path } = await serviceWithOperation(scope);
      assertId(await deployed(scope, path), isCorrectUuid, 'a UUID');
    },
  },
  {
    title: 'before the first deployment there is no decision endpoint, or one with an id',
    requirements: ['api-server-deployment-decision-endpoint-before'],
    run: async ({ scope }) => {
      const { path } = await serviceWithOperation(scope);
      const before = await stateOf(scope, deploymentOf(path));
      const endpoint = at(before.json, 'decisionEndpoint') ?? null;
      assertId(
        before,
        (id) => endpoint === null || isCorrectUuid(id),
        'absent with decisionEndpoint, or a UUID',
      );
      const reading = endpoint === null ? 'made by the deployment' : 'there from the beginning';
      scope.observe('reading', 'decision endpoint of an API service', reading);
    },
  },
  {
    title: 'the decision endpoint of a deployed service can be read',
    requirements: ['api-server-deployment-decision-endpoint-exists'],
    run: async ({ scope }) => {
      const { path } = await serviceWithOperation(scope);
      const id = idOf(await deployed(scope, path));
      const read = await readEndpoint(scope, id);
      assertStatus(read, 200);
      assertMember(read, 'id', id);
    },
  },
  {
    title: 'the decision endpoint has the name of the service',
    requirements: ['api-server-deployment-decision-endpoint-name'],
    run: async ({ scope }) => {
      const { path, body } = await serviceWithOperation(scope);
      const read = await readEndpoint(scope, idOf(await deployed(scope, path)));
      if (read.status !== 200) throw new Blocked(`the decision endpoint is not readable: ${read.status}`);
      assertMember(read, 'name', body.name);
    },
  },
  {
    title: 'a later deployment keeps the decision endpoint',
    requirements: ['api-server-deployment-decision-endpoint-stable'],
    run: async ({ scope }) => {
      const { path } = await serviceWithOperation(scope);
      const first = idOf(await deployed(scope, path));
      assertId(await deployed(scope, path), (id) => id === first, `${first} as before`);
    },
  },
];

function readEndpoint(scope: Scope, id: string): Promise<Exchange> {
  return settled(
    scope,
    CREATED_LIMIT_MS,
    () => scope.api.get(`${scope.environment}/decisionEndpoints/${id}`),
    ({ status }) => status === 200,
  );
}

/** @throws Blocked when the deployment names no decision endpoint */
function idOf({ json, text }: Exchange): string {
  const id = at(json, 'decisionEndpoint.id');
  if (typeof id === 'string' && id !== '') return id;
  throw new Blocked(`the deployment names no decision endpoint: ${text.slice(0, 300)}`);
}

function assertId(answer: Exchange, holds: (id: unknown) => boolean, expected: string): void {
  assert(
    holds(at(answer.json, 'decisionEndpoint.id')),
    `${describeExchange(answer)} with another decision endpoint than promised`,
    { expected: `decisionEndpoint.id ${expected}`, received: answer.text, exchange: answer },
    assertId,
  );
}
