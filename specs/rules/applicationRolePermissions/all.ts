import type { Case } from '../../../fixtures/case.ts';
import { graph } from './graph.ts';
import { membership } from './membership.ts';
import { shown } from './shown.ts';
import { source } from './source.ts';

/** Every rule that the permissions of a role have beyond the checks, in the order of the report. */
export const rules: readonly Case[] = [...shown, ...membership, ...source, ...graph];
