import type { ExternalOAuthServer } from '../../collections/externalOAuthServers.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { gives } from '../faults/members.ts';
import { keepsAt, readsAt } from '../faults/nested.ts';
import { misreports, refusesWith } from '../faults/refusals.ts';
import { reads } from '../faults/requests.ts';
import { reverts, swallows } from '../faults/state.ts';
import { freezes, keepsRefused, storesRefused } from '../faults/storage.ts';
import { keepsLeftOut } from '../faults/texts.ts';
import { accepts, refuses, stores } from '../faults/validation.ts';
import { at, servers, shown } from './places.ts';
import { derived, preferring, standard, withValidation } from './validationBodies.ts';

type Validation = ExternalOAuthServer['validation'];

const type = 'validation.type';

/** What a server can do wrong with the way in which tokens of an external OAuth server are checked. */
export const validation = defectsOf({
  'external-oauth-servers-validation-required': [
    ['stores an OAuth server without validation', swallows(servers, 'validation', isNothing, standard)],
    [
      'takes a standard address for an OAuth server without validation',
      reads(at.write, (body) => ({ validation: standard, ...body })),
    ],
    ['keeps the validation that a replace leaves out', keepsLeftOut(servers, 'validation')],
    ['refuses an OAuth server without validation for its name', namesInstead('validation')],
  ],
  'external-oauth-servers-validation-type': [
    ['stores a text as validation', swallows(servers, 'validation', isText, standard)],
    [
      'takes the name of a type for validation',
      readsAt(at.write, 'validation', (sent) => (isText(sent) ? standard : sent)),
    ],
    ['refuses a text for validation, and stores it', storesRefused(servers)],
    ['shows validation as a list', gives(shown, 'validation', (one: unknown) => [one])],
  ],
  'external-oauth-servers-validation-type-required': [
    ['stores validation without a type', accepts(servers, type, 'REQUIRED_VALUE')],
    [
      'derives the type of validation from its members',
      reads(at.write, (body) => withValidation(body, derived)),
    ],
    ['keeps the type of validation that a replace leaves out', keepsAt(servers, type)],
    ['refuses validation without a type for the name', namesInstead(type)],
  ],
  'external-oauth-servers-validation-type-values': [
    ['takes any type of validation', accepts(servers, type, 'INVALID_VALUE')],
    [
      'takes an empty type of validation',
      accepts(servers, type, 'INVALID_VALUE', { when: (sent) => sent === '' }),
    ],
    [
      'takes any type of validation from a replace',
      accepts(servers, type, 'INVALID_VALUE', { on: 'replace' }),
    ],
    [
      'takes an unknown type of validation for JWKS_URL',
      readsAt(at.write, type, (sent) => (sent === 'JWKS' || isNothing(sent) ? sent : 'JWKS_URL')),
    ],
    [
      'takes an empty type of validation for JWKS_URL',
      readsAt(at.write, type, (sent) => (sent === '' ? 'JWKS_URL' : sent)),
    ],
    ['refuses an unknown type of validation for the name', namesInstead(type)],
  ],
  'external-oauth-servers-validation-type-mutable': [
    ['answers 200 and keeps the validation', freezes(servers, 'validation')],
    [
      'keeps the old address or key set beside the new one',
      stores(servers, (one, old) => ({ ...one, validation: { ...old?.validation, ...one.validation } })),
    ],
    [
      'keeps the old type of validation',
      stores(servers, (one, old) => ({
        ...one,
        validation: { ...one.validation, type: (old ?? one).validation.type },
      })),
    ],
    ['shows the new validation once and keeps the old one', reverts(servers, 'validation')],
    ['does not let an OAuth server go over to a key set', refusesChange('JWKS_URL', 'JWKS')],
    ['does not let an OAuth server go over to an address', refusesChange('JWKS', 'JWKS_URL')],
    ['goes over to a key set without its keys', goesOver('JWKS', (one) => ({ ...one, jwks: '{"keys":[]}' }))],
    [
      'keeps the address beside the key set that it goes over to',
      goesOver('JWKS', (one, { jwksUrl }) => ({ ...one, ...(jwksUrl && { jwksUrl }) })),
    ],
    [
      'goes over to the host of an address alone',
      goesOver('JWKS_URL', (one) => ({ ...one, jwksUrl: new URL('/', one.jwksUrl).href })),
    ],
    [
      'keeps the key set beside the address that it goes over to',
      goesOver('JWKS_URL', (one, { jwks }) => ({ ...one, ...(jwks && { jwks }) })),
    ],
  ],
  'external-oauth-servers-validation-other-member': [
    ['goes over to a key set that stands beside an address', takesBoth('JWKS')],
    ['goes over to an address that stands beside a key set', takesBoth('JWKS_URL')],
    ['refuses what does not belong to the type of validation for the name', namesInstead(/^validation\./)],
    [
      'answers 409 to what does not belong to the type of validation',
      refusesWith(at.write, { target: /^validation\./ }, 409, 'INVALID_DATA'),
    ],
    ['refuses what does not belong to the type of validation, and keeps it', keepsRefused(servers)],
    ['refuses a server for what does not belong to its validation, and stores it', storesRefused(servers)],
  ],
});

function isNothing(value: unknown): boolean {
  return value === undefined;
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function namesInstead(target: string | RegExp): Fault {
  return misreports(at.write, { target }, (detail) => ({ ...detail, target: 'name' }));
}

function refusesChange(from: string, to: string): Fault {
  return refuses(servers, type, (one, old) => one.validation.type === to && old?.validation.type === from);
}

function takesBoth(instead: 'JWKS' | 'JWKS_URL'): Fault {
  return reads(at.write, (body) => withValidation(body, preferring(instead)));
}

/** Stores something else where a replacement goes over to another type of validation. */
function goesOver(type: Validation['type'], as: (one: Validation, old: Validation) => Validation): Fault {
  return stores(servers, (one, old) =>
    old === undefined || one.validation.type !== type || old.validation.type === type
      ? one
      : { ...one, validation: as(one.validation, old.validation) },
  );
}
