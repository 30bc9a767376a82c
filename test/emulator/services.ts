import { expect } from 'vitest';
import { faultsOf, type Json, type Session } from './session.ts';

/** What creating from a body leads to: the faults, or the member, which is removed again. */
export async function attempt(
  session: Session,
  collection: string,
  body: object,
): Promise<readonly string[] | Json> {
  const answer = await session.send('POST', collection, { body });
  if (answer.status !== 201) {
    expect([answer.status, answer.body.code]).toEqual([400, 'INVALID_DATA']);
    return faultsOf(answer);
  }
  await session.send('DELETE', answer.body._links.self.href);
  return answer.body;
}

/** A custom resource and an external OAuth server of the sandbox, for API services to lean on. */
export async function makeIssuers(
  session: Session,
): Promise<{ env: string; resource: Json; external: Json }> {
  const env = `/environments/${session.ids.sandbox}`;
  const resource = await session.make(`${env}/resources`, { name: 'custom' });
  const external = await session.make(`${env}/externalOAuthServers`, {
    name: 'external',
    type: 'EXTERNAL',
    validation: { type: 'JWKS_URL', jwksUrl: 'https://as.example.com/jwks' },
  });
  return { env, resource, external };
}

/** Bodies of services: `sso` leans on the custom resource, `outside` on the external server. */
export function serviceBodies(issuers: () => { resource: Json; external: Json }) {
  const sso = (more: object = {}) => ({
    name: 'Banking API-Advanced',
    baseUrls: ['https://api.example.com/v1'],
    authorizationServer: { resource: { id: issuers().resource.id } },
    ...more,
  });
  const reach = () => ({ id: issuers().external.id, audience: 'https://api.example.com' });
  const outside = (more: object = {}, server: object = {}) =>
    sso({
      authorizationServer: { type: 'EXTERNAL', externalOAuthServer: reach(), ...server },
      directory: { type: 'EXTERNAL' },
      ...more,
    });
  return { sso, reach, outside };
}

/** A service of the sandbox, the custom resource it leans on, and the path of its operations. */
export async function makeService(
  session: Session,
): Promise<{ env: string; resourceId: string; service: Json; operations: string }> {
  const env = `/environments/${session.ids.sandbox}`;
  const { id } = await session.make(`${env}/resources`, { name: 'custom' });
  const service = await session.make(`${env}/apiServers`, {
    name: 'service',
    baseUrls: ['https://api.example.com'],
    authorizationServer: { resource: { id } },
  });
  return { env, resourceId: id, service, operations: `${env}/apiServers/${service.id}/operations` };
}

/** One path of an operation. */
export const path = (pattern: unknown, type: unknown = 'EXACT') => ({ type, pattern });

/** The body of an operation. */
export const operation = (more: object = {}) => ({ name: 'AccountsPayable', paths: [path('/a')], ...more });
