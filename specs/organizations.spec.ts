import { titled } from '../fixtures/case.ts';
import { detailsOf, judged } from '../fixtures/judged.ts';
import { test } from '../fixtures/test.ts';
import { rules } from './rules/organizations/all.ts';

export const cases = titled('organizations', rules);

for (const one of cases) test(one.title, detailsOf(one), judged(one));
