import { defectsOf, type Fault } from '../defect.ts';
import { isObject } from '../faults/answers.ts';
import { gives, omits } from '../faults/members.ts';
import { freezesAt, keepsAt, revertsAt, valueIn, withIn } from '../faults/nested.ts';
import { misreports, refusesWith } from '../faults/refusals.ts';
import { reads } from '../faults/requests.ts';
import { together } from '../faults/state.ts';
import { accepts, refuses } from '../faults/validation.ts';
import { absent, all, type Body, elsewhere, has, isNoText, isText, mends, takes } from './bodies.ts';
import { at, services, shown } from './places.ts';

const external = 'authorizationServer.externalOAuthServer';
const id = `${external}.id`;
const audience = `${external}.audience`;
const withoutAudience = all(has(external, isObject), has(audience, absent));

/** What a server can do wrong with the audience of the tokens that an external server issues for a service. */
export const audiences = defectsOf({
  'api-servers-external-oauth-server-audience-required': [
    ['stores an external server without its audience', takes(withoutAudience)],
    ['stores an external server without its audience in a replace', takes(withoutAudience, 'replace')],
    [
      'takes the name of a service for an audience that is left out',
      mends(withoutAudience, (body) => withIn(body, audience, body.name)),
    ],
    ['keeps the audience that a replace leaves out', keepsAt(services, audience)],
    [
      'refuses an external server without its audience for its id',
      misreports(at.write, { target: audience }, elsewhere(id)),
    ],
  ],
  'api-servers-external-oauth-server-audience-type': [
    ['stores anything as the audience', takes(has(audience, isNoText))],
    [
      'takes the first audience of a list',
      mends(has(audience, Array.isArray), (body) => withIn(body, audience, String(valueIn(body, audience)))),
    ],
    ['shows the audience in a list', gives(shown, audience, (one: unknown) => [one])],
    ['reads the audience as an object', gives(at.read, audience, (name: unknown) => ({ name }))],
  ],
  'api-servers-external-oauth-server-audience-max-length': [
    ['takes an audience of any length', accepts(services, audience, 'SIZE_LIMIT_EXCEEDED')],
    [
      'takes an audience of 1025 characters',
      together(accepts(services, audience, 'SIZE_LIMIT_EXCEEDED'), refusesFrom(1026)),
    ],
    ['refuses an audience of 1024 characters', refusesFrom(1024)],
    ['cuts the audience to 1024 characters', reads(at.write, cut(1024))],
    ['cuts the audience to 255 characters', reads(at.write, cut(255))],
    [
      'answers 413 to a long audience',
      refusesWith(at.write, { target: audience, code: 'SIZE_LIMIT_EXCEEDED' }, 413, 'INVALID_REQUEST'),
    ],
  ],
  'api-servers-external-oauth-server-audience-mutable': [
    ['answers 200 and keeps the audience', freezesAt(services, audience)],
    ['shows the new audience once and keeps the old one', revertsAt(services, audience)],
    ['leaves the audience out of the answer to a replace', omits(at.replace, audience)],
  ],
});

function refusesFrom(characters: number): Fault {
  return refuses(services, audience, (value) => String(valueIn(value, audience) ?? '').length >= characters);
}

function cut(most: number): (body: Body) => Record<string, unknown> | undefined {
  return (body) => {
    const text = valueIn(body, audience);
    return isText(text) && text.length > most ? withIn(body, audience, text.slice(0, most)) : undefined;
  };
}
