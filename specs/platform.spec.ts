import { titled } from '../fixtures/case.ts';
import { detailsOf, judged } from '../fixtures/judged.ts';
import { test } from '../fixtures/test.ts';
import { rules } from './rules/platform/all.ts';

export const cases = titled('platform', rules);

for (const one of cases) test(one.title, detailsOf(one), judged(one));
