import { describe, expect, it } from 'vitest';
import { brokenBaseUrlRules } from '../../fixtures/arbitraries/baseUrl.ts';
import { brokenGroupNameRules } from '../../fixtures/arbitraries/groupName.ts';
import { brokenIssuersRules } from '../../fixtures/arbitraries/issuers.ts';
import { brokenJwksUrlRules } from '../../fixtures/arbitraries/jwksUrl.ts';
import { brokenMethodsRules } from '../../fixtures/arbitraries/methods.ts';
import { brokenPathsRules } from '../../fixtures/arbitraries/paths.ts';
import { brokenPermissionActionRules } from '../../fixtures/arbitraries/permissionAction.ts';
import { brokenScopeNameRules } from '../../fixtures/arbitraries/scopeName.ts';
import { brokenSignOnPolicyNameRules } from '../../fixtures/arbitraries/signOnPolicyName.ts';
import type { ValueRow } from '../../fixtures/tables/valueRow.ts';
import { knownRequirements } from './knownRequirements.ts';
import { partTables, prefix, propertyTables, tables } from './tables.ts';

const known = knownRequirements();

describe.each(tables)('$title', ({ rows }) => {
  it('has rows whose descriptions differ', () => {
    const descriptions = rows.map(({ description }) => description);
    expect(descriptions.filter((text, index) => descriptions.indexOf(text) !== index)).toEqual([]);
  });

  it('names requirements of the catalogue', () => {
    expect(rows.filter(({ requirement }) => !known.has(requirement))).toEqual([]);
  });

  it('says how a refusal looks for refused values only', () => {
    const told = rows.filter((row) => row.valid && (row.target ?? row.codes ?? row.statuses ?? row.lenient));
    expect(told).toEqual([]);
    expect(rows.filter((row) => !row.valid && row.returned)).toEqual([]);
  });
});

describe.each(partTables)('$title', ({ rows }) => {
  it('names the property at fault in every refused row', () => {
    expect(rows.filter(({ valid, target }) => !valid && target === undefined)).toEqual([]);
  });

  it('refers to nothing that is missing', () => {
    expect(rows.filter(({ value }) => JSON.stringify(value)?.includes('{"id":""'))).toEqual([]);
  });
});

describe.each([
  ['baseUrls', brokenBaseUrlsRules],
  ['paths', brokenPathsRules],
  ['methods', brokenMethodsRules],
  ['externalOAuthServerIssuers', brokenIssuersRules],
  ['jwksUrls', brokenJwksUrlRules],
  ['groupName', brokenGroupNameRules],
  ['permissionAction', brokenPermissionActionRules],
  ['scopeName', brokenScopeNameRules],
  ['signOnPolicyName', brokenSignOnPolicyNameRules],
])('%s', (title, brokenRules) => {
  const { rows } = propertyTables.find((table) => table.title === title) ?? { rows: [] };

  it.each(rows)('agrees with the oracle of the generators on $description', (row: ValueRow) => {
    const broken = row.value === undefined && !row.valid ? [row.requirement] : brokenRules(row.value);
    if (row.valid) expect(broken).toEqual([]);
    else expect(broken).toContain(row.requirement);
  });
});

describe.each([
  'apiServerName',
  'groupName',
  'permissionAction',
  'scopeName',
  'signOnPolicyName',
])('%s', (title) => {
  it('has the mark of the run in every text that may be stored', () => {
    const { rows } = propertyTables.find((table) => table.title === title) ?? { rows: [] };
    const texts = rows.map(({ value }) => value).filter((value) => typeof value === 'string' && value !== '');
    expect(texts.filter((text) => !String(text).includes(prefix))).toEqual([]);
  });
});

/** The rules of the list, which the oracle of one URL does not know. */
function brokenBaseUrlsRules(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return ['api-servers-base-urls-type'];
  if (value.length === 0) return ['api-servers-base-urls-not-empty'];
  return value.flatMap((url, index) => {
    const broken = brokenBaseUrlRules(url);
    return index > 0 && broken.length > 0 ? ['api-servers-base-urls-every-element-checked'] : broken;
  });
}
