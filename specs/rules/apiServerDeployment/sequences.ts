import { type DeploymentStep, deploymentSequence } from '../../../fixtures/arbitraries/deploymentSequence.ts';
import type { Case } from '../../../fixtures/case.ts';
import { holdsForAll } from '../../../fixtures/property.ts';
import type { Made, Scope } from '../../../fixtures/scope.ts';
import { apiServers } from '../../../resources/apiServers.ts';
import { deployed, deploymentOf, serviceWithOperation } from '../../../resources/deployment.ts';
import { operations } from '../../../resources/operations.ts';
import { assertSameDeployment, operationsOf } from './repetition.ts';

/** An environment takes 25 API services, and other workers create some meanwhile. */
const CONCURRENCY = 3;

/** Drawn stories of edits and deployments (API Server Deployment; facts 4.5). */
export const sequences: readonly Case[] = [
  {
    title: 'whatever is done to a service, only a deployment deploys it',
    requirements: ['api-server-deployment-edit-does-not-deploy'],
    run: ({ scope }) =>
      holdsForAll(scope, {
        name: 'stories of a service',
        arbitrary: deploymentSequence,
        concurrency: CONCURRENCY,
        attempt: async (story) => {
          const service = await serviceWithOperation(scope);
          let before = await scope.api.get(deploymentOf(service.path));
          for (const step of story) {
            await act(scope, step, service);
            const after = await scope.api.get(deploymentOf(service.path));
            if (step !== 'deploy') assertSameDeployment(after, before);
            before = after;
          }
          await scope.api.delete(service.path);
        },
      }),
  },
];

async function act(scope: Scope, step: DeploymentStep, { path, given }: Made): Promise<void> {
  if (step === 'deploy') await deployed(scope, path);
  else if (step === 'replace the service') await scope.api.put(path, apiServers.changed(scope, given));
  else if (step === 'add an operation') await scope.create(operations, { given: operationsOf(path) });
  else await scope.api.post(deploymentOf(path), {});
}
