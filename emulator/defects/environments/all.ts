import type { Defect } from '../defect.ts';
import { billOfMaterials } from './billOfMaterials.ts';
import { contents } from './contents.ts';
import { creation } from './creation.ts';
import { creationValues } from './creationValues.ts';
import { filters } from './filters.ts';
import { lifecycle } from './lifecycle.ts';
import { links } from './links.ts';
import { model } from './model.ts';
import { organization } from './organization.ts';
import { paging } from './paging.ts';
import { productLists } from './productLists.ts';
import { productMembers } from './productMembers.ts';
import { reading } from './reading.ts';
import { regions } from './regions.ts';
import { update } from './update.ts';
import { updateRefusals } from './updateRefusals.ts';

/** What a server can do wrong with environments. */
export const environmentsDefects: readonly Defect[] = [
  ...reading,
  ...model,
  ...links,
  ...filters,
  ...paging,
  ...creation,
  ...organization,
  ...creationValues,
  ...contents,
  ...update,
  ...regions,
  ...updateRefusals,
  ...lifecycle,
  ...billOfMaterials,
  ...productLists,
  ...productMembers,
];
