import { checks } from '../checks/all.ts';
import { titled } from '../fixtures/case.ts';
import { detailsOf, judged } from '../fixtures/judged.ts';
import { test } from '../fixtures/test.ts';
import { applicationResources } from '../resources/applicationResources.ts';
import { rules } from './rules/applicationResources/all.ts';

export const cases = titled(applicationResources.name, [
  ...checks.flatMap((check) => [...check(applicationResources)]),
  ...rules,
]);

for (const one of cases) test(one.title, detailsOf(one), judged(one));
