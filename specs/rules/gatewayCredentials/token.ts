import { assert } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { createCredential, credentialsOf, tokenIn } from '../../../resources/gatewayCredentials.ts';
import { gateways } from '../../../resources/gateways.ts';

const JWT = /^[\w-]+\.[\w-]+\.[\w-]+$/;
/** Claims of the newer table that the older sample does not have. */
const OPTIONAL = [
  ...['gatewayType', 'gatewayName', 'environmentName', 'organizationId', 'authUrl', 'consoleUrl'],
];

type Claims = Readonly<Record<string, unknown>>;

/** What the signed token of a credential is and says (Gateway Credentials, data model and token claims). */
export const token: readonly Case[] = [
  {
    title: 'the signed token is shown by the create and never again',
    requirements: ['prerequisites-gateway-credentials-secret-once'],
    run: async ({ scope }) => {
      const { path } = await scope.create(gateways);
      const made = await createCredential(scope, path);
      const isSigned = typeof made.token === 'string' && JWT.test(made.token);
      assert(isSigned, `${describeExchange(made.exchange)} without a signed token`, {
        expected: 'credential or token, a JWT of three parts',
        received: 'another text or none',
        exchange: made.exchange,
      });
      const list = await scope.api.get(credentialsOf(path));
      assertNoToken(list, at(list.json, '_embedded.credentials'));
      // Not every page offers a read of one.
      const read = await scope.api.get(`${credentialsOf(path)}/${made.id}`);
      if (read.status === 200) assertNoToken(read, [read.json]);
    },
  },
  {
    title: 'the id of a credential is the id of its token',
    requirements: ['prerequisites-gateway-credentials-jti'],
    run: async ({ scope }) => {
      const { path } = await scope.create(gateways);
      const { id, claims } = await claimsOf(scope, path);
      assert(claims.jti === id, 'a credential has another id than its token', {
        expected: `jti ${id}`,
        received: claims.jti ?? 'no jti',
      });
    },
  },
  {
    title: 'the token names its gateway, its environment and who made it',
    requirements: ['prerequisites-gateway-credentials-claims'],
    run: async ({ scope }) => {
      const gateway = await scope.create(gateways);
      const { claims } = await claimsOf(scope, gateway.path);
      const named = claims.gatewayId === gateway.id && claims.environmentId === scope.target.environmentId;
      const present = ['aud', 'iat', 'iss'].every((name) => claims[name] !== undefined);
      const other = OPTIONAL.filter((name) => !['undefined', 'string'].includes(typeof claims[name]));
      assert(named && present && other.length === 0, 'a token with other claims than documented', {
        expected: `gatewayId ${gateway.id}, environmentId ${scope.target.environmentId}, aud, iat, iss, texts`,
        received: claims,
      });
    },
  },
];

/** Demands that no member shows a signed token. */
function assertNoToken(shown: Exchange, members: unknown): void {
  if (!Array.isArray(members)) throw new Blocked(`no credentials can be read: ${describeExchange(shown)}`);
  const open = members.filter((member) => tokenIn(member) !== undefined && tokenIn(member) !== null);
  assert(
    open.length === 0,
    `${describeExchange(shown)} with ${open.length} signed tokens`,
    {
      expected: 'neither credential nor token',
      received: `${open.length} members with one`,
      exchange: shown,
    },
    assertNoToken,
  );
}

/** The claims in the token of a new credential. @throws Blocked when there is no token to decode */
async function claimsOf(scope: Scope, gateway: string): Promise<{ id: string; claims: Claims }> {
  const made = await createCredential(scope, gateway);
  const payload = String(made.token).split('.')[1] ?? '';
  try {
    return { id: made.id, claims: JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Claims };
  } catch {
    throw new Blocked('the token of a new credential cannot be decoded');
  }
}
