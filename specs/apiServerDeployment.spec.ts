import { titled } from '../fixtures/case.ts';
import { detailsOf, judged } from '../fixtures/judged.ts';
import { test } from '../fixtures/test.ts';
import { rules } from './rules/apiServerDeployment/all.ts';

export const cases = titled('apiServerDeployment', rules);

for (const one of cases) test(one.title, detailsOf(one), judged(one));
