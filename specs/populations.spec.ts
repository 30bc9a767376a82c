import { checks } from '../checks/all.ts';
import { titled } from '../fixtures/case.ts';
import { detailsOf, judged } from '../fixtures/judged.ts';
import { test } from '../fixtures/test.ts';
import { populations } from '../resources/populations.ts';
import { rules } from './rules/populations/all.ts';

const cases = [...checks.flatMap((check) => [...check(populations)]), ...rules];

for (const one of titled(populations.name, cases)) test(one.title, detailsOf(one), judged(one));
