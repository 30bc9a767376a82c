import { checks } from '../checks/all.ts';
import { titled } from '../fixtures/case.ts';
import { detailsOf, judged } from '../fixtures/judged.ts';
import { test } from '../fixtures/test.ts';
import { applications } from '../resources/applications.ts';
import { rules } from './rules/applications/all.ts';

export const cases = titled(applications.name, [
  ...checks.flatMap((check) => [...check(applications)]),
  ...rules,
]);

for (const one of cases) test(one.title, detailsOf(one), judged(one));
