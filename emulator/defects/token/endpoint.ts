import { defectsOf, type Fault } from '../defect.ts';
import { claims } from '../faults/access.ts';
import { always } from '../faults/answers.ts';
import { anyMethod, homeOf, presents, tokenEndpoint } from '../faults/clients.ts';
import { asks } from '../faults/requests.ts';
import { together } from '../faults/state.ts';
import { everywhere, refusals, refusesTokens } from '../faults/tokens.ts';
import type { Asked } from '../reply.ts';

const path = '/:environmentId/as/token';
const someToken = {
  access_token: 'eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl',
  token_type: 'Bearer',
  expires_in: 3600,
};
const form = 'application/x-www-form-urlencoded';

/** What a server can do wrong with where tokens are asked for, and in which form. */
export const endpoint = defectsOf({
  'token-path': [
    ['serves no token path', always(tokenEndpoint, 404, { code: 'NOT_FOUND' })],
    ['issues tokens that its own API does not know', claims((all) => ({ ...all, env: undefined }))],
    ['demands a token of those who ask for one', always(tokenEndpoint, 401, { error: 'invalid_token' })],
  ],
  'token-path-without-environment': [
    ['issues tokens for any secret where no environment is named', always('POST /as/token', 200, someToken)],
    ['fails where no environment is named', always('POST /as/token', 500, { error: 'server_error' })],
    ['issues tokens in refusals where no environment is named', always('POST /as/token', 400, someToken)],
    ['fails for the first who asks where no environment is named', failsFirst()],
  ],
  'token-separate-host': [
    [
      'accepts tokens at the API that were issued there only',
      refusesTokens(everywhere, ({ iss }, _asked, origin) => !String(iss).startsWith(origin)),
    ],
  ],
  'token-post-only': [
    [
      'issues tokens for credentials in the query of a GET',
      otherMethod('GET', (query) => query.has('client_secret')),
    ],
    [
      'issues tokens for a GET with credentials in its header',
      otherMethod('GET', (query) => !query.has('client_secret')),
    ],
    ['issues tokens for a PUT', otherMethod('PUT', () => true)],
    ['redirects a GET of the token path', always(`GET ${path}`, 302, { error: 'invalid_request' })],
    ['answers a PUT of the token path with 200', always(`PUT ${path}`, 200, { error: 'invalid_request' })],
    [
      'issues tokens for a PUT with credentials in its form',
      puts((headers) => headers.authorization === undefined),
    ],
    [
      'issues tokens for a PUT with credentials in its header',
      puts((headers) => headers.authorization !== undefined),
    ],
  ],
  'token-form-encoded': [
    ['does not read forms', retyped((type) => type.startsWith(form))],
    ['does not read forms with a charset parameter', retyped((type) => type.includes(';'))],
    ['does not read forms with a charset in lower case', retyped((type) => type.includes('charset=utf-8'))],
    ['does not read forms with a charset in capitals', retyped((type) => type.includes('charset=UTF-8'))],
  ],
  'token-json-body-refused': [
    ['takes a JSON body for a form', jsonTaken(() => true)],
    [
      'takes credentials in a JSON body',
      together(
        anyMethod(),
        jsonTaken((json) => 'client_secret' in json),
      ),
    ],
    ['takes a JSON body beside credentials in the header', jsonTaken((json) => !('client_secret' in json))],
    ['answers 422 to a JSON body', refusals(/body must be/, { status: 422 })],
    ['fails at a JSON body', refusals(/body must be/, { status: 500 })],
  ],
  'token-wrong-environment': [
    ['looks for clients in all environments', atHome((known) => known)],
    ['answers 403 to a client of another environment', refusals(/credentials/, { status: 403 })],
    ['answers 200 to a client of another environment', refusals(/credentials/, { status: 200 })],
    [
      'refuses a client of another environment in the form of the management API',
      refusals(/credentials/, { body: { id: '1', code: 'ACCESS_FAILED', message: 'No access.' } }),
    ],
  ],
  'token-unknown-environment': [
    ['issues tokens at any environment that does not exist', atHome((known) => !known)],
    ['fails for an environment that does not exist', refusals(/find environment/, { status: 500 })],
    ['answers 200 for an environment that does not exist', refusals(/find environment/, { status: 200 })],
    ['redirects from an environment that does not exist', refusals(/find environment/, { status: 302 })],
  ],
});

function otherMethod(method: string, when: (query: URLSearchParams) => boolean): Fault {
  return (parts) =>
    parts.reply(`${method} ${path}`, (reply, { query }) => {
      if (when(query)) Object.assign(reply, { status: 200, body: someToken });
    });
}

function puts(when: (headers: Asked['headers']) => boolean): Fault {
  return (parts) =>
    parts.reply(`PUT ${path}`, (reply, { headers }) => {
      if (when(headers)) Object.assign(reply, { status: 200, body: someToken });
    });
}

/** Takes some media types for one that it does not read. */
function retyped(when: (type: string) => boolean): Fault {
  return asks(tokenEndpoint, ({ raw: { headers } }) => {
    if (when(headers['content-type'] ?? '')) headers['content-type'] = 'text/plain';
  });
}

function jsonTaken(when: (json: object) => boolean): Fault {
  return asks(tokenEndpoint, (request, { body }) => {
    if (typeof body !== 'object' || body === null || !when(body)) return;
    request.body = Buffer.from(new URLSearchParams(body as Record<string, string>).toString());
    request.raw.headers['content-type'] = form;
  });
}

/** Finds clients at home whatever environment the path names. */
function atHome(when: (isKnown: boolean) => boolean): Fault {
  return presents(({ environmentId, id }, parts) => {
    const home = homeOf(id, parts);
    const isKnown = parts.gatekeeper.world.organizationOf.has(environmentId);
    return home !== undefined && when(isKnown) ? { environmentId: home } : undefined;
  });
}

function failsFirst(): Fault {
  return (parts) => {
    let isFirst = true;
    parts.reply('POST /as/token', (reply) => {
      if (isFirst) Object.assign(reply, { status: 500, body: { error: 'server_error' } });
      isFirst = false;
    });
  };
}
