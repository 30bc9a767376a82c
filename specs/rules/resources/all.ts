import type { Case } from '../../../fixtures/case.ts';
import { resourceAudience } from '../../../fixtures/tables/resourceAudience.ts';
import { tokenValidity } from '../../../fixtures/tables/tokenValidity.ts';
import { resources } from '../../../resources/resources.ts';
import { tableCases } from '../table.ts';
import { resource } from './resource.ts';

/** Every rule that resources have beyond the checks, in the order of the report. */
export const rules: readonly Case[] = [
  ...resource,
  ...tableCases(resources, 'audience', () => resourceAudience),
  ...tableCases(resources, 'accessTokenValiditySeconds', () => tokenValidity),
];
