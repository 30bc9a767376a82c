import fc from 'fast-check';
import { oddText } from './oddValues.ts';

const filters = [
  'name sw "a"',
  'name eq "laid out 0"',
  'username eq "laid out 0" or not (email pr)',
  'memberOfGroups[id eq "x" and type eq "DIRECT"]',
  'population.id eq "x" and enabled eq true',
  'id in ("a", "b")',
  'id eq "a',
  'name sw',
  'name zz "a"',
  'status eq "ACTIVE"',
  'startDate ge "2026-01-01T00:00:00Z"',
  'startDate ge "0001-01-01T00:00:00Z"',
  '(((',
  `${'('.repeat(40)}id pr${')'.repeat(40)}`,
  `${'not ('.repeat(1000)}id pr`,
  `id eq "a"${' or id eq "a"'.repeat(300)}`,
];

/** Query parameters that lists know, with good and bad values, and others. */
export const anyQuery: fc.Arbitrary<readonly (readonly [string, string])[]> = fc.array(
  fc.oneof(
    fc.tuple(fc.constant('filter'), fc.oneof(fc.constantFrom(...filters), oddText)),
    fc.tuple(
      fc.constant('limit'),
      fc.oneof(
        fc.integer({ min: 1, max: 30 }).map(String),
        fc.constantFrom('0', '-1', '1.5', '1e3', '', '100000', '9'.repeat(30)),
        oddText,
      ),
    ),
    // a cursor of this server is put in for a number
    fc.tuple(
      fc.constant('cursor'),
      fc.oneof(
        fc.nat({ max: 40 }).map((index) => `cursor ${index}`),
        oddText,
      ),
    ),
    fc.tuple(
      fc.constant('expand'),
      fc.oneof(
        fc.constantFrom('user', 'groups,scopes', 'authenticationPolicies', 'billOfMaterials', 'role'),
        oddText,
      ),
    ),
    fc.tuple(fc.constant('order'), fc.oneof(fc.constantFrom('name', '-beginsAt', '-'), oddText)),
    fc.tuple(oddText, oddText),
  ),
  { maxLength: 3 },
);
