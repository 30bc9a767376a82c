import { checks } from '../checks/all.ts';
import { titled } from '../fixtures/case.ts';
import { detailsOf, judged } from '../fixtures/judged.ts';
import { test } from '../fixtures/test.ts';
import { userApplicationRoleAssignments } from '../resources/userApplicationRoleAssignments.ts';
import { rules } from './rules/userApplicationRoleAssignments/all.ts';

export const cases = titled(userApplicationRoleAssignments.name, [
  ...checks.flatMap((check) => [...check(userApplicationRoleAssignments)]),
  ...rules,
]);

for (const one of cases) test(one.title, detailsOf(one), judged(one));
