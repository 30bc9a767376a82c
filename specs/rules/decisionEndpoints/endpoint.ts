import { assert } from '../../../fixtures/assertions.ts';
import { describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import type { Body } from '../../../fixtures/resource.ts';
import type { Made, Scope } from '../../../fixtures/scope.ts';
import { decisionEndpoints } from '../../../resources/decisionEndpoints.ts';

/** The collection of the environment of a scope. */
export function collectionOf(scope: Scope): string {
  return `${scope.environment}/decisionEndpoints`;
}

/** Creates an endpoint whose body has further members, or other values. @throws Blocked when that is refused */
export async function createWith(scope: Scope, more: Body): Promise<Made> {
  const given = await decisionEndpoints.arrange(scope);
  return scope.create(decisionEndpoints, {
    given,
    body: { ...decisionEndpoints.body(scope, given), ...more },
  });
}

/** Every endpoint of the environment, over all pages. @throws Blocked when they cannot be read */
export function listEndpoints(scope: Scope): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return scope.list(collectionOf(scope), decisionEndpoints.embedded);
}

/** Demands something of an answer; the whole of it is told when it does not hold. */
export function assertShows(answer: Exchange, holds: boolean, expected: string): void {
  const detail = { expected, received: answer.text, exchange: answer };
  assert(holds, `${describeExchange(answer)} without ${expected}`, detail, assertShows);
}
