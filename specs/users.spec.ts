import { checks } from '../checks/all.ts';
import { titled } from '../fixtures/case.ts';
import { detailsOf, judged } from '../fixtures/judged.ts';
import { test } from '../fixtures/test.ts';
import { users } from '../resources/users.ts';
import { rules } from './rules/users/all.ts';

export const cases = titled(users.name, [...checks.flatMap((check) => [...check(users)]), ...rules]);

for (const one of cases) test(one.title, detailsOf(one), judged(one));
