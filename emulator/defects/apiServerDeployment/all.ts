import type { Defect } from '../defect.ts';
import { errors } from './errors.ts';
import { outcome } from './outcome.ts';
import { policies } from './policies.ts';
import { repetition } from './repetition.ts';
import { request } from './request.ts';
import { states } from './states.ts';

/** What a server can do wrong with the deployment of API services. */
export const apiServerDeploymentDefects: readonly Defect[] = [
  ...request,
  ...states,
  ...repetition,
  ...outcome,
  ...errors,
  ...policies,
];
