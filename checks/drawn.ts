import { assertRefused } from '../fixtures/assertions.ts';
import type { Case } from '../fixtures/case.ts';
import { at, type Exchange } from '../fixtures/exchange.ts';
import { assertKept } from '../fixtures/kept.ts';
import { valueAt, withValue } from '../fixtures/mutations/path.ts';
import { holdsForAll, type Property } from '../fixtures/property.ts';
import { type Body, type Drawing, namingOf, type Resource, shownOf } from '../fixtures/resource.ts';
import type { Scope } from '../fixtures/scope.ts';
import { fullOf, smallestOf } from './bodies.ts';
import { type Check, caseFor } from './check.ts';
import { withoutTrace } from './traces.ts';
import {
  accept,
  type Clean,
  openWrite,
  type PreparedWrite,
  prepareWrite,
  rowsOf,
  type Write,
  writesOf,
} from './writes.ts';

/** Creates run beside each other no further than quotas allow: 25 API services an environment, 25 operations each. */
const CONCURRENCY = 4;

/** Platform rows that a valid value which is refused or not kept breaks. */
const keeping: Readonly<Record<Write, readonly string[]>> = {
  create: ['platform-create-echoes-values', 'platform-create-then-read'],
  replace: ['platform-update-then-read'],
};

/** Draws a part of a body; the mark begins what has to bear the run's. */
type Draw = (scope: Scope, write: PreparedWrite, mark: string) => Property<Body>['arbitrary'];

/** Drawn values and bodies: every valid one is accepted and kept, every one of an invalid class is refused. */
export const drawn: Check = function* (resource) {
  for (const drawing of resource.drawings ?? []) {
    const { property, valid, invalid, requirement } = drawing;
    const draw: Draw = (_scope, { given }, mark) =>
      valid(mark, given).map((value) => withValue({}, property, value));
    yield* kept(resource, cleanFor(resource, drawing), property, draw, requirement);
    for (const { name, requirement: row } of invalid('')) yield* refused(resource, drawing, name, row);
  }
  const { bodies } = resource;
  if (bodies !== undefined) {
    yield* kept(resource, fullOf(resource), 'body', (_scope, { given }, mark) => bodies(given, mark));
  }
};

/** Cases that write every drawn part of a body, on top of a clean one, and find it kept. */
function* kept(resource: Resource, source: Clean, what: string, draw: Draw, own?: string): Generator<Case> {
  for (const write of writesOf(resource)) {
    yield* caseFor(
      resource,
      own === undefined ? keeping[write] : rowsOf([own], write),
      `every drawn ${what} is kept by a ${write}`,
      async ({ scope }) => {
        const prepared = await openWrite(scope, resource, write, source);
        const mark = scope.name('drawn');
        await holdsForAll(scope, {
          name: `${resource.name}: ${what}`,
          arbitrary: draw(scope, prepared, mark),
          concurrency: write === 'create' ? CONCURRENCY : 1,
          attempt: async (part) => {
            const clean = prepared.clean();
            const sent = renewed(part, mark, String(clean[namingOf(resource)]));
            const body = what === 'body' ? sent : withValue(clean, what, valueAt(sent, what));
            const answers = await accept(prepared, body);
            for (const answer of answers) assertKept(answer, '', shownOf(resource, sent));
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
  for (const write of writesOf(resource)) {
    const rows = rowsOf([row], write);
    const title = `every drawn ${property} with ${name} is refused in a ${write}`;
    if (rows.length === 0) continue;
    yield* caseFor(resource, rows, title, async ({ scope }) => {
      const prepared = await prepareWrite(scope, resource, write, cleanFor(resource, drawing));
      const clean = prepared.clean();
      const mark = String(clean[namingOf(resource)]);
      const drawnClass = invalid(mark, prepared.given).find((one) => one.name === name);
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

/** The body that takes a drawn value: the drawing's own, the form of the property, or else the smallest one. */
function cleanFor(resource: Resource, { property, into }: Drawing): Clean {
  if (into !== undefined) return { arrange: into.arrange, body: into.full };
  const form = resource.forms?.find(({ under }) => property === under || property.startsWith(`${under}.`));
  return form === undefined ? smallestOf(resource) : fullOf(form);
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
