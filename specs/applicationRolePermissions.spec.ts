import { checks } from '../checks/all.ts';
import { titled } from '../fixtures/case.ts';
import { detailsOf, judged } from '../fixtures/judged.ts';
import { test } from '../fixtures/test.ts';
import { applicationRolePermissions } from '../resources/applicationRolePermissions.ts';
import { rules } from './rules/applicationRolePermissions/all.ts';

export const cases = titled(applicationRolePermissions.name, [
  ...checks.flatMap((check) => [...check(applicationRolePermissions)]),
  ...rules,
]);

for (const one of cases) test(one.title, detailsOf(one), judged(one));
