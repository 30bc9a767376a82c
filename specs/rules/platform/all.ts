import type { Case } from '../../../fixtures/case.ts';
import { licensing } from './licensing.ts';
import { otherOrganization } from './otherOrganization.ts';
import { settling } from './settling.ts';

/** Every rule of the platform that concerns no single resource, in the order of the report. */
export const rules: readonly Case[] = [...settling, ...otherOrganization, ...licensing];
