import type { Case } from '../../../fixtures/case.ts';
import { billOfMaterials } from './billOfMaterials.ts';
import { contents } from './contents.ts';
import { creation } from './creation.ts';
import { creationValues } from './creationValues.ts';
import { filters } from './filters.ts';
import { links } from './links.ts';
import { model } from './model.ts';
import { newerFilters } from './newerFilters.ts';
import { paging } from './paging.ts';
import { pending } from './pending.ts';
import { productLists } from './productLists.ts';
import { promotion } from './promotion.ts';
import { reading } from './reading.ts';
import { removal } from './removal.ts';
import { statuses } from './statuses.ts';
import { update } from './update.ts';
import { updateRefusals } from './updateRefusals.ts';

/** Every rule of environments, in the order of the report. */
export const rules: readonly Case[] = [
  ...reading,
  ...statuses,
  ...model,
  ...links,
  ...filters,
  ...newerFilters,
  ...paging,
  ...creation,
  ...creationValues,
  ...contents,
  ...update,
  ...updateRefusals,
  ...promotion,
  ...pending,
  ...removal,
  ...billOfMaterials,
  ...productLists,
];
