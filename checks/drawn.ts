import { assertRefused } from '../fixtures/assertions.ts';
import type { Case } from '../fixtures/case.ts';
import { at, type Exchange } from '../fixtures/exchange.ts';
import { assertKept } from '../fixtures/kept.ts';
import { withValue } from '../fixtures/mutations/path.ts';
import { holdsForAll, type Property } from '../fixtures/property.ts';
import type { Body, Drawing, Resource } from '../fixtures/resource.ts';
import type { Scope } from '../fixtures/scope.ts';
import { fullOf, smallestOf } from './bodies.ts';
import { type Check, caseFor } from './check.ts';
import { withoutTrace } from './traces.ts';
import { accept, openWrite, type PreparedWrite, prepareWrite, rowsOf, type Write, writes } from './writes.ts';

/** Creates run beside each other no further than quotas allow: 25 API services an environment, 25 operations each. */
const CONCURRENCY = 4;

/** Platform rows that a valid value which is refused or not kept breaks. */
const keeping: Readonly<Record<Write, readonly string[]>> = {
  create: ['platform-create-echoes-values', 'platform-create-then-read'],
  replace: ['platform-update-then-read'],
};

/** Drawn values and bodies: every valid one is accepted and kept, every one of an invalid class is refused. */
export const drawn: Check = function* (resource) {
  for (const drawing of resource.drawings ?? []) {
    const { property, valid, invalid } = drawing;
    yield* kept(resource, smallestOf(resource), property, (_scope, _write, mark) =>
      valid(mark).map((value) => ({ [property]: value })),
    );
    for (const { name, requirement } of invalid('')) yield* refused(resource, drawing, name, requirement);
  }
  const { bodies } = resource;
  if (bodies !== undefined) {
    yield* kept(resource, fullOf(resource), 'body', (_scope, { given }, mark) => bodies(given, mark));
  }
};

/** Cases that write every drawn part of a body, on top of a clean one, and find it kept. */
function* kept(
  resource: Resource,
  clean: Parameters<typeof openWrite>[3],
  what: string,
  draw: (scope: Scope, write: PreparedWrite, mark: string) => Property<Body>['arbitrary'],
): Generator<Case> {
  for (const write of writes) {
    yield* caseFor(
      resource,
      keeping[write],
      `every drawn ${what} is kept by a ${write}`,
      async ({ scope }) => {
        const prepared = await openWrite(scope, resource, write, clean);
        const mark = scope.name('drawn');
        await holdsForAll(scope, {
          name: `${resource.name}: ${what}`,
          arbitrary: draw(scope, prepared, mark),
          concurrency: write === 'create' ? CONCURRENCY : 1,
          attempt: async (part) => {
            const sent = renewed(part, mark, scope.name());
            const base = what === 'body' ? {} : prepared.clean();
            const answers = await accept(prepared, { ...base, ...sent });
            for (const answer of answers) assertKept(answer, '', sent);
            await removeCreated(prepared, answers[0]);
          },
        });
      },
    );
  }
}

/** Cases that write every drawn value of an invalid class and find it refused for its property. */
function* refused(resource: Resource, drawing: Drawing, name: string, row: string): Generator<Case> {
  const { property, invalid } = drawing;
  for (const write of writes) {
    const rows = rowsOf([row], write);
    const title = `every drawn ${property} with ${name} is refused in a ${write}`;
    if (rows.length === 0) continue;
    yield* caseFor(resource, rows, title, async ({ scope }) => {
      const prepared = await prepareWrite(scope, resource, write, smallestOf(resource));
      const clean = prepared.clean();
      const mark = String(clean.name);
      const drawnClass = invalid(mark).find((one) => one.name === name);
      if (drawnClass === undefined) throw new Error(`${property} has no invalid class ${name}`);
      await withoutTrace(prepared, clean, () =>
        holdsForAll(scope, {
          name: `${resource.name}: ${property} with ${name}`,
          arbitrary: drawnClass.arbitrary,
          concurrency: CONCURRENCY,
          attempt: async (value) => {
            const answer = await prepared.send(withValue(clean, property, value));
            await removeCreated(prepared, answer);
            assertRefused(answer, { target: property });
          },
        }),
      );
    });
  }
}

/** The same value under another mark: values that are unique collide neither with each other nor with a shrunk one. */
function renewed(part: Body, mark: string, fresh: string): Body {
  return JSON.parse(JSON.stringify(part).replaceAll(mark, fresh)) as Body;
}

/** Removes what a create made, so that however many are drawn, few exist at a time. */
async function removeCreated({ scope, given, path }: PreparedWrite, answer: Exchange): Promise<void> {
  const id = at(answer.json, 'id');
  if (path === undefined && answer.status < 300 && typeof id === 'string') {
    await scope.api.delete(`${given.collection}/${id}`);
  }
}
