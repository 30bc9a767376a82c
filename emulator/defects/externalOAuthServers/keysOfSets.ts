import { defectsOf, type Fault } from '../defect.ts';
import { readsAt, withIn } from '../faults/nested.ts';
import { misreports } from '../faults/refusals.ts';
import { accepts, refuses, stores } from '../faults/validation.ts';
import { type Key, keysIn, withKeys } from './keySetTexts.ts';
import { at, servers } from './places.ts';

const path = 'validation.jwks';

/** What a server can do wrong with the keys in the key set of an external OAuth server (RFC 7517, RFC 7518). */
export const keysOfSets = defectsOf({
  'external-oauth-servers-validation-jwks-kty': [
    ['takes keys without a type', takes(({ kty }) => kty === undefined)],
    ['takes keys without a type for RSA keys', reads((keys) => keys.map((key) => ({ kty: 'RSA', ...key })))],
    ['leaves keys without a type out', reads((keys) => keys.filter(({ kty }) => kty !== undefined))],
    ['refuses keys without a type for the name', namesInstead()],
  ],
  'external-oauth-servers-validation-jwks-key-members': [
    ['looks at nothing but the type of a key', takes(({ kty }) => kty !== undefined)],
    ['takes an RSA key without a modulus', takes(({ kty, n }) => kty === 'RSA' && n === undefined)],
    ['takes an RSA key without an exponent', takes(({ kty, e }) => kty === 'RSA' && e === undefined)],
    ['takes an EC key without an x', takes(({ kty, x }) => kty === 'EC' && x === undefined)],
    ['takes an EC key without a y', takes(({ kty, y }) => kty === 'EC' && y === undefined)],
    ['takes an EC key without a curve', takes(({ kty, crv }) => kty === 'EC' && crv === undefined)],
    ['leaves keys out that lack something', reads((keys) => keys.filter(({ n, x }) => n ?? x))],
    ['refuses keys that lack something for the name', namesInstead()],
  ],
  'external-oauth-servers-validation-jwks-rsa': [
    ['refuses RSA keys', refusesSet((keys) => keys.some(({ kty }) => kty === 'RSA'))],
    [
      'refuses a key that says what it is for',
      refusesSet((keys) => keys.some(({ use }) => use !== undefined)),
    ],
    [
      'refuses a key that names its algorithm',
      refusesSet((keys) => keys.some(({ alg }) => alg !== undefined)),
    ],
    ['demands a name of each key', refusesSet((keys) => keys.some(({ kid }) => kid === undefined))],
    ['keeps no names of keys', keeps((keys) => keys.map(({ kid: _, ...key }) => key))],
    [
      'keeps of a key what its type needs',
      keeps((keys) => keys.map(({ use: _use, alg: _alg, ...key }) => key)),
    ],
    [
      'keeps the beginning of a modulus',
      keeps((keys) => keys.map(({ n, ...key }) => ({ ...key, n: `${n}`.slice(0, 64) }))),
    ],
  ],
  'external-oauth-servers-validation-jwks-ec': [
    ['refuses EC keys', refusesSet((keys) => keys.some(({ kty }) => kty === 'EC'))],
    ['leaves EC keys out', reads((keys) => keys.filter(({ kty }) => kty !== 'EC'))],
    ['keeps half of an EC key', keeps((keys) => keys.map(({ y: _, ...key }) => key))],
    ['calls EC keys RSA keys', keeps((keys) => keys.map((key) => ({ ...key, kty: 'RSA' })))],
  ],
  'external-oauth-servers-validation-jwks-several-keys': [
    ['keeps the first key of a set', keeps((keys) => keys.slice(0, 1))],
    ['keeps the last key of a set', keeps((keys) => keys.slice(-1))],
    ['keeps two keys of a set', keeps((keys) => keys.slice(0, 2))],
    ['turns the keys of a set round', keeps((keys) => keys.toReversed())],
    ['refuses a set of several keys', refusesSet((keys) => keys.length > 1)],
    [
      'refuses a set of several types of keys',
      refusesSet((keys) => new Set(keys.map(({ kty }) => kty)).size > 1),
    ],
  ],
});

function takes(when: (key: Key) => boolean): Fault {
  return accepts(servers, path, 'INVALID_VALUE', { when: (sent) => keysIn(sent).some(when) });
}

/** Understands other keys than were sent, and judges those. */
function reads(as: (keys: readonly Key[]) => readonly Key[]): Fault {
  return readsAt(at.write, path, (sent) => withKeys(sent, as));
}

/** Judges the keys that were sent, and stores others. */
function keeps(as: (keys: readonly Key[]) => readonly Key[]): Fault {
  return stores(servers, (value) => withIn(value, path, withKeys(value.validation.jwks, as)) as never);
}

function refusesSet(when: (keys: readonly Key[]) => boolean): Fault {
  return refuses(servers, path, ({ validation }) => when(keysIn(validation.jwks)));
}

function namesInstead(): Fault {
  return misreports(at.write, { target: path }, (detail) => ({ ...detail, target: 'name' }));
}
