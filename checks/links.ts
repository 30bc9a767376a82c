import { assertMember, assertStatus } from '../fixtures/assertions.ts';
import type { Exchange } from '../fixtures/exchange.ts';
import type { Resource } from '../fixtures/resource.ts';
import type { Scope } from '../fixtures/scope.ts';
import { onceThere } from '../fixtures/settle.ts';
import { assertEach } from './answers.ts';
import { type Check, caseFor, successes } from './check.ts';
import {
  type Documents,
  documentsOf,
  homesOf,
  hrefOf,
  type Linked,
  linksIn,
  membersOf,
  pathOf,
} from './documents.ts';
import { rowsOf } from './writes.ts';

const TEXTS = ['name', 'title', 'type', 'profile'];

/** What every link is, and where self and environment lead (Conventions, HAL; facts 0.5). */
export const links: Check = function* (resource) {
  yield* caseFor(resource, 'platform-links-self', 'representations link to themselves', async ({ scope }) => {
    const { made, representations } = await documentsOf(scope, resource);
    // The older environment sample ends it with a slash.
    const self = ({ json }: Exchange) => pathOf(scope, hrefOf(json, 'self'))?.replace(/\/$/, '');
    const homes = homesOf(scope, resource, made.given.collection, made.id);
    const holds = (answer: Exchange) => homes.includes(self(answer) ?? '');
    assertEach(representations, `a self link to ${homes.join(' or ')}`, holds, linksOf);
  });
  yield* caseFor(
    resource,
    'platform-links-self-readable',
    'a self link leads to the same resource',
    async ({ scope }) => {
      const { made, representations } = await documentsOf(scope, resource);
      assertEach(representations, 'a self link', ({ json }) => hrefOf(json, 'self') !== undefined, linksOf);
      for (const href of representations.flatMap(({ json }) => hrefOf(json, 'self') ?? [])) {
        const read = await scope.api.get(href);
        assertStatus(read, 200);
        assertMember(read, 'id', made.id);
      }
    },
  );
  yield* caseFor(resource, 'platform-links-absolute', 'links are absolute', async ({ scope }) => {
    const isAbsolute = ({ link }: Linked) => /^[a-z][a-z0-9+.-]*:\/\/[^/]/i.test(String(hrefIn(link)));
    assertLinks(await documentsOf(scope, resource), 'links with scheme and authority only', isAbsolute);
  });
  yield* caseFor(
    resource,
    'platform-links-host',
    'documented links lie on the address that the client used',
    async ({ scope }) => {
      const named = ['self', 'next', 'prev', ...Object.keys(resource.links)];
      const holds = ({ name, link }: Linked) =>
        !named.includes(name) || liesBelow(scope.target.apiUrl, hrefIn(link));
      assertLinks(
        await documentsOf(scope, resource),
        `documented links below ${scope.target.apiUrl} only`,
        holds,
      );
    },
  );
  yield* caseFor(
    resource,
    'platform-links-object-shape',
    'links are objects with an href',
    async ({ scope }) => {
      assertLinks(await documentsOf(scope, resource), 'links that are objects with an href only', isLink);
    },
  );
  yield* toEnvironment(resource);
  yield* followable(resource);
};

function* toEnvironment(resource: Resource) {
  if (resource.links.environment === undefined) return;
  yield* caseFor(
    resource,
    'platform-links-environment',
    'representations link to their environment',
    async ({ scope }) => {
      const { representations } = await documentsOf(scope, resource);
      const expected = scope.target.apiUrl + scope.environment;
      const holds = ({ json }: Exchange) => hrefOf(json, 'environment') === expected;
      assertEach(representations.slice(0, 2), `an environment link to ${expected}`, holds, linksOf);
    },
  );
  if (resource.operations.update === undefined) return;
  // The platform's row speaks of reads and creates, some resources' own rows of replacements too.
  yield* caseFor(
    resource,
    rowsOf(resource.also['platform-links-environment'] ?? [], 'replace'),
    'the answer to a replace links to the environment',
    async ({ scope }) => {
      const { given, path } = await scope.create(resource);
      const put = await scope.api.put(path, resource.changed(scope, given));
      assertStatus(put, ...successes(resource.operations.update));
      const holds = ({ json }: Exchange) => hrefOf(json, 'environment')?.endsWith(scope.environment) === true;
      assertEach([put], `an environment link to ${scope.environment}`, holds, linksOf);
    },
  );
}

function* followable(resource: Resource) {
  const followed = Object.keys(resource.links).filter((name) => resource.links[name]?.followable);
  yield* caseFor(
    resource,
    'platform-links-followable',
    'documented links can be followed',
    async ({ scope }) => {
      const { made, representations, collections } = await documentsOf(scope, resource);
      for (const answer of representations) await follow(scope, answer.json, followed);
      for (const collection of collections) {
        await follow(scope, collection.json, ['self', 'next', 'prev']);
        // Other members may be deleted meanwhile by those who created them.
        const own = membersOf(collection, resource.embedded).filter(({ id }) => id === made.id);
        for (const member of own) await follow(scope, member, followed);
      }
    },
  );
}

/** Gets each of the named links, where it is present. Whether it has to be is another row's question. */
async function follow(scope: Scope, resource: unknown, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const href = hrefOf(resource, name);
    if (href === undefined) continue;
    // The holder of the token may lack the role for what is linked.
    assertStatus(await onceThere(scope, href), 200, 403);
  }
}

function assertLinks(
  { representations, collections }: Documents,
  expected: string,
  holds: (each: Linked) => boolean,
) {
  const broken = (answer: Exchange) => linksIn(answer.json).filter((each) => !holds(each));
  assertEach([...representations, ...collections], expected, (answer) => broken(answer).length === 0, broken);
}

function linksOf({ json }: Exchange): unknown {
  return (json as { _links?: unknown } | undefined)?._links ?? 'no _links';
}

function hrefIn(link: unknown): unknown {
  return typeof link === 'object' && link !== null ? (link as { href?: unknown }).href : undefined;
}

function isLink({ link }: Linked): boolean {
  if (typeof link !== 'object' || link === null || Array.isArray(link)) return false;
  const texts = TEXTS.map((name) => (link as Record<string, unknown>)[name]);
  const href = hrefIn(link);
  return (
    typeof href === 'string' &&
    href !== '' &&
    texts.every((text) => ['undefined', 'string'].includes(typeof text))
  );
}

function liesBelow(base: string, href: unknown): boolean {
  if (typeof href !== 'string' || !URL.canParse(href)) return false;
  const [wanted, found] = [new URL(base), new URL(href)];
  return (
    found.origin === wanted.origin && found.pathname.startsWith(`${wanted.pathname.replace(/\/$/, '')}/`)
  );
}
