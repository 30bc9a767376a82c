import { addressesOf, pathTemplates } from '../../../fixtures/addresses.ts';
import { assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at } from '../../../fixtures/exchange.ts';
import { payloadOf } from '../token/jwt.ts';
import { granted } from '../token/tokenRequest.ts';
import { assertResolved } from './resolved.ts';
import { assertNamed, settingsFrom, template, without } from './template.ts';

/** The variables of the Postman environment template (PingOne Authorize API reference, Variables you must value). */
export const variables: readonly Case[] = [
  {
    title: 'adminAppID is the client id',
    requirements: ['regions-variable-admin-app-id'],
    run: async ({ scope }) => {
      assertResolved('the client id', settingsFrom(template).client?.id, template.adminAppID);
      assertNamed('adminAppID', () => settingsFrom(without('adminAppID')));
      const { token } = await granted(scope);
      assertResolved(
        'the client of the token',
        at(payloadOf(token), 'client_id'),
        scope.target.client?.id ?? '',
      );
    },
  },
  {
    title: 'adminAppSecret is the client secret',
    requirements: ['regions-variable-admin-app-secret'],
    run: async () => {
      assertResolved('the client secret', settingsFrom(template).client?.secret, template.adminAppSecret);
      assertNamed('adminAppSecret', () => settingsFrom(without('adminAppSecret')));
    },
  },
  {
    title: 'adminEnvID is the environment that the token is requested in',
    requirements: ['regions-variable-admin-env-id'],
    run: async ({ scope }) => {
      const { adminEnvironmentId, environmentId } = settingsFrom(template);
      assertResolved('the environment of the worker', adminEnvironmentId, template.adminEnvID);
      assertResolved('the environment under test', environmentId, template.envID);
      const { exchange } = await granted(scope);
      const place = new URL(exchange.request.url).pathname.split('/').at(-3);
      assertResolved('the environment of the token path', place, scope.target.adminEnvironmentId);
    },
  },
  {
    title: 'envID is the environment that requests run in',
    requirements: ['regions-variable-env-id'],
    run: async ({ scope }) => {
      assertResolved('the environment under test', settingsFrom(template).environmentId, template.envID);
      assertNamed('envID', () => settingsFrom(without('envID')));
      const exchange = await scope.api.get(`${scope.environment}/populations`);
      const place = exchange.request.url.split('/environments/')[1]?.split('/')[0];
      assertResolved('the environment of the path', place, scope.target.environmentId);
    },
  },
  {
    title: 'orgID is the organization, and the one that the environment belongs to',
    requirements: ['regions-variable-org-id'],
    run: async ({ scope }) => {
      assertResolved('the organization', settingsFrom(template).organizationId, template.orgID);
      const environment = await scope.api.get(scope.environment);
      const id = String(at(environment.json, 'organization.id'));
      assertResolved('the organization of the environment', id, scope.target.organizationId ?? id);
      assertStatus(await scope.api.get(`/organizations/${id}`), 200);
    },
  },
  {
    title: 'tld resolves the four paths of the template',
    requirements: ['regions-variable-tld'],
    run: async () => {
      const { apiPath, authPath } = addressesOf({ ...pathTemplates, tld: 'eu' });
      assertResolved('apiPath', apiPath, 'https://api.pingone.eu/v1');
      assertResolved('authPath', authPath, 'https://auth.pingone.eu');
      assertNamed('tld', () => addressesOf({ ...pathTemplates, tld: 'eu', regionCode: 'CA' }));
    },
  },
  {
    title: 'apiPath wins over the address made from tld',
    requirements: ['regions-variable-api-path'],
    run: async () => {
      const own = 'http://127.0.0.1:8080/v1';
      assertResolved('the target', settingsFrom({ ...template, apiPath: own }).target, own);
      assertResolved('apiPath', addressesOf({ tld: 'eu', apiPath: own }).apiPath, own);
    },
  },
  {
    title: 'authPath wins over the address made from tld',
    requirements: ['regions-variable-auth-path'],
    run: async () => {
      const own = 'http://127.0.0.1:8081';
      assertResolved('the authorization server', settingsFrom({ ...template, authPath: own }).authUrl, own);
      assertResolved('authPath', addressesOf({ tld: 'eu', authPath: own }).authPath, own);
    },
  },
  ...(['orchestratePath', 'scimPath'] as const).map(
    (name): Case => ({
      title: `${name} is accepted and not used`,
      requirements: [
        name === 'scimPath' ? 'regions-variable-scim-path' : 'regions-variable-orchestrate-path',
      ],
      run: async () => {
        const settings = settingsFrom({ ...template, [name]: 'https://elsewhere.example.com' });
        assertResolved(
          'what is set otherwise',
          JSON.stringify(settings),
          JSON.stringify(settingsFrom(template)),
        );
      },
    }),
  ),
  {
    title: 'a variable that is disabled or empty is unset, and named when it is needed',
    requirements: ['regions-variable-unset-is-not-guessed'],
    run: async () => {
      assertNamed('envID', () => settingsFrom({ ...template, envID: '' }));
      assertNamed('envID', () => settingsFrom(template, ['envID']));
      assertResolved('an optional one', settingsFrom(template, ['orgID']).organizationId ?? 'unset', 'unset');
    },
  },
];
