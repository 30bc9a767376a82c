import { checks } from '../checks/all.ts';
import { titled } from '../fixtures/case.ts';
import { detailsOf, judged } from '../fixtures/judged.ts';
import { test } from '../fixtures/test.ts';
import { gateways } from '../resources/gateways.ts';
import { rules } from './rules/gateways/all.ts';

export const cases = titled(gateways.name, [...checks.flatMap((check) => [...check(gateways)]), ...rules]);

for (const one of cases) test(one.title, detailsOf(one), judged(one));
