import { checks } from '../checks/all.ts';
import { titled } from '../fixtures/case.ts';
import { detailsOf, judged } from '../fixtures/judged.ts';
import { test } from '../fixtures/test.ts';
import { applicationResourcePermissions } from '../resources/applicationResourcePermissions.ts';
import { rules } from './rules/applicationResourcePermissions/all.ts';

export const cases = titled(applicationResourcePermissions.name, [
  ...checks.flatMap((check) => [...check(applicationResourcePermissions)]),
  ...rules,
]);

for (const one of cases) test(one.title, detailsOf(one), judged(one));
