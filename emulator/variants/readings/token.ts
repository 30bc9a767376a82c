import { KeyObject, randomUUID, sign } from 'node:crypto';
import { type Application, applications } from '../../collections/applications.ts';
import type { Fault } from '../../defects/defect.ts';
import { claims } from '../../defects/faults/access.ts';
import { homeOf, rightSecret, tokenEndpoint } from '../../defects/faults/clients.ts';
import { rolesOf } from '../../defects/faults/permissions.ts';
import { refusals } from '../../defects/faults/tokens.ts';
import type { Parts } from '../../defects/parts.ts';
import { type Asked, setHeader } from '../../defects/reply.ts';
import type { OtherReadings } from '../variant.ts';

const lifetimeSeconds = 3600;
const inForm = ({ headers }: Asked) => headers.authorization === undefined;

/** Other readings of what concerns tokens. */
export const token: OtherReadings = {
  'token-path': [
    ['serves the token path without an environment too, for credentials in the header', servesBoth()],
  ],
  'token-auth-method': [
    [
      'answers 400 to another method than the application is set to',
      refusals(/authentication method/, { status: 400 }),
    ],
  ],
  'token-error-status': [
    ['answers 400 to invalid clients whose credentials are in the form', refusesClients(inForm)],
    ['answers 400 to invalid clients', refusesClients(() => true)],
  ],
  'token-header-typ': [
    ['calls access tokens at+jwt', typed('at+jwt')],
    ['does not tell the type of access tokens', typed(undefined)],
  ],
};

function typed(typ: string | undefined): Fault {
  return claims(
    (all) => all,
    (head) => ({ ...head, typ }),
  );
}

function refusesClients(when: (asked: Asked) => boolean): Fault {
  return (parts) =>
    parts.reply(tokenEndpoint, (reply, asked) => {
      const { error } = (reply.body ?? {}) as { error?: unknown };
      if (reply.status === 401 && error === 'invalid_client' && when(asked)) reply.status = 400;
    });
}

/** No handler sees such requests, so the token is signed where the answer is written. */
function servesBoth(): Fault {
  return (parts) =>
    parts.reply('POST /as/token', (reply, { headers }) => {
      const [scheme = '', encoded = ''] = String(headers.authorization ?? '').split(' ');
      const [id = '', secret = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
      const environmentId = homeOf(id, parts);
      if (reply.status !== 404 || !/^basic$/i.test(scheme) || environmentId === undefined) return;
      if (!isAllowed(parts, environmentId, id, secret)) return;
      reply.status = 200;
      reply.body = {
        access_token: signed(parts, `http://${headers.host}/${environmentId}/as`, environmentId, id),
        token_type: 'Bearer',
        expires_in: lifetimeSeconds,
      };
      delete reply.text;
      setHeader(reply, 'Content-Type', 'application/json;charset=UTF-8');
    });
}

function isAllowed(parts: Parts, environmentId: string, id: string, secret: string): boolean {
  const { world } = parts.gatekeeper;
  const { enabled, tokenEndpointAuthMethod, grantTypes } =
    world.shelf<Application>(environmentId, applications.kind).get(id)?.value ?? {};
  return (
    rightSecret({ environmentId, id, secret, place: 'header' }, parts) === secret &&
    enabled === true &&
    tokenEndpointAuthMethod === 'CLIENT_SECRET_BASIC' &&
    grantTypes?.includes('CLIENT_CREDENTIALS') === true &&
    rolesOf(world, { clientId: id, environmentId }).length > 0
  );
}

function signed({ gatekeeper }: Parts, issuer: string, environmentId: string, clientId: string): string {
  const { key, world } = gatekeeper;
  const issuedAt = Math.floor(Date.now() / 1000);
  const payload = {
    client_id: clientId,
    env: environmentId,
    org: world.organizationOf.get(environmentId),
    iss: issuer,
    aud: ['https://api.pingone.com'],
    iat: issuedAt,
    exp: issuedAt + lifetimeSeconds,
    jti: randomUUID(),
  };
  const parts = [{ alg: 'RS256', typ: 'JWT', kid: key.id }, payload];
  const text = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${text}.${sign('sha256', Buffer.from(text), KeyObject.from(key.privateKey)).toString('base64url')}`;
}
