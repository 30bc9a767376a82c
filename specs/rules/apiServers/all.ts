import type { Case } from '../../../fixtures/case.ts';
import { authorizationServer } from './authorizationServer.ts';
import { customPolicies } from './customPolicies.ts';
import { filter } from './filter.ts';
import { names } from './names.ts';
import { quota } from './quota.ts';
import { service } from './service.ts';

/** Every rule that API services have beyond the checks, in the order of the report. */
export const rules: readonly Case[] = [
  ...service,
  ...names,
  ...authorizationServer,
  ...customPolicies,
  ...filter,
  ...quota,
];
