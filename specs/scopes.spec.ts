import { checks } from '../checks/all.ts';
import { titled } from '../fixtures/case.ts';
import { detailsOf, judged } from '../fixtures/judged.ts';
import { test } from '../fixtures/test.ts';
import { scopes } from '../resources/scopes.ts';
import { rules } from './rules/scopes/all.ts';

const cases = [...checks.flatMap((check) => [...check(scopes)]), ...rules];

for (const one of titled(scopes.name, cases)) test(one.title, detailsOf(one), judged(one));
