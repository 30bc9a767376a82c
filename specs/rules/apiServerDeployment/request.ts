import { assertUnchanged, stateOf } from '../../../fixtures/aftermath.ts';
import { assert, assertStatus, BAD_REQUEST_CODES } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import { assertRefusedWith, unsupportedMediaType } from '../../../fixtures/refusals.ts';
import { settled } from '../../../fixtures/settle.ts';
import {
  askForDeployment,
  codeOf,
  DEPLOY,
  deployed,
  deploymentOf,
  isOver,
  serviceWithOperation,
  watchDeployment,
} from '../../../resources/deployment.ts';

/** The time a deployment is given to come to its end (no document says how long one takes). */
const END_LIMIT_MS = 60_000;

/** How a deployment is asked for (Deploy API Service; facts 0.3 and 4.5). */
export const request: readonly Case[] = [
  {
    title: 'deploying answers 200 with the deployment',
    requirements: ['api-server-deployment-deploy-200'],
    run: async ({ scope }) => {
      const { path } = await serviceWithOperation(scope);
      const answer = await askForDeployment(scope, path);
      assertStatus(answer, 200);
      assertTellsCode(answer);
    },
  },
  {
    title: 'the deployment can be read before and after the service is deployed',
    requirements: ['api-server-deployment-read-200'],
    run: async ({ scope }) => {
      const { path } = await serviceWithOperation(scope);
      const before = await scope.api.get(deploymentOf(path));
      assertStatus(before, 200);
      const [, ...reads] = await watchDeployment(scope, path);
      for (const read of reads) assertStatus(read, 200);
    },
  },
  {
    title: 'the vendor media type asks for a deployment',
    requirements: ['api-server-deployment-media-type-accepted'],
    run: async ({ scope }) => {
      const { path } = await serviceWithOperation(scope);
      const answer = await askForDeployment(scope, path);
      if (![200, 201, 202, 204, 415].includes(answer.status))
        throw new Blocked(`the request was refused for another reason than its media type: ${answer.text}`);
      assertStatus(answer, 200, 201, 202, 204);
    },
  },
  {
    title: 'plain JSON does not deploy',
    requirements: ['api-server-deployment-media-type-plain-json'],
    run: async ({ scope }) => {
      const { path } = await serviceWithOperation(scope);
      const before = await stateOf(scope, deploymentOf(path));
      const answer = await scope.api.post(deploymentOf(path), {});
      assertRefusedWith(answer, unsupportedMediaType);
      await assertUnchanged(scope, before);
      // It was the media type that was refused: the documented one deploys the same service.
      await deployed(scope, path);
    },
  },
  {
    title: 'the vendor media type in the spelling of the path deploys too, or is not supported',
    requirements: ['api-server-deployment-media-type-case'],
    run: async ({ scope }) => {
      const { path } = await serviceWithOperation(scope);
      const headers = { 'content-type': DEPLOY.replace('apiserver', 'apiServer') };
      const answer = await scope.api.send({ method: 'POST', to: deploymentOf(path), headers });
      assertStatus(answer, 200, 415);
      scope.observe('reading', 'letter case of the deployment media type', `answered ${answer.status}`);
    },
  },
  {
    title: 'a deployment needs no body',
    requirements: ['api-server-deployment-no-body'],
    run: async ({ scope }) => {
      for (const body of [{}, { body: '' }]) {
        const to = deploymentOf((await serviceWithOperation(scope)).path);
        const headers = { 'content-type': DEPLOY };
        const answer = await scope.api.send({ method: 'POST', to, headers, ...body });
        if (answer.status === 415)
          throw new Blocked('the media type was refused, so nothing shows about bodies');
        assertStatus(answer, 200, 201, 202, 204);
      }
    },
  },
  {
    title: 'a body cannot set the members of a deployment',
    requirements: ['api-server-deployment-body-not-adopted'],
    run: async ({ scope }) => {
      const { path } = await serviceWithOperation(scope);
      await deployed(scope, path);
      const id = scope.unknownId();
      const answer = await scope.api.send({
        method: 'POST',
        to: deploymentOf(path),
        headers: { 'content-type': DEPLOY },
        json: { status: { code: 'DEPLOYMENT_FAILED' }, decisionEndpoint: { id } },
      });
      assertStatus(answer, 200, 400);
      if (answer.status === 400) {
        assert(BAD_REQUEST_CODES.includes(at(answer.json, 'code') as never), describeExchange(answer), {
          expected: `a code among ${BAD_REQUEST_CODES.join(', ')}`,
          received: answer.text,
          exchange: answer,
        });
      } else assertNotAdopted(answer, id);
      const read = async () => {
        const one = await scope.api.get(deploymentOf(path));
        assertNotAdopted(one, id);
        return one;
      };
      await settled(scope, END_LIMIT_MS, read, (one) => isOver(codeOf(one)));
    },
  },
];

function assertTellsCode(answer: Exchange): void {
  assert(typeof codeOf(answer) === 'string', `${describeExchange(answer)} without a state`, {
    expected: 'a body with status.code',
    received: answer.text,
    exchange: answer,
  });
}

function assertNotAdopted(answer: Exchange, id: string): void {
  const received = { code: codeOf(answer), id: at(answer.json, 'decisionEndpoint.id') };
  assert(
    received.code !== 'DEPLOYMENT_FAILED' && received.id !== id,
    `${describeExchange(answer)} with a member that the request set`,
    { expected: "the server's own status and decision endpoint", received, exchange: answer },
    assertNotAdopted,
  );
}
