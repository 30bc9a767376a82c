import { isCorrectUuid } from '../../../fixtures/arbitraries/uuid.ts';
import { assert } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, isObject } from '../../../fixtures/exchange.ts';
import { instantOf, isInstant } from '../../../fixtures/instant.ts';
import { type FacetRow, facetCases } from '../facets.ts';
import { licensesPath } from '../licenses/model.ts';
import { organizationId } from '../organizations/organization.ts';
import { environmentsShown, REGIONS } from './environment.ts';

const table: readonly FacetRow[] = [
  {
    row: 'environments-model-id',
    title: 'id is a UUID',
    expected: 'id, a UUID',
    holds: ({ id }) => isCorrectUuid(id),
  },
  {
    row: 'environments-model-name',
    title: 'name is a text',
    expected: 'name, a non-empty string',
    holds: ({ name }) => typeof name === 'string' && name !== '',
  },
  {
    row: 'environments-model-organization',
    title: 'organization is a reference to the own one',
    expected: 'organization, an object with the id of the organization',
    holds: ({ organization }, scope) =>
      isCorrectUuid(at(organization, 'id')) && at(organization, 'id') === organizationId(scope),
  },
  {
    row: 'environments-model-region',
    title: 'region is a documented one',
    expected: `region ${REGIONS.join(', ')}`,
    holds: ({ region }) => REGIONS.some((one) => one === region),
  },
  {
    row: 'environments-model-type',
    title: 'type is a documented one',
    expected: 'type PRODUCTION or SANDBOX',
    holds: ({ type }) => type === 'PRODUCTION' || type === 'SANDBOX',
  },
  {
    row: 'environments-model-created-at',
    title: 'createdAt is a date',
    expected: 'createdAt, a date string',
    holds: ({ createdAt }) => isInstant(createdAt),
  },
  {
    row: 'environments-model-updated-at',
    title: 'updatedAt is a date, not before createdAt',
    expected: 'updatedAt, a date string, not before createdAt',
    holds: ({ createdAt, updatedAt }) =>
      isInstant(updatedAt) && !(instantOf(updatedAt) < instantOf(createdAt)),
  },
  ...['description', 'icon'].map((name) => ({
    row: `environments-model-${name}`,
    title: `${name} is a text or absent`,
    expected: `${name} absent or a string`,
    holds: (value: Readonly<Record<string, unknown>>) =>
      value[name] === undefined || typeof value[name] === 'string',
  })),
  {
    row: 'environments-model-subtype',
    title: 'subtype is a documented one or absent',
    expected: 'subtype absent, DEV, QA, STAGING, TESTING or UAT',
    holds: ({ subtype }) =>
      [undefined, 'DEV', 'QA', 'STAGING', 'TESTING', 'UAT'].includes(subtype as undefined),
  },
  {
    row: 'environments-model-status',
    title: 'status is a documented one or absent',
    expected: 'status absent, null, ACTIVE or DELETE_PENDING',
    holds: ({ status }) => [undefined, null, 'ACTIVE', 'DELETE_PENDING'].includes(status as undefined),
  },
  {
    row: 'environments-model-soft-deleted-at',
    title: 'only an environment whose deletion is pending tells since when',
    expected: 'no softDeletedAt and no hardDeleteAllowedAt without the status DELETE_PENDING',
    holds: (value) =>
      value.status === 'DELETE_PENDING' ||
      ['softDeletedAt', 'hardDeleteAllowedAt', 'hardDeletedAllowedAt'].every(
        (name) => value[name] === undefined,
      ),
  },
  {
    row: 'environments-model-capabilities',
    title: 'environmentCapabilities is made of flags or absent',
    expected: 'environmentCapabilities absent or an object whose can… members are booleans',
    holds: ({ environmentCapabilities: flags }) =>
      flags === undefined ||
      (isObject(flags) &&
        Object.entries(flags).every(([name, flag]) => !/^can/.test(name) || typeof flag === 'boolean')),
  },
  {
    row: 'environments-model-bill-of-materials',
    title: 'billOfMaterials is a dated list of products or absent',
    expected: 'billOfMaterials absent or an object with an array products and dates',
    holds: ({ billOfMaterials: list }) =>
      list === undefined ||
      (isObject(list) &&
        Array.isArray(list.products) &&
        [list.createdAt, list.updatedAt].every((date) => date === undefined || isInstant(date))),
  },
];

/** What an environment is made of (Environments, data model). */
export const model: readonly Case[] = [
  ...facetCases(table, environmentsShown),
  {
    title: 'in every representation, license is one of the organization or absent',
    requirements: ['environments-model-license'],
    run: async ({ scope }) => {
      const owned = (await scope.list(licensesPath(scope), 'licenses')).map(({ id }) => id);
      for (const { value, exchange } of await environmentsShown(scope)) {
        const id = at(value, 'license.id');
        assert(
          value.license === undefined || (isCorrectUuid(id) && owned.includes(id)),
          describeExchange(exchange),
          {
            expected: `license absent or one of ${owned.join(', ')}`,
            received: value.license,
            exchange,
          },
        );
      }
    },
  },
];
