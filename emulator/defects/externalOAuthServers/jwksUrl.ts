import { defectsOf, type Fault } from '../defect.ts';
import { gives } from '../faults/members.ts';
import { readsAt } from '../faults/nested.ts';
import { misreports } from '../faults/refusals.ts';
import { storesRefused } from '../faults/storage.ts';
import { accepts, refuses } from '../faults/validation.ts';
import { at, servers, shown } from './places.ts';

const path = 'validation.jwksUrl';

/** What a server can do wrong with the address of the keys of an external OAuth server. */
export const jwksUrl = defectsOf({
  'external-oauth-servers-validation-jwks-url-type': [
    [
      'stores an object as the address of the keys',
      accepts(servers, path, 'INVALID_VALUE', { when: isObject }),
    ],
    ['takes the link in an object for the address of the keys', readsAt(at.write, path, hrefOf)],
    ['shows the address of the keys as a link', gives(shown, path, (href: unknown) => ({ href }))],
    ['refuses an object for the address of the keys for the name', namesInstead()],
  ],
  'external-oauth-servers-validation-jwks-url-length': [
    ['takes an address of any length', accepts(servers, path, 'SIZE_LIMIT_EXCEEDED')],
    [
      'takes an address of one character too many',
      accepts(servers, path, undefined, { when: hasLength(1025) }),
    ],
    [
      'refuses an address of 1024 characters',
      refuses(servers, path, (one) => hasLength(1024)(one.validation.jwksUrl)),
    ],
    ['cuts the address of the keys', textRead((text) => text.slice(0, 1024))],
    ['stores an empty address', accepts(servers, path, 'EMPTY_VALUE')],
    ['takes an empty address for a standard one', textRead((text) => text || 'https://example.com/jwks')],
    [
      'takes an address of any length from a replace',
      accepts(servers, path, 'SIZE_LIMIT_EXCEEDED', { on: 'replace' }),
    ],
  ],
  'external-oauth-servers-validation-jwks-url-https': [
    ['takes an address over http', takes(/^http:/)],
    ['takes an address over ftp', takes(/^ftp:/)],
    ['takes an address of any scheme', takes(/^[a-z]+:/)],
    ['takes an address over http from a create', takes(/^http:/, 'create')],
    ['takes an address over http for one over https', textRead((text) => text.replace(/^http:/, 'https:'))],
    ['refuses an address over http for the name', namesInstead()],
  ],
  'external-oauth-servers-validation-jwks-url-is-url': [
    ['takes a host without a scheme for an address', takes(/^[a-z.]+\//)],
    [
      'adds the scheme that an address lacks',
      textRead((text) => (/^[a-z.]+\//.test(text) ? `https://${text}` : text)),
    ],
    ['takes a scheme alone for an address', takes(/^https:\/\/$/)],
    ['takes whatever begins with https for an address', takes(/^https/)],
    ['takes words for an address', takes(/^[a-z ]+$/)],
    ['takes an address with a space', takes(/ /)],
    ['leaves spaces out of an address', textRead((text) => text.replace(/(https:.*) /g, '$1'))],
    ['takes an address without a host', takes(/^https:\/\/(\/|$)/)],
    ['takes an address with letters for a port', takes(/:[a-z]\//)],
    ['takes any word in brackets for a host', takes(/\[[a-z]\]/)],
  ],
  'external-oauth-servers-validation-jwks-url-ssrf': [
    ['takes any host', takes(/^https:\/\/\S/)],
    ['takes a loopback address', takes(/^https:\/\/127\./)],
    ['knows one loopback address only', takes(/^https:\/\/127\.(?!0\.0\.1)/)],
    ['takes the name localhost', takes(/^https:\/\/localhost/)],
    ['takes the name localhost in capitals', takes(/^https:\/\/LOCALHOST/)],
    ['takes the address of a metadata service', takes(/169\.254\.169\.254/)],
    ['takes a private address of 10.0.0.0/8', takes(/^https:\/\/10\./)],
    ['takes a private address of 172.16.0.0/12', takes(/^https:\/\/172\./)],
    ['knows the first network of 172.16.0.0/12 only', takes(/^https:\/\/172\.(?!16\.)/)],
    ['takes a private address of 192.168.0.0/16', takes(/^https:\/\/192\.168\./)],
    ['takes any address of IPv6', takes(/^https:\/\/\[/)],
    ['takes the loopback address of IPv6 in full', takes(/\[0:0:0:0:0:0:0:1\]/)],
    ['takes a link-local address of IPv6', takes(/\[fe80:/)],
    ['takes a unique local address of IPv6', takes(/\[f[cd]/)],
    ['takes an address of IPv4 in its IPv6 form', takes(/\[::ffff:/)],
    ['takes an address of IPv4 in hexadecimal', takes(/\[::ffff:7f00:1\]/)],
    ['looks at what stands before a host', takes(/@/)],
    ['takes a loopback address from a replace', takes(/^https:\/\/127\./, 'replace')],
    ['takes an internal host with a port', takes(/:\d+\//)],
    ['refuses an internal host, and stores it', storesRefused(servers)],
    ['refuses an internal host for the name', namesInstead()],
  ],
});

function takes(form: RegExp, on?: 'create' | 'replace'): Fault {
  const when = (value: unknown) => typeof value === 'string' && form.test(value);
  return accepts(servers, path, 'INVALID_VALUE', on === undefined ? { when } : { when, on });
}

function textRead(as: (text: string) => string): Fault {
  return readsAt(at.write, path, (sent) => (typeof sent === 'string' ? as(sent) : sent));
}

function namesInstead(): Fault {
  return misreports(at.write, { target: path }, (detail) => ({ ...detail, target: 'name' }));
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function hrefOf(sent: unknown): unknown {
  return isObject(sent) ? Object.values(sent as object)[0] : sent;
}

function hasLength(length: number): (value: unknown) => boolean {
  return (value) => typeof value === 'string' && value.length === length;
}
