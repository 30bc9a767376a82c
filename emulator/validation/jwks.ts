import { isObject, type Json } from '../json/json.ts';
import { JsonFault, parseJson } from '../json/parseJson.ts';
import { both, type Check, text } from './checks.ts';
import { invalid, tooLong } from './faults.ts';

/** A key set of RFC 7517 as text, of at most 16 kB (facts 4.6). */
export const jwks: Check = both(text(), (value, target, faults) => {
  const content = String(value);
  if (Buffer.byteLength(content) > largestBytes) faults.push(tooLong(target, largestBytes, 'bytes'));
  else {
    const reason = faultOf(content);
    if (reason !== undefined) faults.push(invalid(target, reason));
  }
  return value;
});

const largestBytes = 16 * 1024;

/** What a public key of each type needs (RFC 7518, 6). */
const members: { readonly [type: string]: readonly string[] } = {
  RSA: ['n', 'e'],
  EC: ['crv', 'x', 'y'],
  OKP: ['crv', 'x'],
};

function faultOf(content: string): string | undefined {
  const set = parse(content);
  if (!isObject(set) || !Array.isArray(set.keys))
    return 'The text must be a JSON object with an array of keys.';
  for (const key of set.keys as readonly Json[]) {
    const type = isObject(key) ? key.kty : undefined;
    if (!isObject(key) || typeof type !== 'string') return 'Each key must be an object with the text kty.';
    const missing = members[type]?.find((name) => typeof key[name] !== 'string' || key[name] === '');
    if (missing !== undefined) return `A key of type ${type} must have the text ${missing}.`;
  }
  return undefined;
}

function parse(content: string): Json | undefined {
  try {
    return parseJson(content);
  } catch (fault) {
    if (fault instanceof JsonFault) return undefined;
    throw fault;
  }
}
