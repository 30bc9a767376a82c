import type { Case } from '../../../fixtures/case.ts';
import { filters } from './filters.ts';
import { links } from './links.ts';
import { model } from './model.ts';
import { reading } from './reading.ts';
import { readOnly } from './readOnly.ts';

/** Every rule of organizations, in the order of the report. */
export const rules: readonly Case[] = [...reading, ...readOnly, ...model, ...links, ...filters];
