import { checks } from '../checks/all.ts';
import { titled } from '../fixtures/case.ts';
import { detailsOf, judged } from '../fixtures/judged.ts';
import { test } from '../fixtures/test.ts';
import { resources } from '../resources/resources.ts';
import { rules } from './rules/resources/all.ts';

export const cases = titled(resources.name, [...checks.flatMap((check) => [...check(resources)]), ...rules]);

for (const one of cases) test(one.title, detailsOf(one), judged(one));
