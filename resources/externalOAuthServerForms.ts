import type { Body, Form } from '../fixtures/resource.ts';
import type { Scope } from '../fixtures/scope.ts';
import { rsaSample } from '../fixtures/tables/sampleKeys.ts';
import { inEnvironment } from './paths.ts';

/** The shape of servers whose keys are kept as a text (External OAuth servers, data model, `validation.jwks`). */
export const jwksForm: Form = {
  under: 'validation.jwks',
  arrange: inEnvironment('externalOAuthServers'),
  full: (scope) => withKeys(scope, [rsaSample]),
  changed: (scope) => withKeys(scope, [{ ...rsaSample, kid: 'other' }]),
};

/** The host is the one of the documented sample: a service may refuse addresses that it cannot reach. */
export function jwksUrlAt(path: string): Body {
  return { type: 'JWKS_URL', jwksUrl: `https://example.com/${path}/jwks` };
}

function withKeys(scope: Scope, keys: readonly object[]): Body {
  return {
    name: scope.name(),
    type: 'EXTERNAL',
    validation: { type: 'JWKS', jwks: JSON.stringify({ keys }) },
  };
}
