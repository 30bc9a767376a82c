import { checks } from '../checks/all.ts';
import { titled } from '../fixtures/case.ts';
import { detailsOf, judged } from '../fixtures/judged.ts';
import { test } from '../fixtures/test.ts';
import { operations } from '../resources/operations.ts';
import { rules } from './rules/operations/all.ts';

export const cases = titled(operations.name, [
  ...checks.flatMap((check) => [...check(operations)]),
  ...rules,
]);

for (const one of cases) test(one.title, detailsOf(one), judged(one));
