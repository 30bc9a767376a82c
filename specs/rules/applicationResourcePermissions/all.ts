import type { Case } from '../../../fixtures/case.ts';
import { keys } from './keys.ts';
import { listing } from './listing.ts';
import { owners } from './owners.ts';
import { quota } from './quota.ts';

/** Every rule that permissions of application resources have beyond the checks, in the order of the report. */
export const rules: readonly Case[] = [...listing, ...keys, ...owners, ...quota];
