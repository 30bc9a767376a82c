import { assert, assertMember, assertStatus, sameJson } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, type Exchange } from '../../../fixtures/exchange.ts';
import { filtered, quoted } from '../../../fixtures/filtering.ts';
import { instantOf } from '../../../fixtures/instant.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { licenseIdOf } from '../../../resources/environments.ts';
import { membersOf, type Shown } from '../facets.ts';
import { assertLeadsTo } from '../links.ts';
import { ORGANIZATIONS, organizationId } from '../organizations/organization.ts';
import { licensesPath } from './model.ts';

/** How licences are read, filtered and linked (Licenses). */
export const reading: readonly Case[] = [
  {
    title: 'licences are read as a list and alone',
    requirements: ['prerequisites-licenses-read-200'],
    run: async ({ scope }) => {
      const { value } = first(membersOf(await scope.api.get(licensesPath(scope)), 'licenses'));
      const read = await scope.api.get(`${licensesPath(scope)}/${String(value.id)}`);
      assertStatus(read, 200);
      assertMember(read, 'id', value.id);
    },
  },
  {
    title: 'a listed licence links to itself and to its organization',
    requirements: ['prerequisites-licenses-links'],
    run: async ({ scope }) => {
      const path = licensesPath(scope);
      for (const { value, exchange } of membersOf(await scope.api.get(path), 'licenses')) {
        const id = String(value.id);
        const self = await scope.api.get(assertLeadsTo(exchange, value, 'self', `${path}/${id}`));
        assertStatus(self, 200);
        assertMember(self, 'id', id);
        const owner = `${ORGANIZATIONS}/${organizationId(scope)}`;
        assertStatus(await scope.api.get(assertLeadsTo(exchange, value, 'organization', owner)), 200);
      }
    },
  },
  {
    title: "the licence of an environment is one of its organization's",
    requirements: ['prerequisites-licenses-of-environment'],
    run: async ({ scope }) => {
      const environment = await scope.api.get(scope.environment);
      const id = licenseIdOf(environment.json);
      if (id === undefined) throw new Blocked('the environment does not name its licence');
      const read = await scope.api.get(`${licensesPath(scope)}/${id}`);
      assertStatus(read, 200);
      assertMember(read, 'id', id);
      if (at(environment.json, '_links.license') === undefined) return;
      assertLeadsTo(environment, environment.json, 'license', `${licensesPath(scope)}/${id}`);
    },
  },
  ...['active', 'ACTIVE'].map(
    (status): Case => ({
      title: `the filter status eq ${status} finds the active licences and no others`,
      requirements: ['prerequisites-licenses-filter-status'],
      run: async ({ scope }) => {
        const active = (await all(scope)).filter((license) => license.status === 'ACTIVE');
        const found = await scope.api.get(filtered(licensesPath(scope), `status eq ${quoted(status)}`));
        assertFound(found, active);
      },
    }),
  ),
  {
    title: 'the filter beginsAt lt finds the licences that began before a date and no others',
    requirements: ['prerequisites-licenses-filter-begins-at'],
    run: async ({ scope }) => {
      const licenses = await all(scope);
      for (const date of [new Date().toISOString(), '2001-01-01T00:00:00.000Z']) {
        const begun = licenses.filter(({ beginsAt }) => instantOf(beginsAt) < instantOf(date));
        const found = await scope.api.get(filtered(licensesPath(scope), `beginsAt lt ${quoted(date)}`));
        assertFound(found, begun);
      }
    },
  },
  {
    title: 'licences are ordered by the time they begin',
    requirements: ['prerequisites-licenses-order-begins-at'],
    run: async ({ scope }) => {
      const page = await scope.api.get(`${licensesPath(scope)}?order=beginsAt`);
      const begins = membersOf(page, 'licenses').map(({ value }) => instantOf(value.beginsAt));
      const isAscending = begins.every(
        (begin, index) => index === 0 || begin >= (begins[index - 1] ?? begin),
      );
      assert(isAscending, 'licences are not in the order of beginsAt', {
        expected: 'ascending dates',
        received: page.text,
        exchange: page,
      });
    },
  },
  {
    title: 'a minus sign turns the order of licences round',
    requirements: ['platform-order-direction'],
    capabilities: ['several-licenses'],
    run: async ({ scope }) => {
      const ascending = await scope.api.get(`${licensesPath(scope)}?order=beginsAt`);
      const descending = await scope.api.get(`${licensesPath(scope)}?order=-beginsAt`);
      const [up, down] = [ascending, descending].map((page) =>
        membersOf(page, 'licenses').map(({ value }) => instantOf(value.beginsAt)),
      );
      const sorted = [...(up ?? [])].sort((one, other) => one - other);
      assert(sameJson(up, sorted), 'licences are not in ascending order', {
        expected: 'ascending dates',
        received: ascending.text,
        exchange: ascending,
      });
      assert(sameJson(up, [...(down ?? [])].reverse()), 'licences are not in the opposite order', {
        expected: `beginsAt from ${up?.at(-1)} to ${up?.[0]}`,
        received: descending.text,
        exchange: descending,
      });
    },
  },
  {
    title: 'a create of a licence is refused and creates nothing',
    requirements: ['prerequisites-licenses-read-only'],
    run: async ({ scope }) => {
      const before = ids(await all(scope));
      const body = { name: scope.name(), package: 'TRIAL' };
      assertStatus(await scope.api.post(licensesPath(scope), body), 405, 403, 404);
      assertSameIds(await all(scope), before);
    },
  },
  {
    title: 'a delete of a licence is refused and deletes nothing',
    requirements: ['prerequisites-licenses-read-only'],
    run: async ({ scope }) => {
      const before = ids(await all(scope));
      assertStatus(await scope.api.delete(`${licensesPath(scope)}/${scope.unknownId()}`), 405, 403, 404);
      assertSameIds(await all(scope), before);
    },
  },
];

type License = Shown['value'];

function all(scope: Scope): Promise<License[]> {
  return scope.list(licensesPath(scope), 'licenses');
}

function first<T>(members: readonly T[]): T {
  const [member] = members;
  if (member === undefined) throw new Blocked('the organization has no licence to read');
  return member;
}

function ids(licenses: readonly License[]): string[] {
  return licenses.map(({ id }) => String(id)).sort();
}

function assertFound(page: Exchange, expected: readonly License[]): void {
  const found = membersOf(page, 'licenses').map(({ value }) => value);
  assert(ids(found).join() === ids(expected).join(), 'the filter finds other licences', {
    expected: `the licences ${ids(expected).join(', ')}`,
    received: ids(found),
    exchange: page,
  });
}

function assertSameIds(after: readonly License[], before: readonly string[]): void {
  assert(ids(after).join() === before.join(), 'the licences are others than before', {
    expected: before.join(', '),
    received: ids(after),
  });
}
