import { assert, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import { assertRefusedWith, notFound } from '../../../fixtures/refusals.ts';
import type { Given } from '../../../fixtures/resource.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { settled } from '../../../fixtures/settle.ts';
import { externalForm } from '../../../resources/apiServerForms.ts';
import { apiServers } from '../../../resources/apiServers.ts';
import {
  askForDeployment,
  codeOf,
  deployed,
  deploymentOf,
  isProgress,
  serviceWithOperation,
  watchDeployment,
} from '../../../resources/deployment.ts';
import { operations } from '../../../resources/operations.ts';

/** The time that something deleted is given to be gone (facts 0.10). */
const DELETED_LIMIT_MS = 120_000;

/** What can be deployed, how often, and what does not deploy (API Server Deployment; facts 4.5). */
export const repetition: readonly Case[] = [
  {
    title: 'a service can be deployed again, changed or not',
    requirements: ['api-server-deployment-repeatable'],
    run: async ({ scope }) => {
      const { path, given } = await serviceWithOperation(scope);
      await deployed(scope, path);
      const replaced = await scope.api.put(path, apiServers.changed(scope, given));
      if (replaced.status !== 200) throw new Blocked('the service could not be replaced');
      await replaceOperation(scope, path, given);
      for (const _ of ['changed', 'unchanged']) {
        assertStatus(await askForDeployment(scope, path), 200, 201, 202, 204);
        const answers = await watchDeployment(scope, path);
        assertSuccessful(answers.at(-1) as Exchange);
      }
    },
  },
  {
    title: 'changing a service or its operations does not deploy it',
    requirements: ['api-server-deployment-edit-does-not-deploy'],
    run: async ({ scope }) => {
      const { path, given } = await serviceWithOperation(scope);
      const before = await deployed(scope, path);
      await replaceOperation(scope, path, given);
      assertSameDeployment(await scope.api.get(deploymentOf(path)), before);
      await scope.create(operations, { given: operationsOf(path) });
      assertSameDeployment(await scope.api.get(deploymentOf(path)), before);
      const replaced = await scope.api.put(path, apiServers.changed(scope, given));
      if (replaced.status !== 200) throw new Blocked('the service could not be replaced');
      assertSameDeployment(await scope.api.get(deploymentOf(path)), before);
    },
  },
  {
    title: 'a service without operations can be deployed',
    requirements: ['api-server-deployment-without-operations'],
    run: async ({ scope }) => {
      const { path } = await scope.create(apiServers);
      assertStatus(await askForDeployment(scope, path), 200);
    },
  },
  {
    title: 'a service whose tokens another server issues can be deployed',
    requirements: ['api-server-deployment-external-service'],
    run: async ({ scope }) => {
      const given = await externalForm.arrange(scope);
      const { path } = await scope.create(apiServers, { given, body: externalForm.full(scope, given) });
      await scope.create(operations, { given: operationsOf(path) });
      const asked = await askForDeployment(scope, path);
      assertStatus(asked, 200);
      const answers = await watchDeployment(scope, path);
      assertSuccessful(answers.at(-1) as Exchange);
    },
  },
  {
    title: 'a deployment concerns the service in the path only',
    requirements: ['api-server-deployment-own-service-only'],
    run: async ({ scope }) => {
      const other = await serviceWithOperation(scope);
      const { path } = await serviceWithOperation(scope);
      await watchDeployment(scope, path);
      const after = await scope.api.get(deploymentOf(other.path));
      assert(
        codeOf(after) === 'DEPLOYMENT_UNINITIALIZED',
        `${describeExchange(after)} after another service was deployed`,
        { expected: 'DEPLOYMENT_UNINITIALIZED', received: after.text, exchange: after },
      );
    },
  },
  {
    title: 'a deployment does not deploy what was deployed before',
    requirements: ['api-server-deployment-own-service-only'],
    run: async ({ scope }) => {
      const other = await serviceWithOperation(scope);
      const before = await deployed(scope, other.path);
      const { path } = await serviceWithOperation(scope);
      await watchDeployment(scope, path);
      assertSameDeployment(await scope.api.get(deploymentOf(other.path)), before);
    },
  },
  {
    title: 'a service that is gone cannot be deployed',
    requirements: ['platform-not-found-unknown-parent'],
    run: async ({ scope }) => {
      const { path } = await serviceWithOperation(scope);
      await deployed(scope, path);
      if ((await scope.api.delete(path)).status !== 204)
        throw new Blocked('the service could not be deleted');
      const last = await settled(
        scope,
        DELETED_LIMIT_MS,
        () => askForDeployment(scope, path),
        ({ status }) => status >= 400,
      );
      assertRefusedWith(last, notFound);
    },
  },
];

/** Demands that a deployment has the time and the decision endpoint that it had, and that no other one was begun. */
export function assertSameDeployment(after: Exchange, before: Exchange): void {
  assert(
    !isProgress(codeOf(after)) || isProgress(codeOf(before)),
    `${describeExchange(after)} in progress though nothing was deployed`,
    { expected: `status.code ${String(codeOf(before))}`, received: codeOf(after), exchange: after },
    assertSameDeployment,
  );
  for (const member of ['deployedAt', 'decisionEndpoint.id']) {
    const [was, is] = [at(before.json, member), at(after.json, member)];
    assert(
      was === is,
      `${describeExchange(after)} with another ${member} though nothing was deployed`,
      { expected: `${member} ${String(was)}`, received: is, exchange: after },
      assertSameDeployment,
    );
  }
}

function assertSuccessful(answer: Exchange): void {
  const detail = { expected: 'DEPLOYMENT_SUCCESSFUL', received: answer.text, exchange: answer };
  assert(
    codeOf(answer) === 'DEPLOYMENT_SUCCESSFUL',
    `${describeExchange(answer)} without success`,
    detail,
    assertSuccessful,
  );
}

/** The collection of operations of a service. */
export function operationsOf(path: string): Given {
  return { collection: `${path}/operations`, ids: {} };
}

async function replaceOperation(scope: Scope, path: string, given: Given): Promise<void> {
  const { collection } = operationsOf(path);
  const [operation] = await scope.list(collection, operations.embedded);
  const to = `${collection}/${String(operation?.id)}`;
  const put = await scope.api.put(to, operations.changed(scope, given));
  if (put.status !== 200 && put.status !== 201)
    throw new Blocked(`an operation could not be replaced: ${put.text}`);
}
