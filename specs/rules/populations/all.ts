import type { Case } from '../../../fixtures/case.ts';
import { defaultPopulation } from './default.ts';
import { keeping } from './keeping.ts';
import { model } from './model.ts';

/** Every rule that populations have beyond the checks, in the order of the report. */
export const rules: readonly Case[] = [...model, ...keeping, ...defaultPopulation];
