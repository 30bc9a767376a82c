import { checks } from '../checks/all.ts';
import { titled } from '../fixtures/case.ts';
import { detailsOf, judged } from '../fixtures/judged.ts';
import { test } from '../fixtures/test.ts';
import { signOnPolicies } from '../resources/signOnPolicies.ts';
import { rules } from './rules/signOnPolicies/all.ts';

export const cases = titled(signOnPolicies.name, [
  ...checks.flatMap((check) => [...check(signOnPolicies)]),
  ...rules,
]);

for (const one of cases) test(one.title, detailsOf(one), judged(one));
