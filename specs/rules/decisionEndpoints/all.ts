import { alternateId } from './alternateId.ts';
import { deletion } from './deletion.ts';
import { environment } from './environment.ts';
import { filters } from './filters.ts';
import { links } from './links.ts';
import { model } from './model.ts';
import { optional } from './optional.ts';
import { owned } from './owned.ts';
import { policyId } from './policyId.ts';
import { versions } from './versions.ts';

/** What holds for decision endpoints only. */
export const rules = [
  ...model,
  ...optional,
  ...alternateId,
  ...versions,
  ...policyId,
  ...owned,
  ...links,
  ...filters,
  ...environment,
  ...deletion,
];
