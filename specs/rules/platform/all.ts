import type { Case } from '../../../fixtures/case.ts';
import { licensing } from './licensing.ts';
/** Every rule of the platform that concerns no single resource, in the order of the report. */
import { capabilitiesRead, lonelyOperations } from './lonelyOperations.ts';
import { otherOrganization } from './otherOrganization.ts';
import { settling } from './settling.ts';
export const rules: readonly Case[] = [
  ...settling,
  ...otherOrganization,
  ...licensing,
  ...lonelyOperations,
  capabilitiesRead,
];
