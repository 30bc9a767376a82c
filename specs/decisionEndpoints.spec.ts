import { checks } from '../checks/all.ts';
import { titled } from '../fixtures/case.ts';
import { detailsOf, judged } from '../fixtures/judged.ts';
import { test } from '../fixtures/test.ts';
import { decisionEndpoints } from '../resources/decisionEndpoints.ts';
import { rules } from './rules/decisionEndpoints/all.ts';

export const cases = titled(decisionEndpoints.name, [
  ...checks.flatMap((check) => [...check(decisionEndpoints)]),
  ...rules,
]);

for (const one of cases) test(one.title, detailsOf(one), judged(one));
