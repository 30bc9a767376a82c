import type { Case } from '../../../fixtures/case.ts';
import { signOnPolicyName } from '../../../fixtures/tables/signOnPolicyName.ts';
import { signOnPolicies } from '../../../resources/signOnPolicies.ts';
import { tableCases } from '../table.ts';
import { signOnPolicy } from './signOnPolicy.ts';

/** Every rule that sign-on policies have beyond the checks, in the order of the report. */
export const rules: readonly Case[] = [
  ...signOnPolicy,
  ...tableCases(signOnPolicies, 'name', signOnPolicyName),
];
