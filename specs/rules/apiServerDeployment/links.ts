import { hrefOf, pathOf } from '../../../checks/documents.ts';
import { assert, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange, isObject } from '../../../fixtures/exchange.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import {
  askForDeployment,
  deployed,
  deploymentOf,
  serviceWithOperation,
} from '../../../resources/deployment.ts';

/** A link of a deployed service: its row, its name, and the path it leads to. */
type Linked = {
  readonly row: string;
  readonly link: string;
  readonly path: (about: { scope: Scope; service: string; deployment: Exchange }) => string | undefined;
  readonly followed: boolean;
};

const linked: readonly Linked[] = [
  {
    row: 'api-server-deployment-link-self',
    link: 'self',
    path: ({ service }) => deploymentOf(service),
    followed: true,
  },
  {
    row: 'api-server-deployment-link-environment',
    link: 'environment',
    path: ({ scope }) => scope.environment,
    followed: false,
  },
  {
    row: 'api-server-deployment-link-api-server',
    link: 'apiServer',
    path: ({ service }) => service,
    followed: true,
  },
  {
    row: 'api-server-deployment-link-decision-endpoint',
    link: 'decisionEndpoint',
    path: ({ scope, deployment }) => {
      const id = at(deployment.json, 'decisionEndpoint.id');
      return typeof id === 'string' ? `${scope.environment}/decisionEndpoints/${id}` : undefined;
    },
    followed: false,
  },
];

/** Where the links of a deployment lead (Deploy API Service, example response). */
export const links: readonly Case[] = linked.map(({ row, link, path, followed }) => ({
  title: `a deployment has the link ${link}`,
  requirements: [row],
  run: async ({ scope }) => {
    const service = await serviceWithOperation(scope);
    const read = await deployed(scope, service.path);
    const again = await askForDeployment(scope, service.path);
    // Whether a request is answered with the deployment is another row's question.
    for (const deployment of isObject(again.json) && again.status < 300 ? [read, again] : [read]) {
      const href = hrefOf(deployment.json, link);
      const expected = path({ scope, service: service.path, deployment });
      if (expected === undefined && deployment === again) continue;
      if (expected === undefined) throw new Blocked('the deployment names no decision endpoint');
      assert(
        pathOf(scope, href) === expected,
        `${describeExchange(deployment)} without the link ${link} to where it belongs`,
        {
          expected: `a link ${link} to ${expected}`,
          received: href ?? deployment.text,
          exchange: deployment,
        },
      );
      if (followed) assertStatus(await scope.api.get(href ?? ''), 200);
    }
  },
}));
