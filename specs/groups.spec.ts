import { checks } from '../checks/all.ts';
import { titled } from '../fixtures/case.ts';
import { detailsOf, judged } from '../fixtures/judged.ts';
import { test } from '../fixtures/test.ts';
import { groups } from '../resources/groups.ts';
import { rules } from './rules/groups/all.ts';

export const cases = titled(groups.name, [...checks.flatMap((check) => [...check(groups)]), ...rules]);

for (const one of cases) test(one.title, detailsOf(one), judged(one));
