import { titled } from '../fixtures/case.ts';
import { detailsOf, judged } from '../fixtures/judged.ts';
import { test } from '../fixtures/test.ts';
import { rules } from './rules/token/all.ts';

export const cases = titled('token', rules);

for (const one of cases) test(one.title, detailsOf(one), judged(one));
