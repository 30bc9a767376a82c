import type { Case } from '../../../fixtures/case.ts';
import { group } from './group.ts';
import { membership } from './membership.ts';

/** Every rule that groups have beyond the checks, in the order of the report. */
export const rules: readonly Case[] = [...group, ...membership];
