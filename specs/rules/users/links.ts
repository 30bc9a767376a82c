import { assert, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import type { Made, Scope } from '../../../fixtures/scope.ts';
import { users } from '../../../resources/users.ts';
import { assertLeadsTo } from '../links.ts';

/** Relations of a user that lead to its own URL or below it, where they are present (Step 5: Create a user). */
const OWN = [
  ...['devices', 'roleAssignments', 'memberOfGroups', 'linkedAccounts', 'account.sendVerificationCode'],
  ...['password', 'password.set', 'password.reset', 'password.check', 'password.recover'],
];

const requirements = ['prerequisites-users-links'];

/** Where a user leads (Step 5: Create a user; captured lists have fewer links). */
export const links: readonly Case[] = [
  {
    title: 'a created user links to its environment and its population',
    requirements,
    run: async ({ scope }) => {
      const { exchange, given } = await scope.create(users);
      assertLeadsTo(exchange, exchange.json, 'environment', scope.environment);
      const population = `${scope.environment}/populations/${given.ids.populationID}`;
      assertLeadsTo(exchange, exchange.json, 'population', population);
    },
  },
  {
    title: 'whatever links a user has lead where their names say',
    requirements,
    run: async ({ scope }) => {
      const made = await scope.create(users);
      const read = await scope.api.get(made.path);
      assertStatus(read, 200);
      const members = await scope.list(made.given.collection, users.embedded);
      const listed = members.find(({ id }) => id === made.id);
      for (const shown of [made.exchange, read, { ...read, json: listed }]) assertLinks(scope, made, shown);
    },
  },
];

function assertLinks(scope: Scope, { path, given }: Made, shown: Exchange): void {
  assertLeadsTo(shown, shown.json, 'self', path);
  const present = Object.keys((at(shown.json, '_links') ?? {}) as object);
  if (present.includes('environment')) assertLeadsTo(shown, shown.json, 'environment', scope.environment);
  const population = `${scope.environment}/populations/${given.ids.populationID}`;
  if (present.includes('population')) assertLeadsTo(shown, shown.json, 'population', population);
  for (const relation of OWN.filter((name) => present.includes(name))) assertOwn(shown, relation, path);
}

/** Demands that a link leads to a path or below it. */
function assertOwn(shown: Exchange, relation: string, path: string): void {
  const link = (at(shown.json, '_links') as Record<string, unknown>)[relation];
  const href = at(link, 'href');
  const pathname = typeof href === 'string' && URL.canParse(href) ? new URL(href).pathname : '';
  assert(
    pathname.endsWith(path) || pathname.includes(`${path}/`),
    `${describeExchange(shown)}: the link ${relation} leads to another user`,
    { expected: `an address at or below ${path}`, received: href ?? 'no href', exchange: shown },
    assertOwn,
  );
}
