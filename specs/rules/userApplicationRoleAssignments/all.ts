import type { Case } from '../../../fixtures/case.ts';
import { agreement } from './agreement.ts';
import { membership } from './membership.ts';
import { refusals } from './refusals.ts';
import { shown } from './shown.ts';

/** Every rule that the application roles of a user have beyond the checks, in the order of the report. */
export const rules: readonly Case[] = [...shown, ...membership, ...refusals, ...agreement];
