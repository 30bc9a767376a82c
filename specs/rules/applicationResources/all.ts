import type { Case } from '../../../fixtures/case.ts';
import { bothPaths } from './bothPaths.ts';
import { environmentPath } from './environmentPath.ts';
import { lonely } from './lonely.ts';
import { names } from './names.ts';
import { parents } from './parents.ts';
import { permissionsBelow } from './permissionsBelow.ts';
import { quota } from './quota.ts';
import { readOnlyPath } from './readOnlyPath.ts';
import { removal } from './removal.ts';

/** Every rule that application resources have beyond the checks, in the order of the report. */
export const rules: readonly Case[] = [
  ...environmentPath,
  ...bothPaths,
  ...readOnlyPath,
  ...parents,
  ...names,
  ...removal,
  ...permissionsBelow,
  ...quota,
  ...lonely,
];
