import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  conflicts,
  matchOperation,
  type Operation,
  type Violation,
  validate,
  validateCollection,
  validateError,
} from '../../schemas/contract.ts';

type Example = {
  readonly source: string;
  readonly operation: string;
  readonly truncated?: string;
  readonly request: {
    readonly headers: Readonly<Record<string, string>> | null;
    readonly body: unknown;
    readonly form?: string;
  };
  readonly response: { readonly status: number | null; readonly body: unknown };
};

const id = '11111111-1111-4111-8111-111111111111';
const folder = new URL('../../fixtures/examples/', import.meta.url);
const examples = readdirSync(folder).map((file) => {
  const text = readFileSync(new URL(file, folder), 'utf8');
  return [file.replace('.json', ''), JSON.parse(filled(text)) as Example] as const;
});

const ofKind = (holds: (example: Example) => unknown) => examples.filter(([, example]) => holds(example));

test.each(examples)('%s names where it was published', (_, { source }) => {
  expect(source).toMatch(/\S/);
});

test.each(
  ofKind(({ request }) => request.body),
)('%s has a request that the contract allows', (_, example) => {
  const operation = operationOf(example);
  const mediaType = example.request.headers?.['Content-Type'] ?? '';
  expect(requestViolations(operation, example.request.body, mediaType)).toEqual([]);
  expect(operation?.requestMediaTypes).toContain(mediaType);
});

test.each(ofKind(({ request }) => request.form))('%s has a form that the contract allows', (_, example) => {
  const form = Object.fromEntries(new URLSearchParams(example.request.form));
  expect(requestViolations(operationOf(example), form)).toEqual([]);
});

test.each(
  ofKind(({ response }) => response.body),
)('%s has a response that the contract describes', (_, example) => {
  const violations = responseViolations(operationOf(example), example.response);
  // Where the published copy breaks off, members are missing that the service did send.
  expect(example.truncated ? violations.filter(({ keyword }) => keyword !== 'required') : violations).toEqual(
    [],
  );
});

test.each(
  ofKind((each) => operationOf(each) && each.response.status),
)('%s has a documented status', (_, example) => {
  expect(operationOf(example)?.statuses.map(({ status }) => status)).toContain(example.response.status);
});

test('every example belongs to an operation of the contract, but for errors of other operations', () => {
  const others = ofKind((example) => operationOf(example) === undefined);
  expect(others.map(([name]) => name).filter((name) => !name.startsWith('errors-'))).toEqual([]);
});

/** Where an example shows another reading than the tables: conflict, example, place in it, what stands there. */
const CONTRADICTIONS = [
  ['sign-on-policy-default', 'signOnPolicies-create', 'request.body.default', 'false'],
  ['sign-on-policy-default', 'signOnPolicies-create', 'response.body.default', 'false'],
  ['scalar-conversion', 'signOnPolicies-create', 'request.body.default', 'false'],
  ['external-oauth-server-sample-name', 'externalOAuthServers-create', 'request.body.name', 'Example_2'],
  ['external-oauth-server-sample-name', 'externalOAuthServers-create', 'response.body.name', 'Example_1'],
  ['environment-license', 'environments-create-earlier', 'request.body.license', undefined],
  ['environment-license', 'environments-readOne-earlier', 'response.body.license', undefined],
  ['environment-region-in-update', 'environments-update-earlier', 'request.body.region', undefined],
  ['environment-type-change', 'environments-update-earlier', 'request.body.type', 'PRODUCTION'],
  ['environment-self-slash', 'environments-readOne-earlier', 'response.body._links.self.href', /\/$/],
  [
    'environment-links-earlier',
    'environments-readOne-earlier',
    'response.body._links.features.href',
    /\/features$/,
  ],
  [
    'organization-billing-connections',
    'organizations-readOne',
    'response.body.billingConnections.0.id',
    /^\w{19}$/,
  ],
  ['api-server-type-required', 'apiServers-create', 'request.body.authorizationServer.type', undefined],
  ['deployment-request-body', 'apiServerDeployment-deploy', 'request.body', null],
  [
    'deployment-media-type-case',
    'apiServerDeployment-deploy',
    'request.headers.Content-Type',
    /\.apiserver\./,
  ],
  ['decision-id', 'decisionEvaluation-evaluate-field', 'response.body.id', undefined],
  ['bill-of-materials-product', 'billOfMaterials-readOne', 'response.body.products.0.description', undefined],
  [
    'environment-region-values',
    'licenses-readAll',
    'response.body._embedded.licenses.0.environments.regions.0',
    'NORTH_AMERICA',
  ],
  [
    'application-client-id',
    'applications-readAll',
    'response.body._embedded.applications.0.clientId',
    undefined,
  ],
] as const;

test.each(
  CONTRADICTIONS,
)('conflict %s is on file with %s, which has its %s', (conflict, name, place, value) => {
  expect(conflicts().find((each) => each.id === conflict)?.examples).toContain(name);
  const example: unknown = examples.find(([each]) => each === name)?.[1];
  const found = place
    .split('.')
    .reduce((at, part) => (at as Record<string, unknown> | undefined)?.[part], example);
  if (value instanceof RegExp) expect(found).toMatch(value);
  else expect(found).toBe(value);
});

/** Puts values in the place of `{{variables}}`, `<uuid>` marks and masked identifiers. */
function filled(text: string): string {
  return text
    .replaceAll('{{email}}', 'user@example.com')
    .replaceAll('{{$timestamp}}', '1')
    .replaceAll('<iso-8601>', '2026-08-31T12:00:00Z')
    .replaceAll(/\{\{\w*(?:ID|Id)\}\}/g, id)
    .replaceAll(/"<[\w-]+>"/g, `"${id}"`)
    .replaceAll(/"[0-9a-f*]{8}(?:-[0-9a-f*]{4}){3}-[0-9a-f*]{12}"/g, (found) =>
      found.includes('*') ? `"${id}"` : found,
    );
}

function operationOf({ operation }: Example): Operation | undefined {
  const [method = '', path = ''] = operation.split(' ');
  const side = path.startsWith('{authPath}') ? 'auth' : 'api';
  return matchOperation(method, path.replace('{authPath}', '').replaceAll(/\{\w+\}/g, id), side);
}

function requestViolations(
  operation: Operation | undefined,
  body: unknown,
  mediaType = '',
): readonly Violation[] {
  const model = operation?.requestModels[mediaType] ?? operation?.requestModel;
  if (model === undefined) throw new Error('the contract documents no request body here');
  return validate(model, operation?.kind === 'update' ? 'update' : 'create', body);
}

function responseViolations(
  operation: Operation | undefined,
  response: Example['response'],
): readonly Violation[] {
  if (operation?.side === 'auth' && response.status !== 200)
    return validate('OAuthError', 'response', response.body);
  if (operation === undefined || (response.status ?? 0) >= 400) return validateError(response.body);
  if (operation.kind === 'list') return validateCollection(operation.id, response.body);
  return validate(operation.model ?? '', 'response', response.body);
}
