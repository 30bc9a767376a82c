import { checks } from '../checks/all.ts';
import { titled } from '../fixtures/case.ts';
import { detailsOf, judged } from '../fixtures/judged.ts';
import { test } from '../fixtures/test.ts';
import { populations } from '../resources/populations.ts';
import { rules } from './rules/populations/all.ts';

export const cases = titled(populations.name, [
  ...checks.flatMap((check) => [...check(populations)]),
  ...rules,
]);

for (const one of cases) test(one.title, detailsOf(one), judged(one));
