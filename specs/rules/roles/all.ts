import type { Case } from '../../../fixtures/case.ts';
import { assignments } from './assignments.ts';
import { lonely } from './lonely.ts';
import { model } from './model.ts';
import { reading } from './reading.ts';

/** Every rule of the platform's roles, in the order of the report. */
export const rules: readonly Case[] = [...reading, ...model, ...assignments, ...lonely];
