import * as decisionParameters from '../../fixtures/arbitraries/decisionParameters.ts';
import {
  deploymentSequence,
  isCorrectDeploymentSequence,
} from '../../fixtures/arbitraries/deploymentSequence.ts';
import { type Population, populationsOf } from './populations.ts';

/** Requests for decisions, and stories of deployments. */
export const authorizeWords: readonly Population[] = [
  ...populationsOf<unknown>('decisionParameters', {
    valid: decisionParameters.validDecisionParameters,
    invalid: decisionParameters.invalidDecisionParameters,
    brokenRules: decisionParameters.brokenDecisionParametersRules,
    isCorrect: decisionParameters.isCorrectDecisionParameters,
  }),
  ...populationsOf<unknown>('decisionParameters of known values', {
    valid: decisionParameters.knownDecisionParameters({ 'Approval.manager': ['approve', 1], flag: [true] }),
    isCorrect: (parameters) =>
      decisionParameters.isCorrectDecisionParameters(parameters) &&
      /^\{("Approval\.manager":("approve"|1))?,?("flag":true)?\}$/.test(JSON.stringify(parameters)),
  }),
  ...populationsOf<unknown>('deploymentSequence', {
    valid: deploymentSequence,
    isCorrect: isCorrectDeploymentSequence,
  }),
];
