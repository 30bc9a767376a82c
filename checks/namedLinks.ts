import { assertStatus } from '../fixtures/assertions.ts';
import { at, type Exchange } from '../fixtures/exchange.ts';
import type { Link, Resource } from '../fixtures/resource.ts';
import { onceThere } from '../fixtures/settle.ts';
import { assertEach } from './answers.ts';
import { type Check, caseFor } from './check.ts';
import { documentsOf, hrefOf, pathOf } from './documents.ts';

/** The links that only this resource has, a row each (the samples of the resource pages). */
export const namedLinks: Check = function* (resource) {
  for (const [name, link] of Object.entries(resource.links)) {
    if (link.requirements !== undefined) yield* present(resource, name, link, link.requirements);
  }
};

function* present(resource: Resource, name: string, link: Link, rows: readonly string[]) {
  yield* caseFor(resource, rows, `representations link to their ${name}`, async ({ scope }) => {
    const { made, representations } = await documentsOf(scope, resource);
    const expected = link.path({ ...made, scope });
    for (const answer of representations) {
      const href = hrefOf(answer.json, name);
      const holds = () => pathOf(scope, href) === expected;
      assertEach([answer], `a ${name} link to ${expected}`, holds, linksOf);
      if (link.followable) assertStatus(await onceThere(scope, href ?? ''), 200);
    }
  });
  const reference = link.reference === undefined ? undefined : resource.references?.[link.reference];
  if (reference === undefined) return;
  yield* caseFor(resource, rows, `the ${name} link follows a replaced reference`, async ({ scope }) => {
    const { path, given } = await scope.create(resource);
    const other = await scope.create(reference.resource);
    const put = await scope.api.put(path, reference.bodyWith(scope, given, other.id));
    const holds = ({ json }: Exchange) => pathOf(scope, hrefOf(json, name)) === other.path;
    assertEach([put, await scope.api.get(path)], `a ${name} link to ${other.path}`, holds, linksOf);
  });
}

function linksOf({ json }: Exchange): unknown {
  return at(json, '_links');
}
