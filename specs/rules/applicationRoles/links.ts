import { assert, assertMember, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import type { Made, Scope } from '../../../fixtures/scope.ts';
import { applicationRoles } from '../../../resources/applicationRoles.ts';

/** Where a role links to: its sample leaves its id out of two links, links elsewhere have it (facts 4.9). */
export const links: readonly Case[] = [
  {
    title: 'its self link leads to it or to its collection',
    requirements: ['application-roles-link-self'],
    run: async ({ scope }) => {
      for (const { made, answer } of await shown(scope)) {
        const href = linkOf(answer, 'self', [made.path, made.given.collection]);
        const read = await scope.api.get(href);
        assertStatus(read, 200);
        if (pathOf(href).endsWith(made.path)) assertMember(read, 'id', made.id);
        else noteReading(scope, 'application-roles-link-self');
      }
    },
  },
  {
    title: 'its permissions link leads to its permissions, or leaves its id out',
    requirements: ['application-roles-link-permissions'],
    run: async ({ scope }) => {
      for (const { made, answer } of await shown(scope)) {
        const own = `${made.path}/permissions`;
        const href = linkOf(answer, 'permissions', [own, `${made.given.collection}/permissions`]);
        if (pathOf(href).endsWith(own)) assertStatus(await scope.api.get(href), 200);
        else noteReading(scope, 'application-roles-link-permissions');
      }
    },
  },
];

/** A created role as its create and a read show it. */
async function shown(scope: Scope): Promise<readonly { made: Made; answer: Exchange }[]> {
  const made = await scope.create(applicationRoles);
  const read = await scope.api.get(made.path);
  assertStatus(read, 200);
  return [made.exchange, read].map((answer) => ({ made, answer }));
}

/** Demands a link to one of several paths, and returns its address. */
function linkOf(answer: Exchange, name: string, paths: readonly string[]): string {
  const href = at(answer.json, `_links.${name}.href`);
  assert(
    typeof href === 'string' && URL.canParse(href) && paths.some((path) => pathOf(href).endsWith(path)),
    `${describeExchange(answer)}: the link ${name} leads elsewhere`,
    {
      expected: `an address that ends with ${paths.join(' or ')}`,
      received: href ?? 'no such link',
      exchange: answer,
    },
    linkOf,
  );
  return String(href);
}

function pathOf(href: string): string {
  return new URL(href).pathname;
}

function noteReading(scope: Scope, row: string): void {
  scope.observe('reading', row, 'the link has no id of a role, as in the sample');
}
