import { defectsOf } from '../defect.ts';
import { misreports, refusesWith } from '../faults/refusals.ts';
import { elsewhere } from './bodies.ts';
import { at } from './places.ts';
import { readsUrls, refusesUrls, showsUrls, takesUrls } from './urls.ts';

const target = 'baseUrls[*]';
const scheme = { target, says: 'absolute' };

/** What a server can do wrong with the schemes, paths, queries and fragments of base URLs. */
export const urlForms = defectsOf({
  'api-servers-base-url-absolute': [
    ['takes a path for a base URL', takesUrls(/^\/(?!\/)/)],
    ['takes a host without a scheme for a base URL', takesUrls(/^[^/:]+(\/|$)/)],
    ['takes a base URL of the scheme of its reader', takesUrls(/^\/\//)],
    ['takes a path for the base URL of a replace', takesUrls(/^\//, 'replace')],
    ['puts https before a base URL without a scheme', readsUrls(/^(?![a-z]+:)\/*/, 'https://')],
    ['refuses a relative base URL for the name', misreports(at.write, scheme, elsewhere('name'))],
    ['answers 404 to a relative base URL', refusesWith(at.write, scheme, 404, 'NOT_FOUND')],
  ],
  'api-servers-base-url-scheme-https': [
    ['refuses base URLs of https', refusesUrls(/^https:\/\/[^/]+\/v1$/)],
    ['stores base URLs of https as ones of http', readsUrls(/^https:/, 'http:')],
    ['shows base URLs without their scheme', showsUrls(/^https:\/\//, '')],
  ],
  'api-servers-base-url-scheme-http': [
    ['refuses base URLs of http', refusesUrls(/^http:/)],
    ['makes https of http', readsUrls(/^http:/, 'https:')],
    ['reads https where http was sent', showsUrls(/^http:/, 'https:', at.read)],
  ],
  'api-servers-base-url-scheme-other': [
    ['takes any scheme before a host', takesUrls(/^[a-z][a-z0-9+.-]*:\/\//)],
    ['takes ftp for a base URL', takesUrls(/^ftp:/)],
    ['takes web sockets for a base URL', takesUrls(/^wss?:/)],
    ['takes a mail address for a base URL', takesUrls(/^mailto:/)],
    ['takes a scheme that begins with http', takesUrls(/^http[a-z+]+:\/\//)],
    ['takes any scheme in a replace', takesUrls(/^[a-z][a-z0-9+.-]*:/, 'replace')],
    ['makes https of other schemes', readsUrls(/^(?:ftp|ws|wss):/, 'https:')],
    ['answers 415 to another scheme', refusesWith(at.write, scheme, 415, 'INVALID_REQUEST')],
  ],
  'api-servers-base-url-no-path': [
    ['demands a path of a base URL', refusesUrls(/^\w+:\/\/[^/]+$/)],
    ['puts a slash in the place of no path', showsUrls(/^(\w+:\/\/[^/]+)$/, '$1/')],
    ['reads a base URL without a path with a slash', showsUrls(/^(\w+:\/\/[^/]+)$/, '$1/', at.read)],
  ],
  'api-servers-base-url-trailing-slash': [
    ['takes a base URL that ends in a slash', takesUrls(/[^/]\/$/)],
    ['takes a replaced base URL that ends in a slash', takesUrls(/[^/]\/$/, 'replace')],
    ['strips the last slash of a base URL', readsUrls(/([^/])\/$/, '$1')],
    ['takes a last slash after several segments', takesUrls(/^\w+:\/\/[^/]+(\/[^/]+){2,}\/$/)],
    ['refuses a last slash for the name', misreports(at.write, { target, says: 'slash' }, elsewhere('name'))],
    ['answers 409 to a last slash', refusesWith(at.write, { target, says: 'slash' }, 409, 'INVALID_DATA')],
  ],
  'api-servers-base-url-root-slash': [
    ['takes a base URL whose path is a slash', takesUrls(/^\w+:\/\/[^/]+\/$/)],
    ['takes a replaced base URL whose path is a slash', takesUrls(/^\w+:\/\/[^/]+\/$/, 'replace')],
    ['strips a path that is a slash', readsUrls(/^(\w+:\/\/[^/]+)\/$/, '$1')],
  ],
  'api-servers-base-url-empty-segment': [
    ['takes an empty segment', takesUrls(/[^/:]\/\/+[^/]/)],
    ['takes an empty segment in a replace', takesUrls(/[^/:]\/\/+[^/]/, 'replace')],
    ['collapses two slashes into one', readsUrls(/([^/:])\/\/+/g, '$1/')],
    ['takes an empty segment before the others', takesUrls(/^\w+:\/\/[^/]+\/\//)],
    [
      'refuses an empty segment for the name',
      misreports(at.write, { target, says: 'segments' }, elsewhere('name')),
    ],
  ],
  'api-servers-base-url-backslash': [
    ['takes backslashes in a path', takesUrls(/\\/)],
    ['takes a backslash inside a segment', takesUrls(/[^/]\\[^/]/)],
    ['takes a segment that is a backslash', takesUrls(/\/\\(\/|$)/)],
    ['makes slashes of backslashes', readsUrls(/\\/g, '/')],
    ['escapes backslashes', readsUrls(/\\/g, '%5C')],
  ],
  'api-servers-base-url-dot-segment': [
    ['takes dot segments', takesUrls(/\/\.(\/|$)/)],
    ['takes a dot segment at the end', takesUrls(/\/\.$/)],
    ['takes a dot segment before others', takesUrls(/\/\.\//)],
    ['leaves dot segments out', readsUrls(/\/\.(?=\/|$)/g, '')],
    ['takes dot segments in a replace', takesUrls(/\/\.(\/|$)/, 'replace')],
  ],
  'api-servers-base-url-double-dot-segment': [
    ['takes double-dot segments', takesUrls(/\/\.\.(\/|$)/)],
    ['takes a double-dot segment at the end', takesUrls(/\/\.\.$/)],
    ['takes a double-dot segment before others', takesUrls(/\/\.\.\//)],
    ['resolves double-dot segments', readsUrls(/\/[^/]+\/\.\.(?=\/|$)/g, '')],
    ['takes double-dot segments in a replace', takesUrls(/\/\.\.(\/|$)/, 'replace')],
  ],
  'api-servers-base-url-dots-inside-segment': [
    ['refuses every path with a dot', refusesUrls(/^\w+:\/\/[^/]+\/.*\./)],
    ['refuses a segment of three dots', refusesUrls(/\/\.{3,}(\/|$)/)],
    ['refuses a segment that begins with a dot', refusesUrls(/\/\.\w/)],
    ['refuses two dots wherever they stand', refusesUrls(/\w\.\.\w/)],
    ['makes one dot of two', readsUrls(/(\w)\.\.(\w)/, '$1.$2')],
  ],
  'api-servers-base-url-query': [
    ['takes a query in a base URL', takesUrls(/\?./)],
    ['drops the query of a base URL', readsUrls(/\?.+$/, '')],
    ['takes a query in the base URL of a replace', takesUrls(/\?./, 'replace')],
    ['refuses a query for the name', misreports(at.write, { target, says: 'query' }, elsewhere('name'))],
  ],
  'api-servers-base-url-fragment': [
    ['takes a fragment in a base URL', takesUrls(/#./)],
    ['drops the fragment of a base URL', readsUrls(/#.+$/, '')],
    ['takes a fragment in the base URL of a replace', takesUrls(/#./, 'replace')],
    ['escapes the fragment of a base URL', readsUrls(/#(?=.)/, '%23')],
  ],
  'api-servers-base-url-empty-query-or-fragment': [
    ['takes a bare question mark', takesUrls(/\?$/)],
    ['takes a bare hash', takesUrls(/#$/)],
    ['drops a bare question mark or hash', readsUrls(/[?#]$/, '')],
  ],
});
