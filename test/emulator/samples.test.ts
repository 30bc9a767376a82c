import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Json, openSession, type Session } from './session.ts';

let session: Session;
let env: string;
let resourceId: string;
let applicationResourceId: string;
beforeAll(async () => {
  session = await openSession();
  env = `/environments/${session.ids.sandbox}`;
  resourceId = (await session.make(`${env}/resources`, { name: 'of the samples' })).id;
  const below = `${env}/resources/${resourceId}/applicationResources`;
  applicationResourceId = (await session.make(below, { name: 'portfolios' })).id;
});
afterAll(() => session.emulator.close());

/** A documented create: what is sent, what comes back beside it, and the names of the links. */
type Sample = {
  readonly what: string;
  readonly path: () => string;
  readonly body: () => object;
  readonly answer?: object;
  readonly links: readonly string[];
};

const uuid = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

const samples: readonly Sample[] = [
  {
    what: 'Step 3: Create an environment',
    path: () => '/environments',
    body: () => ({
      name: 'New-Solution-Env_1680720342',
      description: 'New environment description',
      type: 'SANDBOX',
      region: 'NA',
      license: { id: session.ids.license },
    }),
    answer: {
      createdAt: time,
      updatedAt: time,
      billOfMaterials: { createdAt: time, products: expect.any(Array) },
    },
    links: [
      'self',
      'organization',
      'license',
      'populations',
      'users',
      'applications',
      'gateways',
      'billOfMaterials',
    ],
  },
  {
    what: 'Step 4: Create a population',
    path: () => `${env}/populations`,
    body: () => ({ name: 'Shared-Test-User-Population', description: 'Population for PingOne test users' }),
    answer: { userCount: 0, createdAt: time, updatedAt: time, default: false },
    links: ['self', 'environment'],
  },
  {
    what: 'Create Group',
    path: () => `${env}/groups`,
    body: () => ({
      name: 'Managers',
      description: 'This is a test group',
      customData: { groupOwner: 'Tom Jones', securityGroup: true },
      userFilter: 'title eq "Manager"',
    }),
    answer: { directMemberCounts: { users: 0 }, createdAt: time },
    links: ['self'],
  },
  {
    what: 'Create Resource',
    path: () => `${env}/resources`,
    body: () => ({
      name: 'CustomResource1',
      description: 'This is my custom resource',
      audience: 'https://api.customresource1.com',
      accessTokenValiditySeconds: 7200,
      applicationPermissionsSettings: { claimEnabled: true },
    }),
    answer: { type: 'CUSTOM' },
    links: ['self', 'environment', 'scopes', 'attributes'],
  },
  {
    what: 'Create OpenID Connect resource scope',
    path: () => `${env}/resources/${resourceId}/scopes`,
    body: () => ({
      name: 'Scope_1655153042',
      description: 'My scope with a mapped claim',
      mappedClaims: [session.ids.second],
    }),
    answer: { createdAt: time, updatedAt: time },
    links: ['self', 'resource'],
  },
  {
    what: 'Create Sign-On Policy',
    path: () => `${env}/signOnPolicies`,
    body: () => ({ name: 'Simple_Login', description: 'A new basic sign-on policy.' }),
    answer: { default: false },
    links: ['self', 'environment', 'actions'],
  },
  {
    what: 'Create a web application',
    path: () => `${env}/applications`,
    body: () => ({
      enabled: true,
      name: 'CustomResourceApp_1776817799',
      description: 'This is an OIDC Web application.',
      type: 'WEB_APP',
      protocol: 'OPENID_CONNECT',
      grantTypes: ['AUTHORIZATION_CODE'],
      redirectUris: ['https://www.google.com'],
      responseTypes: ['CODE'],
      tokenEndpointAuthMethod: 'CLIENT_SECRET_BASIC',
    }),
    answer: { clientId: uuid, createdAt: time, updatedAt: time },
    links: ['self', 'environment', 'attributes', 'secret', 'grants'],
  },
  {
    what: 'Create External OAuth Server',
    path: () => `${env}/externalOAuthServers`,
    body: () => ({
      name: 'Example_2',
      description: 'OAuth server resource example',
      type: 'EXTERNAL',
      issuers: ['https://example.com/as'],
      validation: { type: 'JWKS_URL', jwksUrl: 'https://example.com/as/jwks', clockSkewTolerance: 5 },
    }),
    links: ['self', 'environment', 'apiServers'],
  },
  {
    what: 'Create Application Permissions',
    path: () => `${env}/applicationResources/${applicationResourceId}/permissions`,
    body: () => ({ action: 'write', description: 'Update documents' }),
    answer: { key: 'portfolios:write', resource: { id: uuid, name: 'portfolios' } },
    links: ['self', 'environment', 'resource'],
  },
];

test.each(samples)('the documented exchange holds: $what', async ({ path, body, answer, links }) => {
  const sent = body();
  const created = await session.send('POST', path(), { body: sent, headers: { accept: 'application/json' } });
  expect(created.status, created.text).toBe(201);
  expect(created.body).toMatchObject({ id: uuid, ...sent, ...answer });
  expect(Object.keys(created.body._links)).toEqual(expect.arrayContaining([...links]));
  expect((await session.send('GET', created.body._links.self.href)).body).toEqual(created.body);
  for (const name of links)
    expect([name, (await session.send('GET', created.body._links[name].href)).status]).toEqual([name, 200]);
  const { body: list } = await session.send('GET', path());
  const [members] = Object.values<Json[]>(list._embedded);
  expect(members).toContainEqual(created.body);
});

test('the documented error bodies hold', async () => {
  const duplicate = await session.send('POST', `${env}/resources`, { body: { name: 'of the samples' } });
  expect(duplicate.body).toEqual({
    id: uuid,
    code: 'INVALID_DATA',
    message: 'The request could not be completed. One or more validation errors were in the request.',
    details: [expect.objectContaining({ code: 'UNIQUENESS_VIOLATION', target: 'name' })],
  });
  const untrusted = await session.send('GET', env, { as: undefined });
  expect(untrusted.body.details).toEqual([
    {
      code: 'INVALID_TOKEN',
      target: 'Authentication Credentials',
      message: 'The authorization token is either missing or invalid, or it has expired.',
    },
  ]);
});
