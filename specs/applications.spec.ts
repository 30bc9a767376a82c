import { checks } from '../checks/all.ts';
import { titled } from '../fixtures/case.ts';
import { detailsOf, judged } from '../fixtures/judged.ts';
import { test } from '../fixtures/test.ts';
import { applications } from '../resources/applications.ts';
import { rules } from './rules/applications/all.ts';

const cases = [...checks.flatMap((check) => [...check(applications)]), ...rules];

for (const one of titled(applications.name, cases)) test(one.title, detailsOf(one), judged(one));
