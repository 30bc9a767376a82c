import { assertUnchanged, stateOf } from '../fixtures/aftermath.ts';
import { assert } from '../fixtures/assertions.ts';
import type { Outgoing } from '../fixtures/client.ts';
import type { Exchange } from '../fixtures/exchange.ts';
import { type Body, type Given, namingOf, type Resource } from '../fixtures/resource.ts';
import type { Scope } from '../fixtures/scope.ts';
import { proveOpen } from './control.ts';

/** What is sent in place of a valid body. */
export type Spoilt = Pick<Outgoing, 'body' | 'json' | 'headers'>;

/**
 * Sends each spoilt body as a create and as a replacement, demands of each answer what the caller says, and then
 * that nothing was stored and nothing changed. Valid writes go first, so that a refusal is about the spoiling.
 * @param spoil makes the spoilt bodies from a valid one; it is called with a new one for each request
 * @throws Blocked when a valid write is not accepted
 */
export async function assertEachRefused(
  scope: Scope,
  resource: Resource,
  spoil: (body: Body) => readonly Spoilt[],
  judge: (exchange: Exchange) => void,
): Promise<void> {
  const { path, shownAt, given, body } = await scope.create(resource);
  await proveOpen(scope, resource, given, ['update']);
  const before = await stateOf(scope, shownAt);
  const naming = namingOf(resource);
  const names: unknown[] = [];
  const fresh = (index: number) => {
    const valid = resource.body(scope, given);
    names.push(valid[naming]);
    return spoil(valid)[index] as Spoilt;
  };
  for (const index of spoil(body).keys()) {
    judge(await scope.api.send({ method: 'POST', to: given.collection, ...fresh(index) }));
    if (resource.operations.update !== undefined)
      judge(await scope.api.send({ method: 'PUT', to: path, ...fresh(index) }));
  }
  await assertUnchanged(scope, before);
  await assertNoneStored(
    scope,
    resource,
    given,
    names.filter((name) => name !== body[naming]),
  );
}

/**
 * Demands that no member of a collection has one of the names, nor one that was made of them by adding other
 * characters, nor no name at all.
 */
export async function assertNoneStored(
  scope: Scope,
  resource: Resource,
  given: Given,
  names: readonly unknown[],
): Promise<void> {
  const members = await scope.list(given.collection, resource.embedded);
  const stored = members.filter((member) => {
    const name = member[namingOf(resource)];
    return typeof name !== 'string' || names.some((sent) => isMadeOf(name, sent));
  });
  assert(
    stored.length === 0,
    `a refused create left a member in ${given.collection}`,
    { expected: 'no member from the refused creates', received: stored },
    assertNoneStored,
  );
}

/** Names of a run differ in numbers, so one that goes on with a digit or hyphen is another one. */
function isMadeOf(name: string, sent: unknown): boolean {
  return typeof sent === 'string' && name.startsWith(sent) && !/^[-0-9]/.test(name.slice(sent.length));
}
