import type { Case } from '../../../fixtures/case.ts';
import { links } from './links.ts';
import { lonely } from './lonely.ts';
import { role } from './role.ts';
import { userPages } from './userPages.ts';
import { roleUsers } from './users.ts';

/** Every rule that application roles have beyond the checks, in the order of the report. */
export const rules: readonly Case[] = [...role, ...links, ...roleUsers, ...userPages, ...lonely];
