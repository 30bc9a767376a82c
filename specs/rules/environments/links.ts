import { assertMember, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import type { Exchange } from '../../../fixtures/exchange.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { licenseIdOf } from '../../../resources/environments.ts';
import { assertLeadsTo, type LinkRow, linkCases } from '../links.ts';
import { ORGANIZATIONS, organizationId } from '../organizations/organization.ts';

/** Rows `environments-link-…` of a relation to what has the same name below the environment. */
const below = (row: string, relation: string, options: Partial<LinkRow> = {}): LinkRow => ({
  row: `environments-link-${row}`,
  relation,
  path: (scope) => `${scope.environment}/${relation}`,
  ...options,
});

const followed = { followed: true };
const mayBeAbsent = { mayBeAbsent: true };

/** Every relation of the samples and captures; the collections behind some are outside the catalogue. */
const table: readonly LinkRow[] = [
  {
    row: 'environments-link-organization',
    relation: 'organization',
    path: (scope) => `${ORGANIZATIONS}/${organizationId(scope)}`,
    followed: true,
  },
  { row: 'environments-link-license', relation: 'license', path: licensePath, followed: true },
  below('populations', 'populations', followed),
  below('users', 'users', followed),
  below('applications', 'applications', followed),
  below('resources', 'resources', followed),
  below('sign-on-policies', 'signOnPolicies', followed),
  below('gateways', 'gateways', followed),
  below('bill-of-materials', 'billOfMaterials', followed),
  below('activities', 'activities'),
  below('branding', 'branding'),
  below('password-policies', 'passwordPolicies'),
  below('user-activities', 'userActivities'),
  below('capabilities', 'capabilities'),
  below('active-identity-counts', 'activeIdentityCounts'),
  below('keys', 'keys'),
  below('templates', 'templates'),
  below('notifications-settings', 'notificationsSettings'),
  below('schemas', 'schemas'),
  below('propagation-plans', 'propagation/plans'),
  below('propagation-stores', 'propagation/stores'),
  below('propagation-latest-revision', 'propagation/revisions/id:latest'),
  below('features', 'features', mayBeAbsent),
  below('scopes', 'scopes', mayBeAbsent),
  below('import-tasks', 'importTasks', mayBeAbsent),
];

/** Where an environment leads (Environments, response samples of several years). */
export const links: readonly Case[] = [
  {
    title: 'the self link leads to the same environment',
    requirements: ['environments-link-self'],
    run: async ({ scope }) => {
      const read = await readTarget(scope);
      assertStatus(read, 200);
      const followedSelf = await scope.api.get(assertLeadsTo(read, read.json, 'self', scope.environment));
      assertStatus(followedSelf, 200);
      assertMember(followedSelf, 'id', scope.target.environmentId);
    },
  },
  ...linkCases(table, readTarget),
];

function readTarget(scope: Scope): Promise<Exchange> {
  return scope.api.get(scope.environment);
}

function licensePath(scope: Scope, { json }: Exchange): string {
  return `${ORGANIZATIONS}/${organizationId(scope)}/licenses/${String(licenseIdOf(json))}`;
}
