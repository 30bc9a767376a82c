import { assert } from '../fixtures/assertions.ts';
import type { Outgoing } from '../fixtures/client.ts';
import { describeExchange, type Exchange } from '../fixtures/exchange.ts';
import type { Body, Resource } from '../fixtures/resource.ts';
import type { Scope } from '../fixtures/scope.ts';
import { properties } from '../schemas/contract.ts';

const SUCCESSES = ['list', 'read', 'create', 'update', 'delete'] as const;
const ERRORS = ['invalid', 'malformed', 'unauthenticated', 'missing', 'unsupported'] as const;

/** One exchange of each kind that a resource has: successes, and 400 twice, 401, 404 and 415. */
export type Answers = Readonly<
  Record<Exclude<(typeof SUCCESSES)[number], 'read' | 'update'> | (typeof ERRORS)[number], Exchange>
> &
  Readonly<Partial<Record<'read' | 'update', Exchange>>>;

/**
 * Provokes one answer of each kind. None of them is judged here.
 * @param headers sent with each of the requests
 * @throws Blocked when the resource that is read, replaced and deleted cannot be created
 */
export async function answersOf(
  scope: Scope,
  resource: Resource,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answers> {
  const { path, shownAt, given } = await scope.create(resource);
  const { collection } = given;
  const { read, update } = resource.operations;
  const body = resource.body(scope, given);
  const send = (method: string, to: string, more: Partial<Outgoing> = {}) =>
    scope.api.send({ method, to, ...more, headers: { ...more.headers, ...headers } });
  const text = (value: unknown, type: string) => ({
    body: typeof value === 'string' ? value : JSON.stringify(value),
    headers: { 'content-type': type },
  });
  return {
    list: await send('GET', collection),
    ...(read === undefined ? {} : { read: await send('GET', path) }),
    create: await send('POST', collection, { json: body }),
    ...(update === undefined
      ? {}
      : { update: await send('PUT', path, { json: resource.changed(scope, given) }) }),
    invalid: await send('POST', collection, { json: withoutRequired(resource, body) }),
    malformed: await send('POST', collection, text('{"name":', 'application/json')),
    unauthenticated: await send('GET', shownAt, { token: null }),
    missing: await send(read === undefined ? 'DELETE' : 'GET', `${collection}/${scope.unknownId()}`),
    unsupported: await send('POST', collection, text(resource.body(scope, given), 'text/plain')),
    delete: await send('DELETE', path),
  };
}

/** All of them, successes first. */
export function everyAnswer(answers: Answers): readonly Exchange[] {
  return [...SUCCESSES, ...ERRORS].flatMap((kind) => answers[kind] ?? []);
}

/** Those that should succeed with a body. */
export function representations({ list, read, create, update }: Answers): readonly Exchange[] {
  return [list, read, create, update].filter((answer) => answer !== undefined);
}

export function errorAnswers(answers: Answers): readonly Exchange[] {
  return ERRORS.map((kind) => answers[kind]);
}

/** The body without the first property that the contract requires, and so one that has to be refused. */
export function withoutRequired(resource: Resource, body: Body): Body {
  const first = properties(resource.model).find(({ required, readOnly }) => required && !readOnly)?.path;
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== first));
}

/**
 * Demands the same of several exchanges; the first that does not meet it is told.
 * @param expected what each has to have, as a phrase: `a Date header`
 * @param received what it has instead
 */
export function assertEach(
  exchanges: readonly Exchange[],
  expected: string,
  holds: (exchange: Exchange) => boolean,
  received: (exchange: Exchange) => unknown,
): void {
  for (const exchange of exchanges) {
    assert(
      holds(exchange),
      `${describeExchange(exchange)} without ${expected}`,
      { expected, received: received(exchange) ?? 'nothing', exchange },
      assertEach,
    );
  }
}

/**
 * Demands that no two exchanges have the same value.
 * @param what the value's name: `Correlation-Id`
 */
export function assertDistinct(
  exchanges: readonly Exchange[],
  what: string,
  read: (exchange: Exchange) => unknown,
): void {
  const seen = new Set<unknown>();
  for (const exchange of exchanges) {
    const value = read(exchange);
    assert(
      !seen.has(value),
      `${describeExchange(exchange)} with the ${what} of an earlier answer`,
      { expected: `a ${what} of its own`, received: value ?? 'nothing', exchange },
      assertDistinct,
    );
    seen.add(value);
  }
}
