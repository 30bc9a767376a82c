import { assert, assertMember, assertModel, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { describeExchange, isObject } from '../../../fixtures/exchange.ts';
import { filtered } from '../../../fixtures/filtering.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import { assertRefusedWith, forbidden, notFound, unauthorized } from '../../../fixtures/refusals.ts';
import { membersOf } from '../facets.ts';
import { ORGANIZATIONS, organizationId, readOwn } from './organization.ts';

const DOCUMENTED = [200, 400, 401, 403, 404, 405, 429];

/** What reads of organizations answer (Organizations; Response codes). */
export const reading: readonly Case[] = [
  {
    title: 'the list answers a collection document',
    requirements: ['organizations-read-all-200'],
    run: async ({ scope }) => {
      const list = await scope.api.get(ORGANIZATIONS);
      assertStatus(list, 200);
      assertModel(list, 'Page', 'response');
    },
  },
  {
    title: 'the list holds the own organization once',
    requirements: ['organizations-read-all-contains-own'],
    run: async ({ scope }) => {
      const own = organizationId(scope);
      const members = await scope.list(ORGANIZATIONS, 'organizations');
      const times = members.filter(({ id }) => id === own).length;
      assert(times === 1, `the own organization stands ${times} times in the list`, {
        expected: `one member with id ${own}`,
        received: members.map(({ id }) => id),
      });
    },
  },
  {
    title: 'the members of the list stand below _embedded.organizations',
    requirements: ['organizations-read-all-embedded-key'],
    run: async ({ scope }) => {
      const list = await scope.api.get(ORGANIZATIONS);
      const areObjects = membersOf(list, 'organizations').every(({ value }) => typeof value === 'object');
      assert(areObjects, `${describeExchange(list)} with members that are no objects`, {
        expected: 'an array of objects',
        received: list.text,
        exchange: list,
      });
    },
  },
  {
    title: 'a read by id answers that one organization',
    requirements: ['organizations-read-one-200'],
    run: async ({ scope }) => {
      const read = await readOwn(scope);
      assertStatus(read, 200);
      assertMember(read, 'id', organizationId(scope));
    },
  },
  {
    title: 'an unknown organization cannot be read',
    requirements: ['organizations-unknown-organization'],
    run: async ({ scope }) => {
      assertStatus(await readOwn(scope), 200);
      const read = await scope.api.get(`${ORGANIZATIONS}/${scope.unknownId()}`);
      assertRefusedWith(read, notFound, forbidden, unauthorized);
      scope.observe('reading', 'organizations-unknown-organization', `status ${read.status}`);
    },
  },
  {
    title: 'every read answers with a documented status',
    requirements: ['organizations-response-codes'],
    run: async ({ scope }) => {
      const own = `${ORGANIZATIONS}/${organizationId(scope)}`;
      const { api } = scope;
      const answers = [
        await api.get(ORGANIZATIONS),
        await api.get(own),
        await api.get(`${ORGANIZATIONS}/${scope.unknownId()}`),
        await api.get(`${ORGANIZATIONS}?limit=1`),
        await api.get(filtered(ORGANIZATIONS, 'name eq "x"')),
        await api.send({ method: 'GET', to: ORGANIZATIONS, token: null }),
        await api.send({ method: 'GET', to: own, token: null }),
        await api.send({ method: 'GET', to: own, token: 'no-token' }),
        await api.post(ORGANIZATIONS, { name: scope.name() }),
      ];
      for (const exchange of answers) assertStatus(exchange, ...DOCUMENTED);
      if (!isObject(answers[1]?.json) || answers[1]?.status !== 200)
        throw new Blocked('the organization could not be read');
    },
  },
];
