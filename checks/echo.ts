import { assert, sameJson } from '../fixtures/assertions.ts';
import { at, describeExchange, type Exchange, isObject } from '../fixtures/exchange.ts';
import type { Body, Resource } from '../fixtures/resource.ts';
import type { Scope } from '../fixtures/scope.ts';

/** Creates one with every optional property, so that a dropped one shows. */
export async function createFull(scope: Scope, resource: Resource) {
  const given = await resource.arrange(scope);
  return scope.create(resource, { given, body: resource.full(scope, given) });
}

/** Demands that an answer has every value that was sent; objects may have more members than were sent. */
export function assertHolds(exchange: Exchange, body: Body): void {
  const missing = Object.keys(body).filter((name) => !includes(at(exchange.json, name), body[name]));
  assert(
    missing.length === 0,
    `${describeExchange(exchange)} without the values sent for ${missing.join(', ')}`,
    {
      expected: JSON.stringify(Object.fromEntries(missing.map((name) => [name, body[name]]))),
      received: exchange.text,
      exchange,
    },
    assertHolds,
  );
}

function includes(received: unknown, sent: unknown): boolean {
  if (!isObject(sent)) return sameJson(received, sent);
  return isObject(received) && Object.entries(sent).every(([name, value]) => includes(received[name], value));
}
