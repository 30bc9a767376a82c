import { apiServerBody, isCorrectApiServerBody } from '../../fixtures/arbitraries/apiServerBody.ts';
import * as baseUrl from '../../fixtures/arbitraries/baseUrl.ts';
import * as cursor from '../../fixtures/arbitraries/cursor.ts';
import * as exactPattern from '../../fixtures/arbitraries/exactPattern.ts';
import { fromSchema, isCorrectScalar, type ScalarSchema } from '../../fixtures/arbitraries/fromSchema.ts';
import * as groupName from '../../fixtures/arbitraries/groupName.ts';
import * as host from '../../fixtures/arbitraries/host.ts';
import * as httpMethod from '../../fixtures/arbitraries/httpMethod.ts';
import * as jsonBody from '../../fixtures/arbitraries/jsonBody.ts';
import * as limit from '../../fixtures/arbitraries/limit.ts';
import * as methods from '../../fixtures/arbitraries/methods.ts';
import { isCorrectOperationBody, operationBody } from '../../fixtures/arbitraries/operationBody.ts';
import * as parameterPattern from '../../fixtures/arbitraries/parameterPattern.ts';
import * as paths from '../../fixtures/arbitraries/paths.ts';
import * as permissionAction from '../../fixtures/arbitraries/permissionAction.ts';
import * as resourceName from '../../fixtures/arbitraries/resourceName.ts';
import * as scimFilter from '../../fixtures/arbitraries/scimFilter.ts';
import type { ScimGrammar } from '../../fixtures/arbitraries/scimGrammar.ts';
import * as scopeName from '../../fixtures/arbitraries/scopeName.ts';
import * as signOnPolicyName from '../../fixtures/arbitraries/signOnPolicyName.ts';
import * as text from '../../fixtures/arbitraries/text.ts';
import * as uuid from '../../fixtures/arbitraries/uuid.ts';
import { authorizeWords } from './authorizeWords.ts';
import { externalOAuthServerWords } from './externalOAuthServerWords.ts';
import { type Population, populationsOf } from './populations.ts';
import { referenceListWords } from './referenceListWords.ts';
import { rolePopulations } from './roleWords.ts';

const prefix = 'pc-1a2b-';
const issued = 'eyJvZmZzZXQiOjF9';
const bounds = { minimum: 1, maximum: 25 };
const apiServerIds = { resourceId: 'resource', prefix };
const operationIds = {
  groupIds: Array.from({ length: 26 }, (_, index) => `group-${index}`),
  scopeIds: ['scope-a', 'scope-b'],
  policyId: 'policy',
  permissionId: 'permission',
  prefix,
};
const sparseIds = { groupIds: [], scopeIds: [], policyId: 'policy' };

/** Every arbitrary of the suite, with parameters like those of the resources that use it. */
export const populations: readonly Population[] = [
  ...populationsOf('host', {
    valid: host.validHost,
    invalid: host.invalidHost,
    brokenRules: host.brokenHostRules,
    isCorrect: host.isCorrectHost,
  }),
  ...populationsOf<unknown>('baseUrl', {
    valid: baseUrl.validBaseUrl,
    invalid: baseUrl.invalidBaseUrl,
    brokenRules: baseUrl.brokenBaseUrlRules,
    isCorrect: baseUrl.isCorrectBaseUrl,
  }),
  ...populationsOf<unknown>('exactPattern', {
    valid: exactPattern.validExactPattern,
    invalid: exactPattern.invalidExactPattern,
    brokenRules: exactPattern.brokenExactPatternRules,
    isCorrect: exactPattern.isCorrectExactPattern,
  }),
  ...populationsOf<unknown>('parameterPattern', {
    valid: parameterPattern.validParameterPattern,
    invalid: parameterPattern.invalidParameterPattern,
    brokenRules: parameterPattern.brokenParameterPatternRules,
    isCorrect: parameterPattern.isCorrectParameterPattern,
  }),
  ...populationsOf<unknown>('paths', {
    valid: paths.validPaths,
    invalid: paths.invalidPaths,
    brokenRules: paths.brokenPathsRules,
    isCorrect: paths.isCorrectPaths,
  }),
  ...populationsOf<unknown>('httpMethod', {
    valid: httpMethod.validHttpMethod,
    invalid: httpMethod.invalidHttpMethod,
    brokenRules: httpMethod.brokenHttpMethodRules,
    isCorrect: httpMethod.isCorrectHttpMethod,
  }),
  ...populationsOf<unknown>('methods', {
    valid: methods.validMethods,
    invalid: methods.invalidMethods,
    brokenRules: methods.brokenMethodsRules,
    isCorrect: methods.isCorrectMethods,
  }),
  ...populationsOf<unknown>('groupName', {
    valid: groupName.validGroupName(prefix),
    invalid: groupName.invalidGroupName(prefix),
    brokenRules: groupName.brokenGroupNameRules,
    isCorrect: groupName.isCorrectGroupName,
  }),
  ...populationsOf<unknown>('permissionAction', {
    valid: permissionAction.validPermissionAction(prefix),
    invalid: permissionAction.invalidPermissionAction(prefix),
    brokenRules: permissionAction.brokenPermissionActionRules,
    isCorrect: permissionAction.isCorrectPermissionAction,
  }),
  ...populationsOf<unknown>('scopeName', {
    valid: scopeName.validScopeName(prefix),
    invalid: scopeName.invalidScopeName(prefix),
    brokenRules: scopeName.brokenScopeNameRules,
    isCorrect: scopeName.isCorrectScopeName,
  }),
  ...populationsOf<unknown>('signOnPolicyName', {
    valid: signOnPolicyName.validSignOnPolicyName(prefix),
    invalid: signOnPolicyName.invalidSignOnPolicyName(prefix),
    brokenRules: signOnPolicyName.brokenSignOnPolicyNameRules,
    isCorrect: signOnPolicyName.isCorrectSignOnPolicyName,
  }),
  ...populationsOf<unknown>('resourceName', {
    valid: resourceName.validResourceName(prefix),
    invalid: resourceName.invalidResourceName(),
    brokenRules: resourceName.brokenResourceNameRules,
    isCorrect: resourceName.isCorrectResourceName,
  }),
  ...populationsOf<unknown>('text', {
    valid: text.validText,
    invalid: text.invalidText,
    brokenRules: text.brokenTextRules,
    isCorrect: text.isCorrectText,
  }),
  ...populationsOf<unknown>('uuid', {
    valid: uuid.validUuid,
    invalid: uuid.invalidUuid,
    brokenRules: uuid.brokenUuidRules,
    isCorrect: uuid.isCorrectUuid,
  }),
  ...populationsOf<unknown>('limit', {
    valid: limit.validLimit(bounds),
    invalid: limit.invalidLimit(bounds),
    brokenRules: (value) => limit.brokenLimitRules(value, bounds),
    isCorrect: (value) => limit.isCorrectLimit(value, bounds),
  }),
  ...populationsOf<unknown>('cursor', {
    valid: cursor.validCursor(issued),
    invalid: cursor.invalidCursor(issued),
    brokenRules: (value) => cursor.brokenCursorRules(value, issued),
    isCorrect: (value) => cursor.isCorrectCursor(value, issued),
  }),
  ...populationsOf<unknown>('jsonBody', {
    valid: jsonBody.validJsonBody,
    invalid: jsonBody.invalidJsonBody,
    brokenRules: jsonBody.brokenJsonBodyRules,
    isCorrect: jsonBody.isCorrectJsonBody,
  }),
  ...filters('scimFilter of one operator', { filters: [{ attribute: 'name', operators: ['sw'] }] }),
  ...filters('scimFilter with and', {
    filters: [
      { attribute: 'name', operators: ['sw'] },
      { attribute: 'authorizationServer.externalOAuthServer.id', operators: ['eq'], values: uuid.validUuid },
    ],
    logical: ['and'],
    otherAttributes: ['description', 'createdAt'],
  }),
  ...populationsOf('apiServerBody', {
    valid: apiServerBody(apiServerIds),
    isCorrect: (body) => isCorrectApiServerBody(body, apiServerIds),
  }),
  ...populationsOf('operationBody', {
    valid: operationBody(operationIds),
    isCorrect: (body) => isCorrectOperationBody(body, operationIds),
  }),
  ...populationsOf('operationBody without ids', {
    valid: operationBody(sparseIds),
    isCorrect: (body) => isCorrectOperationBody(body, sparseIds),
  }),
  ...externalOAuthServerWords,
  ...referenceListWords,
  ...authorizeWords,
  ...rolePopulations,
  ...scalars({ type: 'boolean' }),
  ...scalars({ enum: ['ALL', 'ANY'] }),
  ...scalars({ type: 'integer', minimum: 300, maximum: 2_592_000 }),
  ...scalars({ type: 'integer' }),
  ...scalars({ type: 'string', minLength: 1, maxLength: 1024 }),
  ...scalars({ type: 'string', format: 'uuid' }),
  ...scalars({ type: 'string', format: 'uri' }),
  ...scalars({ type: 'string', format: 'date-time' }),
];

function filters(word: string, grammar: ScimGrammar): readonly Population[] {
  return populationsOf(word, {
    valid: scimFilter.validScimFilter(grammar).map(({ expression }) => expression),
    invalid: scimFilter.invalidScimFilter(grammar),
    brokenRules: (value) => scimFilter.brokenScimFilterRules(value, grammar),
    isCorrect: (value) => scimFilter.isCorrectScimFilter(value, grammar),
  });
}

function scalars(schema: ScalarSchema): readonly Population[] {
  return populationsOf<unknown>(`fromSchema ${JSON.stringify(schema)}`, {
    valid: fromSchema(schema),
    isCorrect: (value) => isCorrectScalar(value, schema),
  });
}
