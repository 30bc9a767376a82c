import type { Defect } from '../defect.ts';
import { links } from './links.ts';
import { name } from './name.ts';
import { nameForm } from './nameForm.ts';
import { role } from './role.ts';
import { userExpansion } from './userExpansion.ts';
import { userPages } from './userPages.ts';
import { roleUsers } from './users.ts';

/** What a server can do wrong with application roles and with who has them. */
export const applicationRolesDefects: readonly Defect[] = [
  ...role,
  ...name,
  ...nameForm,
  ...links,
  ...roleUsers,
  ...userPages,
  ...userExpansion,
];
