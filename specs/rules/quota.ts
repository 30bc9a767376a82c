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
 * @throws Blocked when not even one can be created
 */
export async function assertQuota(
  scope: Scope,
  resource: Resource,
  given: Given,
  maximum: number,
): Promise<void> {
  const create = () => scope.api.post(given.collection, resource.body(scope, given));
  await scope.create(resource, { given });
  for (let made = 1; made < maximum; made += AT_ONCE) {
    const batch = Array.from({ length: Math.min(AT_ONCE, maximum - made) }, create);
    for (const answer of await Promise.all(batch)) assertStatus(answer, 201, 200);
  }
  assertRefusedWith(await create(), badRequest, forbidden);
  const { length } = await scope.list(given.collection, resource.embedded);
  assert(length === maximum, `after a refused create there are ${length} ${resource.name}`, {
    expected: `${maximum} ${resource.name}`,
    received: length,
  });
}
