import { isObject, type Json, type JsonObject } from '../json/json.ts';
import { JsonFault, parseJson } from '../json/parseJson.ts';
import { both, type Check, text } from './checks.ts';
import { invalid, tooLong } from './faults.ts';
import { keyFault } from './jwk.ts';

/** A set of public keys of RFC 7517 as text, of at most 16 kB (facts 4.6). */
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

function faultOf(content: string): string | undefined {
  const set = parse(content);
  if (!isObject(set) || !Array.isArray(set.keys))
    return 'The text must be a JSON object with an array of keys.';
  for (const [index, key] of (set.keys as readonly Json[]).entries()) {
    const fault = keyFault(key);
    if (fault !== undefined) return `The key ${index} ${fault}.`;
  }
  return sharedName(set.keys as readonly JsonObject[]);
}

/** Keys of different types may have one name (RFC 7517, 4.5); of the same type, none could be told by it. */
function sharedName(keys: readonly JsonObject[]): string | undefined {
  const seen = new Set<string>();
  for (const { kty, kid } of keys) {
    if (kid === undefined) continue;
    const name = JSON.stringify([kty, kid]);
    if (seen.has(name)) return `Two keys of the type ${kty} have the kid ${kid}.`;
    seen.add(name);
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
