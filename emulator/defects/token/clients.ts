import { defectsOf, type Fault } from '../defect.ts';
import {
  anyMethod,
  firstWorker,
  formed,
  formOf,
  type Presented,
  presents,
  rightSecret,
  tokenEndpoint,
} from '../faults/clients.ts';
import { hears } from '../faults/requests.ts';
import { together } from '../faults/state.ts';
import { refusals } from '../faults/tokens.ts';
import type { Parts } from '../parts.ts';

/** What a server can do wrong with how clients prove who they are. */
export const clients = defectsOf({
  'token-auth-basic': [
    [
      'reads credentials in the form only',
      together(
        hears(tokenEndpoint, 'authorization', () => undefined),
        anyMethod(),
      ),
    ],
  ],
  'token-auth-post': [
    [
      'reads credentials in the header only',
      formed((form) => {
        for (const name of ['client_id', 'client_secret']) form.delete(name);
      }),
    ],
  ],
  'token-auth-method-of-application': [
    ['takes either method from every client', anyMethod()],
    ['takes credentials in the form from a client that is set to the header', anyMethod('form')],
    ['takes credentials in the header from a client that is set to the form', anyMethod('header')],
    ['answers 403 to the wrong method', refusals(/authentication method/, { status: 403 })],
    [
      'calls the wrong method an invalid request',
      refusals(/authentication method/, { error: 'invalid_request' }),
    ],
  ],
  'token-auth-basic-without-body-credentials': [
    [
      'tries the secret in the form after that in the header',
      formToo(({ environmentId, id }, secret, parts) =>
        rightSecret({ environmentId, id, secret, place: 'form' }, parts) === secret ? { secret } : undefined,
      ),
    ],
    ['looks at the form alone where both have credentials', formToo((_presented, secret) => ({ secret }))],
    ['fails where both have credentials', failsAtBoth()],
    ['answers 403 where both have credentials', answersBoth(403, { error: 'access_denied' })],
    ['answers 200 without a token where both have credentials', answersBoth(200, { token_type: 'Bearer' })],
  ],
  'token-wrong-secret': [
    ['takes any secret of a known client', knowing(() => true)],
    ['takes the beginning of a secret', knowing((sent, right) => sent !== '' && right.startsWith(sent))],
    ['takes a secret that only begins as it should', knowing((sent, right) => sent.startsWith(right))],
    [
      'takes a secret in other letter case',
      knowing((sent, right) => sent.toLowerCase() === right.toLowerCase()),
    ],
    ['answers 403 to a wrong secret', refusals(/Invalid client credentials/, { status: 403 })],
    [
      'calls a wrong secret an invalid grant',
      refusals(/Invalid client credentials/, { error: 'invalid_grant' }),
    ],
    ['answers 200 to a wrong secret', refusals(/Invalid client credentials/, { status: 200 })],
  ],
  'token-unknown-client': [
    ['issues tokens to clients that it does not know', unknownAsFirst()],
    ['issues tokens to clients that it does not know by the form', unknownAsFirst('form')],
    ['issues tokens to clients that it does not know by the header', unknownAsFirst('header')],
    ['answers 404 to an unknown client', refusals(/Invalid client credentials/, { status: 404 })],
    [
      'calls an unknown client unauthorized',
      refusals(/Invalid client credentials/, { error: 'unauthorized_client' }),
    ],
  ],
  'token-missing-credentials': [
    [
      'issues tokens to anybody',
      presents(({ id }, parts) =>
        id === undefined ? { ...firstWorker(parts), place: 'header' } : undefined,
      ),
    ],
    ['demands no secret in the form', without('form')],
    ['demands no secret in the header', without('header')],
    ['answers 403 to a request without credentials', refusals(/Missing/, { status: 403 })],
    ['calls missing credentials an invalid grant', refusals(/Missing/, { error: 'invalid_grant' })],
  ],
});

/** Takes some wrong secrets for the right one. */
function knowing(when: (sent: string, right: string) => boolean): Fault {
  return presents((presented, parts) => {
    const secret = rightSecret(presented, parts);
    return secret !== undefined && when(presented.secret ?? '', secret) ? { secret } : undefined;
  });
}

function unknownAsFirst(place?: Presented['place']): Fault {
  return presents((presented, parts) => {
    const isMeant = place === undefined || presented.place === place;
    const isKnown = rightSecret(presented, parts) !== undefined;
    if (!isMeant || isKnown || presented.id === undefined) return undefined;
    // the first worker is set to the header
    return { ...firstWorker(parts), place: 'header' };
  });
}

function without(place: Presented['place']): Fault {
  return presents((presented, parts) => {
    if (presented.place !== place || presented.id === undefined || (presented.secret ?? '') !== '')
      return undefined;
    return { secret: rightSecret(presented, parts), place: 'header' };
  });
}

/** Looks at a secret in the form where the header has one, too. */
function formToo(
  as: (presented: Presented, secret: string, parts: Parts) => Partial<Presented> | undefined,
): Fault {
  return presents((presented, parts, request) => {
    const secret = formOf(request).get('client_secret');
    return presented.place === 'header' && secret !== null ? as(presented, secret, parts) : undefined;
  });
}

function failsAtBoth(): Fault {
  return presents(({ place }, _parts, request) => {
    if (place === 'header' && formOf(request).has('client_secret')) throw new Error('two secrets');
    return undefined;
  });
}

/** Answers in a way of its own where the header has the right secret and the form another one. */
function answersBoth(status: number, json: Readonly<Record<string, unknown>>): Fault {
  return (parts) =>
    parts.wrap(tokenEndpoint, (handler) => async (request) => {
      const isBoth = (request.raw.headers.authorization ?? '') !== '' && formOf(request).has('client_secret');
      const answer = await handler(request);
      return isBoth && answer.status === 200 ? { ...answer, status, body: json } : answer;
    });
}
