import type { Outgoing } from '../fixtures/client.ts';
import { at, describeExchange, type Exchange } from '../fixtures/exchange.ts';
import { Blocked } from '../fixtures/mismatch.ts';
import { keepSecret } from '../fixtures/redaction.ts';
import type { Scope } from '../fixtures/scope.ts';

/** A credential that the case created. */
export type GatewayCredential = {
  readonly id: string;
  /** The signed token that the answer to the create shows. */
  readonly token: unknown;
  readonly exchange: Exchange;
};

/** Path of the credentials of a gateway. */
export function credentialsOf(gateway: string): string {
  return `${gateway}/credentials`;
}

/** A create, which has no body. @param to path of the credentials of a gateway */
export function credentialRequest(to: string): Outgoing {
  return { method: 'POST', to, headers: { 'content-type': 'application/json' } };
}

/** Sends a create; the token that it answers with is kept out of every report. */
export async function postCredential(scope: Scope, gateway: string): Promise<Exchange> {
  return kept(await scope.api.send(credentialRequest(credentialsOf(gateway))));
}

/**
 * Creates a credential of a gateway.
 * @param gateway path of the gateway
 * @throws Blocked when none was created
 */
export async function createCredential(scope: Scope, gateway: string): Promise<GatewayCredential> {
  const exchange = await postCredential(scope, gateway);
  const id = at(exchange.json, 'id');
  if (exchange.status >= 300 || typeof id !== 'string')
    throw new Blocked(`a credential of a gateway could not be created: ${describeExchange(exchange)}`);
  return { id, token: tokenIn(exchange.json), exchange };
}

/** The signed token of a credential: the sample calls the member credential, the model token (facts 5). */
export function tokenIn(credential: unknown): unknown {
  return at(credential, 'credential') ?? at(credential, 'token');
}

function kept(exchange: Exchange): Exchange {
  for (const member of ['credential', 'token']) {
    const secret = at(exchange.json, member);
    if (typeof secret === 'string' && secret !== '') keepSecret(secret, '$GATEWAY_CREDENTIAL');
  }
  return exchange;
}
