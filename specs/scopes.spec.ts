import { checks } from '../checks/all.ts';
import { titled } from '../fixtures/case.ts';
import { detailsOf, judged } from '../fixtures/judged.ts';
import { test } from '../fixtures/test.ts';
import { scopes } from '../resources/scopes.ts';
import { rules } from './rules/scopes/all.ts';

export const cases = titled(scopes.name, [...checks.flatMap((check) => [...check(scopes)]), ...rules]);

for (const one of cases) test(one.title, detailsOf(one), judged(one));
