import { assert, assertStatus } from '../../fixtures/assertions.ts';
import { assertRefusedWith, badRequest, forbidden } from '../../fixtures/refusals.ts';
import type { Given, Resource } from '../../fixtures/resource.ts';
import type { Scope } from '../../fixtures/scope.ts';

/** Creates are sent a few at a time: fast, and no burst that a real target would have to slow down. */
const AT_ONCE = 8;

/**
 * Demands that as many of a resource as there may be can be created, that one more is refused, and that this left
 * nothing behind.
 * @param scope of an environment of the case's own, which has none of them
 * @param places where they are created in turn: several of them share one maximum
 * @throws Blocked when not even one can be created
 */
export async function assertQuota(
  scope: Scope,
  resource: Resource,
  places: readonly Given[],
  maximum: number,
): Promise<void> {
  const place = (turn: number) => places[turn % places.length] as Given;
  const create = (turn: number) => {
    const given = place(turn);
    return scope.api.post(given.collection, resource.body(scope, given));
  };
  await scope.create(resource, { given: place(0) });
  for (let made = 1; made < maximum; made += AT_ONCE) {
    const count = Math.min(AT_ONCE, maximum - made);
    const batch = Array.from({ length: count }, (_, index) => create(made + index));
    for (const answer of await Promise.all(batch)) assertStatus(answer, 201, 200);
  }
  assertRefusedWith(await create(maximum), badRequest, forbidden);
  let total = 0;
  for (const { collection } of places) total += (await scope.list(collection, resource.embedded)).length;
  assert(total === maximum, `after a refused create there are ${total} ${resource.name}`, {
    expected: `${maximum} ${resource.name}`,
    received: total,
  });
}
