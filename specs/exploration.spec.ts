import { titled } from '../fixtures/case.ts';
import { detailsOf, judged } from '../fixtures/judged.ts';
import { test } from '../fixtures/test.ts';
import { rules } from './rules/exploration/all.ts';

export const cases = titled('exploration', rules);

for (const one of cases) test(one.title, detailsOf(one), judged(one));
