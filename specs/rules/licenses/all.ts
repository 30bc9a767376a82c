import type { Case } from '../../../fixtures/case.ts';
import { model } from './model.ts';
import { reading } from './reading.ts';

/** Every rule of licences, in the order of the report. */
export const rules: readonly Case[] = [...reading, ...model];
