import { stateOf } from '../../../fixtures/aftermath.ts';
import { assert } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import { instantOf } from '../../../fixtures/instant.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import { settled } from '../../../fixtures/settle.ts';
import { deployed, deploymentOf, serviceWithOperation } from '../../../resources/deployment.ts';

/** Clocks of client and server may differ; the same allowance as for createdAt. */
const CLOCK_SKEW_MS = 300_000;

/** A time may be told in whole seconds, so that only a deployment a second later is told by another one. */
const NEXT_TIME_MS = 5_000;

/** What `deployedAt` tells (API service deployment data model). */
export const times: readonly Case[] = [
  {
    title: 'a service that was never deployed has no time of deployment',
    requirements: ['api-server-deployment-deployed-at-null'],
    run: async ({ scope }) => {
      const { path } = await serviceWithOperation(scope);
      const before = await stateOf(scope, deploymentOf(path));
      const time = at(before.json, 'deployedAt') ?? null;
      assertTime(before, time === null, 'deployedAt null or absent');
    },
  },
  {
    title: 'a success has the time of the deployment',
    requirements: ['api-server-deployment-deployed-at-set'],
    run: async ({ scope }) => {
      const { path } = await serviceWithOperation(scope);
      const earliest = Date.now() - CLOCK_SKEW_MS;
      const after = await deployed(scope, path);
      const time = instantOf(at(after.json, 'deployedAt'));
      const isPlausible = time >= earliest && time <= Date.now() + CLOCK_SKEW_MS;
      assertTime(after, isPlausible, 'deployedAt, a date-time around the deployment');
    },
  },
  {
    title: 'a later deployment moves the time forward',
    requirements: ['api-server-deployment-deployed-at-advances'],
    run: async ({ scope }) => {
      const { path } = await serviceWithOperation(scope);
      const first = instantOf(at((await deployed(scope, path)).json, 'deployedAt'));
      if (Number.isNaN(first)) throw new Blocked('the first deployment tells no time');
      const timeOf = ({ json }: Exchange) => instantOf(at(json, 'deployedAt'));
      const again = () => deployed(scope, path);
      const second = await settled(scope, NEXT_TIME_MS, again, (one) => timeOf(one) !== first);
      assertTime(second, timeOf(second) > first, `deployedAt later than ${new Date(first).toISOString()}`);
    },
  },
  {
    title: 'reading does not change the time of the deployment',
    requirements: ['api-server-deployment-deployed-at-stable'],
    run: async ({ scope }) => {
      const { path } = await serviceWithOperation(scope);
      const first = at((await deployed(scope, path)).json, 'deployedAt');
      if (first === undefined || first === null) throw new Blocked('the deployment tells no time');
      // A time of reading shows in the second read or, where it is told in seconds, in a later one.
      for (let time = 0; time < 3; time += 1) {
        const read = await scope.api.get(deploymentOf(path));
        assertTime(read, at(read.json, 'deployedAt') === first, `deployedAt ${String(first)} as read before`);
      }
    },
  },
];

function assertTime(answer: Exchange, holds: boolean, expected: string): void {
  const received = at(answer.json, 'deployedAt') ?? answer.text;
  const detail = { expected, received, exchange: answer };
  assert(holds, `${describeExchange(answer)} with another time than documented`, detail, assertTime);
}
