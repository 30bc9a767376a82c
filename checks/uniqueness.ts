import { assertUnchanged, stateOf } from '../fixtures/aftermath.ts';
import { assert, assertRefused, assertStatus, detailsOf, namesProperty } from '../fixtures/assertions.ts';
import { at, describeExchange, type Exchange } from '../fixtures/exchange.ts';
import { assertRefusedWith, badRequest } from '../fixtures/refusals.ts';
import type { Resource } from '../fixtures/resource.ts';
import type { Made, Scope } from '../fixtures/scope.ts';
import { type Check, caseFor, successes } from './check.ts';
import { proveOpen } from './control.ts';

/** A value that must be unique has one holder (Error codes, UNIQUENESS_VIOLATION; the pages of the resources). */
export const uniqueness: Check = function* (resource) {
  if (resource.unique === undefined) return;
  const { property } = resource.unique;
  yield* taken(resource, property);
  yield* reported(resource, property);
  yield* caseFor(
    resource,
    'platform-uniqueness-concurrent',
    `of several creates at once with one ${property} one succeeds`,
    async ({ scope }) => {
      const given = await resource.arrange(scope);
      const body = resource.body(scope, given);
      const answers = await Promise.all([1, 2, 3, 4, 5].map(() => scope.api.post(given.collection, body)));
      const refused = answers.filter(({ status }) => status >= 300);
      for (const answer of refused) assertRefusedWith(answer, badRequest);
      const members = await scope.list(given.collection, resource.embedded);
      const holders = members.filter((member) => member[property] === body[property]);
      assert(
        refused.length === 4 && holders.length === 1,
        `${5 - refused.length} creates at once succeeded and left ${holders.length} members`,
        { expected: 'one success and one member', received: answers.map(({ status }) => status) },
      );
    },
  );
  yield* caseFor(
    resource,
    'platform-put-own-unique-value',
    `a replace may keep its own ${property}`,
    async ({ scope }) => {
      const { path, given, body } = await scope.create(resource);
      const put = await scope.api.put(path, {
        ...resource.changed(scope, given),
        [property]: body[property],
      });
      assertStatus(put, ...successes(resource.operations.update));
    },
  );
};

function* taken(resource: Resource, property: string) {
  yield* caseFor(
    resource,
    'platform-uniqueness-400',
    `a taken ${property} is refused at creation`,
    async ({ scope }) => {
      const { first, again } = await createTwice(scope, resource, property);
      assertRefusedWith(again, badRequest);
      await assertUnchanged(scope, first.state);
      const members = await scope.list(first.given.collection, resource.embedded);
      const holders = members.filter((member) => member[property] === first.body[property]);
      assert(holders.length === 1, `${holders.length} members have the same ${property}`, {
        expected: `one member with ${property} ${JSON.stringify(first.body[property])}`,
        received: holders,
      });
    },
  );
  if (resource.operations.update === undefined) return;
  yield* caseFor(
    // Their own rows speak of creation.
    { ...resource, also: {} },
    'platform-uniqueness-400',
    `a taken ${property} is refused in a replace`,
    async ({ scope }) => {
      const first = await scope.create(resource);
      await proveOpen(scope, resource, first.given, ['update']);
      const other = await scope.create(resource, { given: first.given });
      const states = [await stateOf(scope, first.path), await stateOf(scope, other.path)];
      const put = await scope.api.put(other.path, { ...other.body, [property]: first.body[property] });
      assertRefusedWith(put, badRequest);
      for (const state of states) await assertUnchanged(scope, state);
    },
  );
}

/** How the refusal tells what is wrong; a service may give no details (facts 0.9). */
function* reported(resource: Resource, property: string) {
  const own = resource.also['platform-uniqueness-400'] ?? [];
  if (own.length > 0) {
    yield* caseFor(
      { ...resource, also: {} },
      own,
      `a taken ${property} is refused for being taken`,
      async ({ scope }) => {
        const { again } = await createTwice(scope, resource, property);
        assertRefused(again, { target: property, codes: ['UNIQUENESS_VIOLATION'] });
      },
    );
  }
  yield* caseFor(
    resource,
    'platform-error-detail-uniqueness',
    `a taken ${property} is reported with its holder`,
    async ({ scope }) => {
      const { first, again } = await createTwice(scope, resource, property);
      const detail = detailsOf(again).find(
        ({ code, target }) => code === 'UNIQUENESS_VIOLATION' && namesProperty(String(target), property),
      );
      const holder = at(detail, 'innerError.existingId');
      assert(
        again.status === 400 && detail !== undefined && (holder === undefined || holder === first.id),
        `${describeExchange(again)} without a detail that tells the violation`,
        {
          expected: `400 with UNIQUENESS_VIOLATION for ${property}, and existingId, when given, ${first.id}`,
          received: again.text,
          exchange: again,
        },
      );
    },
  );
}

/** Creates one, and tries to create another with the same value below the same collection. */
async function createTwice(
  scope: Scope,
  resource: Resource,
  property: string,
): Promise<{ first: Made & { state: Exchange }; again: Exchange }> {
  const made = await scope.create(resource);
  const state = await stateOf(scope, made.path);
  const body = { ...resource.body(scope, made.given), [property]: made.body[property] };
  return { first: { ...made, state }, again: await scope.api.post(made.given.collection, body) };
}
