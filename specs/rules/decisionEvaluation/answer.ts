import { assert, assertMember } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import { instantOf } from '../../../fixtures/instant.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import { settled } from '../../../fixtures/settle.ts';
import { deployableVersions } from '../../../resources/authorizationVersions.ts';
import {
  answered,
  created,
  evaluate,
  evaluated,
  someParameters,
} from '../../../resources/decisionEvaluation.ts';

/** Clocks of client and server may differ; the same allowance as for createdAt. */
const CLOCK_SKEW_MS = 300_000;
/** A time may be told in whole seconds, so that only an evaluation a second later has another one. */
const NEXT_TIME_MS = 5_000;
/** How many evaluations at once may be throttled (facts 0.10). */
const AT_ONCE = 5;

/** What one answer has to do with another, with the clock and with the endpoint (facts 4.2). */
export const answer: readonly Case[] = [
  {
    title: 'each evaluation has an id of its own',
    requirements: ['decision-evaluation-id-unique'],
    run: async ({ scope }) => {
      const path = await evaluated(scope);
      const [one, other] = [await ask(), await ask()];
      const [first, second] = [at(one.json, 'id'), at(other.json, 'id')];
      const holds = first === undefined || first !== second;
      const detail = { expected: `another id than ${String(first)}`, received: second, exchange: other };
      assert(holds, `${describeExchange(other)} with the id of another evaluation`, detail);
      if (first === undefined) scope.observe('reading', 'id of a decision', 'absent');

      function ask(): Promise<Exchange> {
        return answered(evaluate(scope, path, someParameters(scope)));
      }
    },
  },
  {
    title: 'an evaluation has the time at which it was made',
    requirements: ['decision-evaluation-timestamp'],
    run: async ({ scope }) => {
      const path = await evaluated(scope);
      const earliest = Date.now() - CLOCK_SKEW_MS;
      const ask = () => answered(evaluate(scope, path, someParameters(scope)));
      const first = await ask();
      const told = at(first.json, 'timestamp');
      const time = instantOf(told);
      const isNear = time >= earliest && time <= Date.now() + CLOCK_SKEW_MS;
      assertTime(first, told === undefined || isNear, 'absent, or a date-time around the evaluation');
      if (told === undefined) return;
      // A time that stays is that of something else, the making of the endpoint say.
      const later = await settled(scope, NEXT_TIME_MS, ask, ({ json }) => at(json, 'timestamp') !== told);
      assertTime(later, instantOf(at(later.json, 'timestamp')) > time, `a time after ${String(told)}`);
    },
  },
  {
    title: 'an endpoint with a fixed version decides by that version',
    requirements: ['decision-evaluation-authorization-version-fixed'],
    run: async ({ scope }) => {
      // One of two versions is not the latest.
      for (const { id, made } of await deployableVersions(scope, 2)) {
        const decided = await answered(evaluate(scope, made.path, someParameters(scope)));
        if (at(decided.json, 'authorizationVersion.id') !== undefined)
          assertMember(decided, 'authorizationVersion.id', id);
        else scope.observe('reading', 'version that decided', 'absent');
        const detail = { expected: 'a decision', received: decided.text, exchange: decided };
        assert(decided.json !== undefined, `${describeExchange(decided)} without a body`, detail);
      }
    },
  },
  {
    title: 'an endpoint on the latest policies decides, or says that there were too many requests',
    requirements: ['decision-evaluation-throttled'],
    run: async ({ scope }) => {
      const { path } = await created(scope);
      const parameters = someParameters(scope);
      const ask = { method: 'POST', to: path, json: { parameters }, once: true };
      const all = await Promise.all(Array.from({ length: AT_ONCE }, () => scope.api.send(ask)));
      if (all.every(({ status }) => status >= 400 && status < 500 && status !== 429))
        throw new Blocked(`evaluations are refused for another reason: ${all[0]?.text.slice(0, 300)}`);
      for (const one of all) {
        const decided = one.status === 200 && at(one.json, 'decision') !== undefined;
        const limited = one.status === 429 && at(one.json, 'code') === 'REQUEST_LIMITED';
        assert(decided || limited, `${describeExchange(one)} to one of ${AT_ONCE} requests at once`, {
          expected: '200 with a decision, or 429 with code REQUEST_LIMITED',
          received: `status ${one.status} ${one.text}`,
          exchange: one,
        });
      }
    },
  },
];

function assertTime(exchange: Exchange, holds: boolean, expected: string): void {
  const received = at(exchange.json, 'timestamp') ?? exchange.text;
  const detail = { expected: `timestamp ${expected}`, received, exchange };
  assert(holds, `${describeExchange(exchange)} with another time than documented`, detail, assertTime);
}
