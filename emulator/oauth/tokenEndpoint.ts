import { isUtf8 } from 'node:buffer';
import { assignmentsOf } from '../access/actor.ts';
import { type Application, secretOf } from '../collections/applications.ts';
import type { Answer } from '../http/answer.ts';
import { plainJson } from '../http/headers.ts';
import { parseQuery } from '../http/query.ts';
import type { Entry } from '../store/shelf.ts';
import type { World } from '../store/world.ts';
import { issueToken, lifetimeSeconds } from './accessToken.ts';
import { type Credentials, readCredentials } from './clientCredentials.ts';
import { type OAuthFault, oauthAnswer, oauthFaults } from './oauthError.ts';
import type { SigningKey } from './signingKey.ts';

/** A token request as it arrived; `issuer` is the address of the environment's authorization server. */
export type TokenRequest = {
  readonly environmentId: string;
  readonly issuer: string;
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
  readonly body: Buffer | undefined;
};

/** Answers POST {authPath}/{envID}/as/token: a token for an application's own credentials, or an OAuth error. */
export async function requestToken(world: World, key: SigningKey, request: TokenRequest): Promise<Answer> {
  const holder = judge(world, request);
  if ('error' in holder) return oauthAnswer(holder);
  const accessToken = await issueToken(key, request.issuer, audience, holder);
  return {
    status: 200,
    mediaType: plainJson,
    body: { access_token: accessToken, token_type: 'Bearer', expires_in: lifetimeSeconds },
  };
}

/** The value of aud; no document shows it for workers, so this is the one facts 1 guesses. */
const audience = 'https://api.pingone.com';

type Holder = { readonly clientId: string; readonly environmentId: string; readonly organizationId: string };

function judge(world: World, request: TokenRequest): Holder | OAuthFault {
  const form = readForm(request);
  if ('error' in form) return form;
  const organizationId = world.organizationOf.get(request.environmentId);
  if (organizationId === undefined) return oauthFaults.unknownEnvironment;
  const credentials = readCredentials(request.authorization, form);
  if ('error' in credentials) return credentials;
  const application = world
    .shelf<Application>(request.environmentId, 'applications')
    .get(credentials.clientId);
  const fault =
    judgeClient(world, request.environmentId, application, credentials) ?? judgeGrant(application, form);
  if (fault !== undefined) return fault;
  return { clientId: credentials.clientId, environmentId: request.environmentId, organizationId };
}

function judgeClient(
  world: World,
  environmentId: string,
  application: Entry<Application> | undefined,
  credentials: Credentials,
): OAuthFault | undefined {
  if (application === undefined) return oauthFaults.invalidCredentials;
  const secret = secretOf(world, environmentId, application.id);
  if (secret === undefined || !credentials.secrets.includes(secret)) return oauthFaults.invalidCredentials;
  if (application.value.tokenEndpointAuthMethod !== credentials.method) return oauthFaults.unsupportedMethod;
  if (!application.value.enabled) return oauthFaults.disabledClient;
  const roleless = [...assignmentsOf(world, environmentId, application.id)].length === 0;
  return application.value.type === 'WORKER' && roleless ? oauthFaults.withoutRoles : undefined;
}

function judgeGrant(
  application: Entry<Application> | undefined,
  form: ReadonlyMap<string, string>,
): OAuthFault | undefined {
  const grant = form.get('grant_type');
  if (grant === undefined || grant === '') return oauthFaults.missingGrant;
  if (grant !== 'client_credentials') return oauthFaults.unsupportedGrant;
  if (application?.value.grantTypes.includes('CLIENT_CREDENTIALS') !== true)
    return oauthFaults.grantNotConfigured;
  return (form.get('scope') ?? '').trim() === '' ? undefined : oauthFaults.invalidScope;
}

function readForm(request: TokenRequest): ReadonlyMap<string, string> | OAuthFault {
  const [type = '', ...parameters] = (request.contentType ?? '').toLowerCase().split(';');
  const charset = parameters.map((part) => part.trim()).find((part) => part.startsWith('charset='));
  if (type.trim() !== 'application/x-www-form-urlencoded') return oauthFaults.unsupportedMediaType;
  if (charset !== undefined && !/^charset="?utf-8"?$/.test(charset)) return oauthFaults.unsupportedMediaType;
  const body = request.body ?? Buffer.alloc(0);
  if (!isUtf8(body)) return oauthFaults.malformed;
  const text = body.toString('utf8');
  try {
    const form = parseQuery(text);
    return form.size < text.split('&').filter((pair) => pair !== '').length ? oauthFaults.repeated : form;
  } catch {
    return oauthFaults.malformed;
  }
}
