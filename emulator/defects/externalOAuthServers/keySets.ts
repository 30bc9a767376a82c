import { defectsOf, type Fault } from '../defect.ts';
import { isObject } from '../faults/answers.ts';
import { gives } from '../faults/members.ts';
import { readsAt } from '../faults/nested.ts';
import { misreports } from '../faults/refusals.ts';
import { keepsRefused, storesRefused } from '../faults/storage.ts';
import { accepts, refuses } from '../faults/validation.ts';
import { parsed } from './keySetTexts.ts';
import { at, servers, shown } from './places.ts';

const path = 'validation.jwks';

/** What a server can do wrong with the key set of an external OAuth server as a text. */
export const keySets = defectsOf({
  'external-oauth-servers-validation-jwks-type': [
    ['stores an object as a key set', accepts(servers, path, 'INVALID_VALUE', { when: isObject })],
    [
      'writes an object down as a key set',
      readsAt(at.write, path, (sent) => (isObject(sent) ? JSON.stringify(sent) : sent)),
    ],
    [
      'stores an empty key set that is no text',
      accepts(servers, path, 'INVALID_VALUE', { when: (sent) => JSON.stringify(sent) === '{"keys":[]}' }),
    ],
    ['refuses an object for a key set for the name', namesInstead()],
    ['shows every key set as an object', gives(shown, path, (set: string) => JSON.parse(set))],
  ],
  'external-oauth-servers-validation-jwks-not-json': [
    ['stores any text as a key set', takes((set) => set === undefined)],
    ['takes a key set that breaks off', takes((set, text) => set === undefined && text.startsWith('{'))],
    [
      'takes words for an empty key set',
      readsText((text) => (/^[a-z ]+$/.test(text) ? '{"keys":[]}' : text)),
    ],
    ['closes a key set that breaks off', readsText((text) => (text === '{"keys":' ? '{"keys":[]}' : text))],
    ['refuses a text that is no JSON, and stores it', storesRefused(servers)],
    ['refuses a text that is no JSON for the name', namesInstead()],
  ],
  'external-oauth-servers-validation-jwks-keys': [
    ['takes any JSON for a key set', takes((set) => set !== undefined)],
    ['takes an object without keys', takes((set) => isObject(set) && !('keys' in set))],
    ['takes a list for a key set', takes((set) => Array.isArray(set))],
    ['takes an object for the keys', takes((set) => isObject(set) && isObject(set.keys))],
    ['takes a text for the keys', takes((set) => isObject(set) && typeof set.keys === 'string')],
    ['takes a single key for a key set', takes((set) => isObject(set) && 'kty' in set)],
    ['refuses a key set without keys in a replace, and keeps it', keepsRefused(servers)],
    ['refuses a key set without keys for the name', namesInstead()],
  ],
  'external-oauth-servers-validation-jwks-max-size': [
    ['takes a key set of any size', accepts(servers, path, 'SIZE_LIMIT_EXCEEDED')],
    [
      'takes a key set of one byte too many',
      accepts(servers, path, 'SIZE_LIMIT_EXCEEDED', { when: (sent) => String(sent).length === 16_385 }),
    ],
    [
      'takes a key set of any size from a replace',
      accepts(servers, path, 'SIZE_LIMIT_EXCEEDED', { on: 'replace' }),
    ],
    ['refuses a key set of more than 15 kB', refusesText((text) => text.length > 15_000)],
    ['refuses a key set of 15999 bytes', refusesText((text) => text.length === 15_999)],
    ['refuses a key set that is too large for the name', namesInstead()],
  ],
});

function takes(when: (set: unknown, text: string) => boolean): Fault {
  return accepts(servers, path, 'INVALID_VALUE', {
    when: (sent) => typeof sent === 'string' && when(parsed(sent), sent),
  });
}

function readsText(as: (text: string) => string): Fault {
  return readsAt(at.write, path, (sent) => (typeof sent === 'string' ? as(sent) : sent));
}

function refusesText(when: (text: string) => boolean): Fault {
  return refuses(servers, path, ({ validation }) => when(validation.jwks ?? ''));
}

function namesInstead(): Fault {
  return misreports(at.write, { target: path }, (detail) => ({ ...detail, target: 'name' }));
}
