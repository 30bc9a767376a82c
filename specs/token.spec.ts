import { titled } from '../fixtures/case.ts';
import { detailsOf, judged } from '../fixtures/judged.ts';
import { test } from '../fixtures/test.ts';
import { rules } from './rules/token/all.ts';

for (const one of titled('token', rules)) test(one.title, detailsOf(one), judged(one));
