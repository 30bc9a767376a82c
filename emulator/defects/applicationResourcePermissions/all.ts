import type { Defect } from '../defect.ts';
import { action } from './action.ts';
import { key } from './key.ts';
import { owner } from './owner.ts';
import { permission } from './permission.ts';

/** What a server can do wrong with the permissions of application resources. */
export const applicationResourcePermissionsDefects: readonly Defect[] = [
  ...permission,
  ...action,
  ...key,
  ...owner,
];
