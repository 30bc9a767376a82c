import { titled } from '../fixtures/case.ts';
import { detailsOf, judged } from '../fixtures/judged.ts';
import { test } from '../fixtures/test.ts';
import { rules } from './rules/licenses/all.ts';

for (const one of titled('licenses', rules)) test(one.title, detailsOf(one), judged(one));
