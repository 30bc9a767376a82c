import { checks } from '../checks/all.ts';
import { titled } from '../fixtures/case.ts';
import { detailsOf, judged } from '../fixtures/judged.ts';
import { test } from '../fixtures/test.ts';
import { environments } from '../resources/environments.ts';
import { rules } from './rules/environments/all.ts';

export const cases = titled(environments.name, [
  ...checks.flatMap((check) => [...check(environments)]),
  ...rules,
]);

for (const one of cases) test(one.title, detailsOf(one), judged(one));
