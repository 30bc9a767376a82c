import type { Case } from '../../../fixtures/case.ts';
import { active } from './active.ts';
import { activeFilters } from './activeFilters.ts';
import { lonely } from './lonely.ts';
import { total } from './total.ts';
import { totalFilters } from './totalFilters.ts';

/** Every rule of the numbers of identities, in the order of the report. */
export const rules: readonly Case[] = [...active, ...activeFilters, ...total, ...totalFilters, ...lonely];
