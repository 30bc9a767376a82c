import { checks } from '../checks/all.ts';
import { titled } from '../fixtures/case.ts';
import { detailsOf, judged } from '../fixtures/judged.ts';
import { test } from '../fixtures/test.ts';
import { apiServers } from '../resources/apiServers.ts';
import { rules } from './rules/apiServers/all.ts';

export const cases = titled(apiServers.name, [
  ...checks.flatMap((check) => [...check(apiServers)]),
  ...rules,
]);

for (const one of cases) test(one.title, detailsOf(one), judged(one));
