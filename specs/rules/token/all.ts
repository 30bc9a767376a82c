import type { Case } from '../../../fixtures/case.ts';
import { answer } from './answer.ts';
import { claims } from './claims.ts';
import { clients } from './clients.ts';
import { endpoint } from './endpoint.ts';
import { errors } from './errors.ts';
import { grants } from './grants.ts';
import { jwt } from './jwt.ts';
import { use } from './use.ts';
import { workers } from './workers.ts';

/** Every rule of the token endpoint, in the order of the report. */
export const rules: readonly Case[] = [
  ...endpoint,
  ...answer,
  ...clients,
  ...workers,
  ...grants,
  ...errors,
  ...jwt,
  ...claims,
  ...use,
];
