import { OUTCOMES, type Outcome, type Pair, type Parameters, type Policies } from '../fixtures/decisions.ts';
import { describeExchange, type Exchange } from '../fixtures/exchange.ts';
import { Blocked } from '../fixtures/mismatch.ts';
import type { Scope } from '../fixtures/scope.ts';
import { decisionEndpoints } from './decisionEndpoints.ts';

/** The media type that asks for several decisions at once (facts 0.3). */
export const BULK = 'application/vnd.pingidentity.decisionengine.authorize.bulk+json';

/** The documented options (Policy decision evaluation response data model). */
export const DECISIONS = ['PERMIT', 'DENY', 'NOT_APPLICABLE', 'INDETERMINATE'] as const;

/**
 * The path of a decision endpoint to evaluate: the one whose policies are known where that is said, otherwise a new
 * one. Evaluating changes nothing, so that one that exists may be used.
 * @param policies which ones decide, instead of those that are known
 * @throws Blocked when it cannot be created
 */
export async function evaluated(scope: Scope, policies: Policies = policiesOf(scope)): Promise<string> {
  const given = await decisionEndpoints.arrange(scope);
  if (policies.id !== undefined) return `${given.collection}/${String(policies.id)}`;
  return (await created(scope, policies)).path;
}

/** Creates a decision endpoint with the policies that are known. @throws Blocked when it cannot be created */
export async function created(scope: Scope, policies: Policies = {}) {
  const given = await decisionEndpoints.arrange(scope);
  return scope.create(decisionEndpoints, {
    given,
    body: { ...decisionEndpoints.body(scope, given), ...policies },
  });
}

/** Asks for one decision. */
export function evaluate(scope: Scope, path: string, parameters: Parameters): Promise<Exchange> {
  return scope.api.post(path, { parameters });
}

/** Sends a body with the bulk media type. */
export function sendBulk(scope: Scope, path: string, json: unknown): Promise<Exchange> {
  return scope.api.send({ method: 'POST', to: path, headers: { 'content-type': BULK }, json });
}

/** Asks for one decision for each of some parameters. */
export function evaluateBulk(scope: Scope, path: string, all: readonly Parameters[]): Promise<Exchange> {
  return sendBulk(scope, path, { decisionRequests: all.map((parameters) => ({ parameters })) });
}

/** The answer itself. @throws Blocked when the evaluation was refused, which other rows judge */
export async function answered(exchange: Promise<Exchange>): Promise<Exchange> {
  const answer = await exchange;
  if (answer.status < 300) return answer;
  throw new Blocked(`an evaluation was refused: ${describeExchange(answer)} ${answer.text.slice(0, 300)}`);
}

/** Parameters that are known to lead to an outcome. @throws Blocked when none are named */
export function parametersFor(scope: Scope, outcome: Outcome): Parameters {
  const known = scope.target.decisions?.outcomes[outcome];
  if (known === undefined) throw new Blocked(`no parameters are known that lead to ${outcome} (--decisions)`);
  return known;
}

/** Every outcome that parameters are known for. */
export function knownOutcomes(scope: Scope): readonly Outcome[] {
  return OUTCOMES.filter((outcome) => scope.target.decisions?.outcomes[outcome] !== undefined);
}

/** Known parameters, or none at all, which any policy has to cope with. */
export function someParameters(scope: Scope): Parameters {
  const [outcome] = knownOutcomes(scope);
  return outcome === undefined ? {} : parametersFor(scope, outcome);
}

/** The pairs of policies in a relation. @throws Blocked when none are named */
export function pairsIn(scope: Scope, relation: Pair['relation']): readonly Pair[] {
  const pairs = (scope.target.decisions?.pairs ?? []).filter((pair) => pair.relation === relation);
  if (pairs.length > 0) return pairs;
  throw new Blocked(`no policies are known that are in the relation ${relation} (--decisions)`);
}

/**
 * Answers to evaluations of many kinds: nothing, an unknown name, values of several types, and everything known.
 * @throws Blocked when all are refused
 */
export async function variedAnswers(scope: Scope, path: string): Promise<readonly Exchange[]> {
  const known = knownOutcomes(scope).map((outcome) => parametersFor(scope, outcome));
  const unknown = { [scope.name()]: 'x', count: 1, flag: true };
  const answers: Exchange[] = [];
  for (const parameters of [{}, unknown, ...known]) {
    const answer = await evaluate(scope, path, parameters);
    if (answer.status < 300) answers.push(answer);
  }
  if (answers.length === 0) throw new Blocked('every evaluation was refused');
  return answers;
}

function policiesOf(scope: Scope): Policies {
  return scope.target.decisions?.endpoint ?? {};
}
