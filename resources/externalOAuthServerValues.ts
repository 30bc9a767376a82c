import { invalidIssuers, validIssuers } from '../fixtures/arbitraries/issuers.ts';
import { invalidJwksUrl, validJwksUrl } from '../fixtures/arbitraries/jwksUrl.ts';
import { invalidKeySet, validKeySet } from '../fixtures/arbitraries/keySet.ts';
import type { Drawing, Resource, Table } from '../fixtures/resource.ts';
import {
  clockSkewTolerance,
  externalOAuthServerDescription,
  externalOAuthServerIssuers,
  externalOAuthServerName,
  externalOAuthServerType,
} from '../fixtures/tables/externalOAuthServer.ts';
import { externalOAuthServerValidation } from '../fixtures/tables/externalOAuthServerValidation.ts';
import { jwksUrls } from '../fixtures/tables/jwksUrls.ts';

/** The fixed values of external OAuth servers. */
export const externalOAuthServerTables: readonly Table[] = [
  { property: 'name', rows: externalOAuthServerName },
  { property: 'description', rows: externalOAuthServerDescription },
  { property: 'type', rows: externalOAuthServerType },
  { property: 'issuers', rows: externalOAuthServerIssuers },
  { property: 'validation', rows: externalOAuthServerValidation },
  { property: 'validation.jwksUrl', rows: jwksUrls },
  { property: 'validation.clockSkewTolerance', rows: clockSkewTolerance },
];

/** The drawn values of external OAuth servers. */
export const externalOAuthServerDrawings: readonly Drawing[] = [
  {
    property: 'issuers',
    requirement: 'external-oauth-servers-issuers-size',
    valid: () => validIssuers,
    invalid: () => invalidIssuers,
  },
  {
    property: 'validation.jwksUrl',
    requirement: 'external-oauth-servers-validation-type-jwks-url',
    valid: () => validJwksUrl,
    invalid: () => invalidJwksUrl,
  },
  {
    property: 'validation.jwks',
    requirement: 'external-oauth-servers-validation-jwks-rsa',
    valid: () => validKeySet,
    invalid: () => invalidKeySet,
  },
];

/** Lists of external OAuth servers at any length. */
export const externalOAuthServerLists: NonNullable<Resource['lists']> = {
  issuers: (_scope, _given, count) =>
    Array.from({ length: count }, (_, index) => `https://example.com/as/${index + 1}`),
};
