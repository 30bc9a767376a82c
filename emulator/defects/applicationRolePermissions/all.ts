import type { Defect } from '../defect.ts';
import { addition } from './addition.ts';
import { answers } from './answers.ts';
import { membership } from './membership.ts';
import { mirrored } from './mirrored.ts';

/** What a server can do wrong with the permissions of application roles. */
export const applicationRolePermissionsDefects: readonly Defect[] = [
  ...answers,
  ...membership,
  ...addition,
  ...mirrored,
];
