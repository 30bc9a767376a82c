import type { Case } from '../../../fixtures/case.ts';
import { expansion } from './expansion.ts';
import { groupRules } from './groups.ts';
import { operation } from './operation.ts';
import { permissionRules } from './permissions.ts';
import { policies } from './policies.ts';

/** Every rule that operations have beyond the checks, in the order of the report. */
export const rules: readonly Case[] = [
  ...operation,
  ...groupRules,
  ...permissionRules,
  ...policies,
  ...expansion,
];
