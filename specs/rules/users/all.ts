import type { Case } from '../../../fixtures/case.ts';
import { email } from './email.ts';
import { groupFilter } from './groupFilter.ts';
import { links } from './links.ts';
import { lonely } from './lonely.ts';
import { model } from './model.ts';
import { partialUpdate } from './partialUpdate.ts';
import { population } from './population.ts';

/** Every rule that users have beyond the checks, in the order of the report. */
export const rules: readonly Case[] = [
  ...model,
  ...email,
  ...population,
  ...partialUpdate,
  ...links,
  ...groupFilter,
  ...lonely,
];
