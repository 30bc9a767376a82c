import { quoted } from '../fixtures/filtering.ts';
import type { Filter, Resource } from '../fixtures/resource.ts';
import type { Scope } from '../fixtures/scope.ts';
import { type Check, caseFor } from './check.ts';
import { assertExactly, readFiltered } from './filterReads.ts';
import { filteredMembers } from './samples.ts';

const NON_ASCII = 'é漢😀';

/** How a filter is written in an address (Conventions, Filtering; client facts 1.3 for the plus). */
export const filterSpelling: Check = function* (resource) {
  for (const filter of resource.filters ?? []) yield* spellings(resource, filter);
};

function* spellings(resource: Resource, filter: Filter) {
  const { attribute } = filter;
  yield* caseFor(
    resource,
    'platform-filter-encoding',
    `a filter on ${attribute} is decoded before it is read`,
    async ({ scope }) => {
      const sample = await spelledSample(scope, resource, filter);
      if (sample === undefined) return;
      await sample.assertMeans(encodeAll(sample.expression));
      if (attribute !== 'name') return;
      const { given, id: plain } = sample;
      const name = `${scope.name()}${NON_ASCII}`;
      const { id } = await scope.create(resource, { given, body: { ...resource.body(scope, given), name } });
      const text = `name ${filter.operators[0]} ${quoted(name)}`;
      const found = await readFiltered(scope, resource, given, accepted(filter), encodeURIComponent(text));
      assertExactly(found ?? [], text, [id], [plain]);
    },
  );
  yield* caseFor(
    resource,
    'platform-filter-plus-as-space',
    `a plus in a filter on ${attribute} is a space`,
    async ({ scope }) => {
      const sample = await spelledSample(scope, resource, filter);
      await sample?.assertMeans(encodeURIComponent(sample.expression).replaceAll('%20', '+'));
    },
  );
}

/**
 * A member that a filter finds in its usual spelling, and a demand that another spelling finds it too.
 * @returns undefined when the target refuses the filter and documents disagree whether it may
 */
async function spelledSample(scope: Scope, resource: Resource, filter: Filter) {
  const given = await resource.arrange(scope);
  const { expression, made } = await filteredMembers(scope, resource, given, filter, 1);
  const other = await scope.create(resource, { given });
  const [id = ''] = made.map((one) => one.id);
  const usual = await readFiltered(scope, resource, given, filter, encodeURIComponent(expression));
  if (usual === undefined) return undefined;
  assertExactly(usual, expression, [id], [other.id]);
  const assertMeans = async (query: string) => {
    const found = await readFiltered(scope, resource, given, accepted(filter), query);
    assertExactly(found ?? [], query, [id], [other.id]);
  };
  return { given, id, expression, assertMeans };
}

/** The same filter, which may no longer be refused once the target has accepted it. */
function accepted(filter: Filter): Filter {
  return { ...filter, mayRefuse: false };
}

/** Percent-encodes every byte, which means the same (RFC 3986, 6.2.2.2). */
function encodeAll(text: string): string {
  return [...Buffer.from(text, 'utf8')]
    .map((byte) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`)
    .join('');
}
