import { isCorrectUuid } from '../../../fixtures/arbitraries/uuid.ts';
import { assert } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { instantOf, isInstant } from '../../../fixtures/instant.ts';
import { type FacetRow, facetCases } from '../facets.ts';
import { ORGANIZATIONS, organizationsShown } from './organization.ts';

const table: readonly FacetRow[] = [
  {
    row: 'organizations-model-id',
    title: 'id is a UUID',
    expected: 'id, a UUID',
    holds: ({ id }) => isCorrectUuid(id),
  },
  {
    row: 'organizations-model-name',
    title: 'name is a text',
    expected: 'name, a non-empty string',
    holds: ({ name }) => typeof name === 'string' && name !== '',
  },
  {
    row: 'organizations-model-description',
    title: 'description is a text or absent',
    expected: 'description absent or a string',
    holds: ({ description }) => description === undefined || typeof description === 'string',
  },
  {
    row: 'organizations-model-created-at',
    title: 'createdAt is a date',
    expected: 'createdAt, a date string',
    holds: ({ createdAt }) => isInstant(createdAt),
  },
  {
    row: 'organizations-model-updated-at',
    title: 'updatedAt is a date, not before createdAt',
    expected: 'updatedAt, a date string, not before createdAt',
    holds: ({ createdAt, updatedAt }) =>
      isInstant(updatedAt) && !(instantOf(updatedAt) < instantOf(createdAt)),
  },
  {
    row: 'organizations-model-type',
    title: 'type is a documented one or absent',
    expected: 'type absent, PAID, TRIAL or INTERNAL',
    holds: ({ type }) => type === undefined || ['PAID', 'TRIAL', 'INTERNAL'].includes(String(type)),
  },
  {
    row: 'organizations-model-billing-connections',
    title: 'billingConnections is a list of references or absent',
    expected: 'billingConnections absent or an array of objects with a string id',
    holds: ({ billingConnections }) =>
      billingConnections === undefined ||
      (Array.isArray(billingConnections) && billingConnections.every((one) => typeof one?.id === 'string')),
  },
];

/** What an organization is made of (Organizations, data model). */
export const model: readonly Case[] = [
  ...facetCases(table, organizationsShown),
  {
    title: 'no two organizations have one name',
    requirements: ['organizations-model-name-unique'],
    run: async ({ scope }) => {
      const names = (await scope.list(ORGANIZATIONS, 'organizations')).map(({ name }) => name);
      assert(new Set(names).size === names.length, 'two organizations have one name', {
        expected: `${names.length} different names`,
        received: names,
      });
    },
  },
];
