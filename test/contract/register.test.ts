import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { conflicts, operations, requirement, requirements } from '../../schemas/contract.ts';

const AREAS = {
  token: 'token-',
  organizations: 'organizations-',
  environments: 'environments-',
  platform: 'platform-',
  prerequisites: 'prerequisites-',
  apiServers: 'api-servers-',
  apiServerOperations: 'api-server-operations-',
  apiServerDeployment: 'api-server-deployment-',
  decisionEndpoints: 'decision-endpoints-',
  decisionEvaluation: 'decision-evaluation-',
  recentDecisions: 'recent-decisions-',
  externalOAuthServers: 'external-oauth-servers-',
  applicationResources: 'application-resources-',
  applicationResourcePermissions: 'application-resource-permissions-',
  applicationRoles: 'application-roles-',
  applicationRolePermissions: 'application-role-permissions-',
  applicationRoleAssignments: 'application-role-assignments-',
  userApplicationRoleAssignments: 'user-application-role-assignments-',
  regions: 'regions-',
};
const examples = readdirSync(new URL('../../fixtures/examples/', import.meta.url)).map((file) =>
  file.replace('.json', ''),
);
const paths = new Set(operations().map((each) => `${each.side === 'auth' ? '{authPath}' : ''}${each.path}`));
/** Paths that requirements speak of though no operation is documented on them for this suite. */
const BESIDE = [
  '{authPath}/as/token',
  '{authPath}/{envID}/as/jwks',
  '{authPath}/{envID}/as/.well-known/openid-configuration',
];

test.each(Object.entries(AREAS))('%s has requirements, all with the prefix %s', (area, prefix) => {
  const ids = [...requirements().values()].filter((each) => each.area === area).map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(0);
  for (const id of ids) expect(id).toMatch(new RegExp(`^${prefix}[a-z0-9-]+$`));
});

test('every requirement says what is demanded, how strongly, how it is known and of what', () => {
  for (const [id, row] of requirements()) {
    expect(requirement(id)).toBe(row);
    expect(Object.keys(AREAS), id).toContain(row.area);
    expect(['must', 'should', 'may'], id).toContain(row.level);
    expect(['documented', 'example', 'client'], id).toContain(row.evidence);
    expect([row.text, row.kind, row.source.document, row.source.section], id).not.toContain('');
    expect(row.operations === undefined, id).toBe(row.appliesTo !== undefined);
    expect(
      [row.expect, row.provoke].every((each) => each === undefined),
      id,
    ).toBe(row.excluded !== undefined);
  }
});

test('every requirement speaks of paths of the contract', () => {
  for (const [id, row] of requirements()) {
    for (const each of row.operations ?? []) {
      expect(each, id).toMatch(/^(GET|POST|PUT|PATCH|DELETE|OPTIONS) \S+$/);
      expect([...paths, ...BESIDE], id).toContain(each.slice(each.indexOf(' ') + 1));
    }
  }
});

test('an unknown requirement is refused with a hint', () => {
  expect(() => requirement('platform-magic')).toThrow('no requirement platform-magic');
});

test('every requirement that rests on a conflict is on file with it', () => {
  const listed = new Set(conflicts().flatMap(({ rows }) => rows));
  const resting = [...requirements().values()]
    .filter((each) => each.conflict !== undefined)
    .map(({ id }) => id);
  expect(resting.filter((id) => !listed.has(id))).toEqual([]);
});

describe.each(conflicts().map((each) => [each.id, each] as const))('conflict %s', (_, conflict) => {
  test('has two readings with sources, a stance, and rows and examples that exist', () => {
    expect(conflict.readings.length).toBeGreaterThan(1);
    for (const { text, sources } of conflict.readings) expect([text, ...sources].length).toBeGreaterThan(1);
    expect(conflict.stance).toMatch(/\.$/);
    expect(conflict.rows.filter((id) => !requirements().has(id))).toEqual([]);
    expect(conflict.examples.filter((name) => !examples.includes(name))).toEqual([]);
  });
});

test('a conflict id occurs once', () => {
  const ids = conflicts().map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
