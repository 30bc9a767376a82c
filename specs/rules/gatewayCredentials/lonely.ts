import type { Case } from '../../../fixtures/case.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { createCredential, credentialRequest, credentialsOf } from '../../../resources/gatewayCredentials.ts';
import { gateways } from '../../../resources/gateways.ts';
import { lonelyCases, UNKNOWN_PARENT } from '../lonelyOperation.ts';

const ofGateway = {
  subject: async (scope: Scope) => credentialsOf((await scope.create(gateways)).path),
  missing: {
    path: (scope: Scope) => credentialsOf(`${scope.environment}/gateways/${scope.unknownId()}`),
    row: UNKNOWN_PARENT,
  },
  needsRole: true,
};

/** Credentials are never replaced, so that the checks over collections do not go over them. */
export const lonely: readonly Case[] = lonelyCases([
  { name: 'a create', ...ofGateway, request: credentialRequest },
  { name: 'a list', ...ofGateway, request: (to) => ({ method: 'GET', to }) },
  {
    name: 'a delete',
    subject: async (scope) => {
      const { path } = await scope.create(gateways);
      return `${credentialsOf(path)}/${(await createCredential(scope, path)).id}`;
    },
    missing: {
      path: async (scope) => `${await ofGateway.subject(scope)}/${scope.unknownId()}`,
      row: 'platform-not-found-delete-404',
    },
    needsRole: true,
    request: (to) => ({ method: 'DELETE', to }),
  },
]);
