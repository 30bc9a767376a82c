import type { Defect } from '../defect.ts';
import { membership } from './membership.ts';
import { request } from './request.ts';
import { shownRoles } from './shown.ts';

/** What a server can do wrong with the application roles of users. */
export const userApplicationRoleAssignmentsDefects: readonly Defect[] = [
  ...shownRoles,
  ...membership,
  ...request,
];
