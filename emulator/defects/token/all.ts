import type { Defect } from '../defect.ts';
import { answer } from './answer.ts';
import { applicationsOfTokens } from './applications.ts';
import { claimsOfTokens } from './claims.ts';
import { clients } from './clients.ts';
import { endpoint } from './endpoint.ts';
import { errors } from './errors.ts';
import { grants } from './grants.ts';
import { jwt } from './jwt.ts';
import { use } from './use.ts';

/** What a server can do wrong with tokens. */
export const tokenDefects: readonly Defect[] = [
  ...endpoint,
  ...answer,
  ...clients,
  ...applicationsOfTokens,
  ...grants,
  ...errors,
  ...jwt,
  ...claimsOfTokens,
  ...use,
];
