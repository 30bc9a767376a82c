import { expect, test } from 'vitest';
import { checks } from '../../checks/all.ts';
import { needs } from '../../checks/needs.ts';
import { applicationRolePermissions } from '../../resources/applicationRolePermissions.ts';
import { users } from '../../resources/users.ts';
import { requirements } from '../../schemas/contract.ts';

/** The rows that the checks try on a resource. */
const rowsOf = (resource: typeof users) =>
  new Set(checks.flatMap((check) => [...check(resource)]).flatMap((one) => one.requirements));

test('the rows that need more operations than others are platform rows', () => {
  const areas = Object.keys(needs).map((id) => requirements().get(id)?.area);
  expect(new Set(areas)).toEqual(new Set(['platform']));
});

test('a collection without read and update is asked for neither, and still for the rest', () => {
  const rows = rowsOf(applicationRolePermissions);
  expect(Object.keys(needs).filter((id) => rows.has(id))).toEqual([]);
  for (const id of ['platform-create-then-listed', 'platform-delete-204', 'platform-isolation-write'])
    expect(rows).toContain(id);
});

test('a collection with every operation is asked for all that its descriptor tells', () => {
  const rows = rowsOf(users);
  const expected = ['platform-read-one-200', 'platform-update-200', 'platform-put-own-unique-value'];
  expect(expected.filter((id) => !rows.has(id))).toEqual([]);
});
