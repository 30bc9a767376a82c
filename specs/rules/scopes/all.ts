import type { Case } from '../../../fixtures/case.ts';
import { scopeName } from '../../../fixtures/tables/scopeName.ts';
import { scopes } from '../../../resources/scopes.ts';
import { tableCases } from '../table.ts';
import { scope } from './scope.ts';

/** Every rule that scopes have beyond the checks, in the order of the report. */
export const rules: readonly Case[] = [...scope, ...tableCases(scopes, 'name', scopeName)];
