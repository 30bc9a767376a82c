import { assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at } from '../../../fixtures/exchange.ts';
import { instantOf, isInstant } from '../../../fixtures/instant.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { type FacetRow, facetCases, membersOf, type Shown } from '../facets.ts';
import { ORGANIZATIONS, organizationId } from '../organizations/organization.ts';

/** Path of the licences of the organization. */
export function licensesPath(scope: Scope): string {
  return `${ORGANIZATIONS}/${organizationId(scope)}/licenses`;
}

/** Every licence as the list shows it and as it reads alone. */
async function licensesShown(scope: Scope): Promise<readonly Shown[]> {
  const listed = membersOf(await scope.api.get(licensesPath(scope)), 'licenses');
  const read: Shown[] = [];
  for (const { value } of listed) {
    const exchange = await scope.api.get(`${licensesPath(scope)}/${String(value.id)}`);
    assertStatus(exchange, 200);
    read.push({ value: exchange.json as Shown['value'], exchange });
  }
  return [...listed, ...read];
}

const FLAGS = ['allowApiAccessManagement', 'allowDynamicAuthorization', 'allowApplicationPermissions'];

const table: readonly FacetRow[] = [
  {
    row: 'prerequisites-licenses-organization',
    title: 'organization is the one that owns the licence',
    expected: 'organization.id of the organization in the path',
    holds: (license, scope) => at(license, 'organization.id') === organizationId(scope),
  },
  {
    row: 'prerequisites-licenses-package',
    title: 'package is a text',
    expected: 'package, a non-empty string',
    holds: (license) => typeof license.package === 'string' && license.package !== '',
  },
  {
    row: 'prerequisites-licenses-expiry',
    title: 'expiresAt is a date, not before beginsAt, or absent',
    expected: 'expiresAt absent or a date string, not before beginsAt',
    holds: ({ beginsAt, expiresAt }) =>
      expiresAt === undefined || (isInstant(expiresAt) && !(instantOf(expiresAt) < instantOf(beginsAt))),
  },
  {
    row: 'prerequisites-licenses-status',
    title: 'status is a documented one, and terminatesAt a date or absent',
    expected: 'status ACTIVE, EXPIRED, FUTURE or TERMINATED; terminatesAt absent or a date string',
    holds: ({ status, terminatesAt }) =>
      ['ACTIVE', 'EXPIRED', 'FUTURE', 'TERMINATED'].includes(String(status)) &&
      (terminatesAt === undefined || isInstant(terminatesAt)),
  },
  {
    row: 'prerequisites-licenses-status',
    title: 'a licence that has expired is not active',
    expected: 'another status than ACTIVE once expiresAt has passed',
    holds: ({ status, expiresAt }) => status !== 'ACTIVE' || !(instantOf(expiresAt) < Date.now()),
  },
  {
    row: 'prerequisites-licenses-authorize-flags',
    title: 'authorize is made of flags or absent',
    expected: `authorize absent or an object with the booleans ${FLAGS.join(', ')}`,
    holds: ({ authorize }) =>
      authorize === undefined || FLAGS.every((flag) => typeof at(authorize, flag) === 'boolean'),
  },
  {
    row: 'prerequisites-licenses-authorize-flags',
    title: 'what is said of environments is a number and a list of regions',
    expected:
      'environments.max and assignedEnvironmentsCount integers, environments.regions strings, when given',
    holds: ({ environments, assignedEnvironmentsCount }) => {
      const numbers = [at(environments, 'max'), assignedEnvironmentsCount];
      const regions = at(environments, 'regions') ?? [];
      return (
        numbers.every((number) => number === undefined || Number.isInteger(number)) &&
        Array.isArray(regions) &&
        regions.every((region) => typeof region === 'string')
      );
    },
  },
];

/** What a licence is made of (Licenses, data model). */
export const model: readonly Case[] = facetCases(table, licensesShown);
