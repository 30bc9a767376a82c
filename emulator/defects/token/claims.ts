import { defectsOf } from '../defect.ts';
import { claims } from '../faults/access.ts';

type Json = Record<string, unknown>;

/** What a server can do wrong with what its tokens say. */
export const claimsOfTokens = defectsOf({
  'token-claim-client-id': [
    ['does not name the client in tokens', says({ client_id: undefined })],
    ['names the environment for the client in tokens', claims((all) => ({ ...all, client_id: all.env }))],
    ['names the client in a claim azp', claims(({ client_id, ...all }) => ({ ...all, azp: client_id }))],
    [
      'names the client in capitals',
      claims((all) => ({ ...all, client_id: String(all.client_id).toUpperCase() })),
    ],
  ],
  'token-claim-issuer': [
    ['names an issuer without the environment', issuer((iss) => iss.replace(/\/[0-9a-f-]{36}/, ''))],
    ['names an issuer that ends with a slash', issuer((iss) => `${iss}/`)],
    ['names an issuer on another host', issuer((iss) => iss.replace(/\/\/[^/]+/, '//auth.pingone.com'))],
    [
      'names an issuer of another environment',
      issuer((iss) => iss.replace(/[0-9a-f-]{36}/, (id) => id.replace(/./g, '1'))),
    ],
    ['names the token path for the issuer', issuer((iss) => `${iss}/token`)],
    ['names no issuer', says({ iss: undefined })],
  ],
  'token-claim-audience': [
    ['names no audience', says({ aud: undefined })],
    ['names an empty audience', says({ aud: '' })],
    ['names an empty list of audiences', says({ aud: [] })],
    ['names an empty audience after another', says({ aud: ['https://api.pingone.com', ''] })],
    ['numbers audiences', says({ aud: [1] })],
  ],
  'token-claim-times': [
    ['tells the end of a token in milliseconds', claims((all) => ({ ...all, exp: Number(all.exp) * 1000 }))],
    ['tells both times of a token in milliseconds', moved((time) => time * 1000)],
    [
      'tells the end of a token as a text',
      claims((all) => ({ ...all, exp: new Date(Number(all.exp) * 1000).toISOString() })),
    ],
    ['tells no issue of a token', says({ iat: undefined })],
    ['tells no end of a token', says({ exp: undefined })],
    [
      'tells an end of a token other than its lifetime',
      claims((all) => ({ ...all, exp: Number(all.exp) + 60 })),
    ],
    ['tells times of a token an hour ago', moved((time) => time - 3600)],
    ['tells times of a token six minutes ahead', moved((time) => time + 360)],
    ['tells times of a token with fractions', moved((time) => time + 0.5)],
  ],
  'token-claim-environment-organization': [
    ['names no environment', says({ env: undefined })],
    ['names the organization for the environment', claims((all) => ({ ...all, env: all.org }))],
    ['names no organization', says({ org: undefined })],
    ['names the environment for the organization', claims((all) => ({ ...all, org: all.env }))],
    ['names the organization in an object', claims((all) => ({ ...all, org: { id: all.org } }))],
  ],
  'token-claim-no-user': [
    ['names the client as the subject', claims((all) => ({ ...all, sub: all.client_id }))],
    ['names a session', says({ sid: 'f7e0' })],
    ['tells when somebody signed on', claims((all) => ({ ...all, auth_time: all.iat }))],
    ['tells how somebody signed on', says({ acr: 'Single_Factor' })],
  ],
  'token-claim-scope-empty': [
    ['lists roles as scopes', says({ scope: 'Environment Admin' })],
    ['lists scopes of the platform', says({ scope: ['p1:read:user'] })],
  ],
  'token-claim-no-roles': [
    ['copies roles into tokens', says({ roles: ['Environment Admin'] })],
    ['copies permissions into tokens', says({ permissions: ['apiServer:read'] })],
    ['copies role assignments into tokens', says({ 'p1.roleAssignments': [] })],
  ],
});

function says(members: Json) {
  return claims((all) => ({ ...all, ...members }));
}

function issuer(as: (iss: string) => string) {
  return claims((all) => ({ ...all, iss: as(String(all.iss)) }));
}

function moved(as: (time: number) => number) {
  return claims((all) => ({ ...all, iat: as(Number(all.iat)), exp: as(Number(all.exp)) }));
}
