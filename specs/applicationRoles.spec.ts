import { checks } from '../checks/all.ts';
import { titled } from '../fixtures/case.ts';
import { detailsOf, judged } from '../fixtures/judged.ts';
import { test } from '../fixtures/test.ts';
import { applicationRoles } from '../resources/applicationRoles.ts';
import { rules } from './rules/applicationRoles/all.ts';

export const cases = titled(applicationRoles.name, [
  ...checks.flatMap((check) => [...check(applicationRoles)]),
  ...rules,
]);

for (const one of cases) test(one.title, detailsOf(one), judged(one));
