import { checks } from '../checks/all.ts';
import { titled } from '../fixtures/case.ts';
import { detailsOf, judged } from '../fixtures/judged.ts';
import { test } from '../fixtures/test.ts';
import { externalOAuthServers } from '../resources/externalOAuthServers.ts';
import { rules } from './rules/externalOAuthServers/all.ts';

export const cases = titled(externalOAuthServers.name, [
  ...checks.flatMap((check) => [...check(externalOAuthServers)]),
  ...rules,
]);

for (const one of cases) test(one.title, detailsOf(one), judged(one));
