import * as applicationRoleName from '../../fixtures/arbitraries/applicationRoleName.ts';
import * as roleGraph from '../../fixtures/arbitraries/roleGraph.ts';
import { type Population, populationsOf } from './populations.ts';

/** The arbitraries of application roles. */
export const rolePopulations: readonly Population[] = [
  ...populationsOf<unknown>('applicationRoleName', {
    valid: applicationRoleName.validApplicationRoleName('pc-1a2b-'),
    invalid: applicationRoleName.invalidApplicationRoleName('pc-1a2b-'),
    brokenRules: applicationRoleName.brokenApplicationRoleNameRules,
    isCorrect: applicationRoleName.isCorrectApplicationRoleName,
  }),
  ...populationsOf('roleGraph', {
    valid: roleGraph.validRoleGraph(),
    isCorrect: roleGraph.isCorrectRoleGraph,
  }),
];
