import type { Candidate } from '../engine/collection.ts';
import { type Faults, invalid, required } from '../validation/faults.ts';
import type { ApiServer } from './apiServers.ts';
import type { Resource } from './resources.ts';

/** What the model of an API service cannot judge: which members go together, and references (facts 4.3). */
export function verifyApiServer(candidate: Candidate<ApiServer>, faults: Faults): void {
  const { type } = candidate.value.authorizationServer;
  if (type === 'PINGONE_SSO') verifyPingOne(candidate, faults);
  else verifyExternal(candidate, faults);
  verifyDirectory(candidate.value, faults);
}

function verifyPingOne({ value, place }: Candidate<ApiServer>, faults: Faults): void {
  const { resource, externalOAuthServer } = value.authorizationServer;
  if (externalOAuthServer !== undefined)
    faults.push(
      invalid(
        'authorizationServer.externalOAuthServer',
        'It must not be provided with the type PINGONE_SSO.',
      ),
    );
  if (resource === undefined) {
    faults.push(required('authorizationServer.resource', 'authorizationServer.resource.id must be provided'));
    return;
  }
  const found = place.world.shelf<Resource>(place.ownerId, 'resources').get(resource.id);
  if (found === undefined)
    faults.push(invalid('authorizationServer.resource.id', 'The resource does not exist.'));
  else if (found.value.type !== 'CUSTOM')
    faults.push(invalid('authorizationServer.resource.id', 'The resource must be of type CUSTOM.'));
}

function verifyExternal({ value, place }: Candidate<ApiServer>, faults: Faults): void {
  const { resource, externalOAuthServer } = value.authorizationServer;
  if (resource !== undefined)
    faults.push(invalid('authorizationServer.resource', 'It must not be provided with the type EXTERNAL.'));
  if (externalOAuthServer === undefined) return;
  if (!place.world.shelf(place.ownerId, 'externalOAuthServers').has(externalOAuthServer.id))
    faults.push(
      invalid('authorizationServer.externalOAuthServer.id', 'The external OAuth server does not exist.'),
    );
}

function verifyDirectory(value: Omit<ApiServer, 'directory'> & Partial<ApiServer>, faults: Faults): void {
  const { type } = value.authorizationServer;
  if (value.directory === undefined && type === 'EXTERNAL')
    faults.push(
      invalid('authorizationServer.type', 'It must equal directory.type, which is PINGONE_SSO by default.'),
    );
  else if (value.directory !== undefined && value.directory.type !== type)
    faults.push(invalid('directory.type', 'It must equal authorizationServer.type.'));
}
