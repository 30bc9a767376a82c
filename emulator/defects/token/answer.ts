import { defectsOf } from '../defect.ts';
import { header, status } from '../faults/answers.ts';
import { tokenEndpoint } from '../faults/clients.ts';
import { issued } from '../faults/tokens.ts';

type Json = Record<string, unknown>;

/** What a server can do wrong with the answer that carries a token. */
export const answer = defectsOf({
  'token-success-200': [
    ['answers 201 to a token request', status(tokenEndpoint, 200, 201)],
    ['answers 203 to a token request', status(tokenEndpoint, 200, 203)],
    ['answers a token request with a list', issued((body, reply) => Object.assign(reply, { body: [body] }))],
    [
      'answers a token request with the token as a text',
      issued((body, reply) => Object.assign(reply, { body: body.access_token })),
    ],
  ],
  'token-response-access-token': [
    ['calls the token accessToken', renamed('access_token', 'accessToken')],
    ['calls the token token', renamed('access_token', 'token')],
    ['answers a token request with an empty token', gives('access_token', '')],
    [
      'wraps the token into an object',
      issued((body) => Object.assign(body, { access_token: { value: body.access_token } })),
    ],
  ],
  'token-response-token-type': [
    ['does not tell the type of a token', gives('token_type', undefined)],
    ['tells another type of token', gives('token_type', 'MAC')],
    ['calls the type of a token tokenType', renamed('token_type', 'tokenType')],
    ['tells the types of a token in a list', gives('token_type', ['Bearer'])],
  ],
  'token-response-expires-in': [
    ['tells the lifetime of a token as a text', gives('expires_in', '3600')],
    ['tells the end of a token as a date', gives('expires_in', new Date(0).toISOString())],
    ['tells no lifetime of a token', gives('expires_in', undefined)],
    ['tells a lifetime of 0', gives('expires_in', 0)],
    ['tells a lifetime with a fraction', gives('expires_in', 3599.5)],
    ['tells a negative lifetime', gives('expires_in', -3600)],
  ],
  'token-response-expires-in-3600': [
    ['tells a lifetime of a minute', gives('expires_in', 60)],
    ['tells a lifetime in milliseconds', gives('expires_in', 3_600_000)],
    ['tells the rest of a lifetime', gives('expires_in', 3599)],
    ['tells the lifetime of an hour as a text', gives('expires_in', '3600')],
  ],
  'token-response-no-refresh-token': [
    ['issues a refresh token', gives('refresh_token', 'refresh')],
    ['issues an id token', issued((body) => Object.assign(body, { id_token: body.access_token }))],
  ],
  'token-response-media-type': [
    [
      'answers token errors as HTML',
      header(tokenEndpoint, 'Content-Type', 'text/html', (code) => code >= 400),
    ],
    ['answers tokens as text', header(tokenEndpoint, 'Content-Type', 'text/plain', (code) => code < 300)],
    [
      'answers tokens as HAL',
      header(tokenEndpoint, 'Content-Type', 'application/hal+json', (code) => code < 300),
    ],
    [
      'tells no media type of failed authentication',
      header(tokenEndpoint, 'Content-Type', undefined, (code) => code === 401),
    ],
    [
      'answers faulty token requests as problem documents',
      header(tokenEndpoint, 'Content-Type', 'application/problem+json', (code) => code === 400),
    ],
  ],
  'token-response-not-cached': [
    ['says nothing of caches with a token', header(tokenEndpoint, 'Cache-Control', undefined)],
    ['lets caches keep a token', header(tokenEndpoint, 'Cache-Control', 'private, max-age=3600')],
    ['lets caches keep a token that they ask about', header(tokenEndpoint, 'Cache-Control', 'no-cache')],
  ],
});

function gives(member: string, value: unknown) {
  return issued((body) => Object.assign(body, { [member]: value }));
}

function renamed(from: string, to: string) {
  return issued((body: Json) => {
    body[to] = body[from];
    delete body[from];
  });
}
