import { bodyFor, wantsOf } from './bodies.ts';
import { makeLarge } from './oddValues.ts';
import { idsAt, type KnownIds, type Playground } from './playground.ts';
import type { Drawn, Segment } from './requests.ts';

/** An operation of the emulator as the catalogue or the authorization server has it. */
export type Target = { readonly method: string; readonly path: string; readonly form: 'json' | 'oauth' };

/** A request as it goes over the wire. */
export type Wired = {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string | Uint8Array | undefined;
};

/** Puts the ids and cursors of a playground, and the tokens, into a drawn request. */
export function wire(
  drawn: Drawn,
  { method: ownMethod, path, form }: Target,
  { ids, cursors }: Playground,
  authorizationOf: (sender: string) => string | undefined,
): Wired {
  const authorization = authorizationOf(drawn.authorization);
  const method = drawn.otherMethod ?? ownMethod;
  return {
    method,
    path: safely(drawn.rawPath ?? fillWith(path, method, drawn.segments, ids)) + search(drawn, path, cursors),
    headers: {
      ...Object.fromEntries(Object.entries(drawn.headers).map(([name, value]) => [name, latin(value)])),
      ...(drawn.contentType === undefined || drawn.body.kind === 'none'
        ? {}
        : { 'content-type': contentTypeFor(drawn.contentType, path, form) }),
      ...(authorization === undefined ? {} : { authorization: latin(authorization) }),
    },
    body: form === 'oauth' ? formOf(drawn) : bodyOf(drawn, method, path, ids),
  };
}

function fillWith(path: string, method: string, segments: readonly Segment[], ids: KnownIds): string {
  let index = 0;
  const last = path.lastIndexOf('/:');
  return path.replace(/:([A-Za-z]+)/g, (_, parameter: string, offset: number) => {
    const segment = segments[index++] ?? { kind: 'known' };
    // what a deletion names is the spare one, so that the batch keeps something to talk about
    const deleted = method === 'DELETE' && offset === last + 1 && segment.kind === 'known';
    return segmentText(deleted ? { kind: 'spare' } : segment, idsAt(path, offset, parameter, ids), ids);
  });
}

function segmentText(segment: Segment, [first, spare]: readonly [string, string], ids: KnownIds): string {
  switch (segment.kind) {
    case 'known':
      return first;
    case 'spare':
      return spare;
    case 'upper case':
      return first.toUpperCase();
    case 'other':
      return ids[segment.text]?.[0] ?? 'unknown';
    default:
      // some clients do not encode what they put into a path
      return segment.text.length % 2 === 0 ? encode(segment.text) : segment.text;
  }
}

function search(drawn: Drawn, path: string, cursors: readonly string[]): string {
  const query = drawn.query.length === 0 ? (wantsOf(path).query ?? []) : drawn.query;
  if (query.length === 0) return '';
  const pairs = query.map(([name, value]) => {
    const [, index] = /^cursor ([0-9]+)$/.exec(value) ?? [];
    const known = index === undefined ? undefined : cursors[Number(index) % Math.max(cursors.length, 1)];
    return `${encode(name)}=${name.length % 5 === 0 ? safely(value) : encode(known ?? value)}`;
  });
  return `?${pairs.join('&')}`;
}

function bodyOf({ body, name }: Drawn, method: string, path: string, ids: KnownIds): Wired['body'] {
  if (method === 'GET' || method === 'HEAD' || method === 'get') return undefined;
  switch (body.kind) {
    case 'none':
      return undefined;
    case 'document':
      return body.document;
    case 'large':
      return makeLarge(body.large);
    default: {
      const near: Record<string, unknown> = { ...bodyFor(method, path, name, ids, body.which) };
      for (const [index, value] of body.changes) {
        const members = Object.keys(near);
        near[members[index % members.length] ?? 'name'] = value;
      }
      return JSON.stringify(near);
    }
  }
}

function formOf({ body, name }: Drawn): Wired['body'] {
  if (body.kind === 'document') return body.document;
  if (body.kind === 'large') return makeLarge(body.large);
  if (body.kind === 'none') return undefined;
  const extra = body.changes.map(
    ([index, value]) => `&${formMembers[index % formMembers.length]}=${encode(JSON.stringify(value))}`,
  );
  return `grant_type=client_credentials${extra.join('')}${name.startsWith('n') ? '' : `&scope=${encode(name)}`}`;
}

const formMembers = ['grant_type', 'client_id', 'client_secret', 'scope', '__proto__'];

/** The usual type stands for the one that the operation wants. */
function contentTypeFor(drawn: string, path: string, form: Target['form']): string {
  if (drawn !== 'application/json') return drawn;
  return form === 'oauth' ? 'application/x-www-form-urlencoded' : (wantsOf(path).contentType ?? drawn);
}

function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}

/** What of a text can stand in a request line: the client would refuse the rest. */
function safely(text: string): string {
  const line = text.replace(/[^\u0021-\u00ff]/g, '_');
  return line.startsWith('/') || line === '*' ? line : `/${line}`;
}

/** What of a text can stand in a header: bytes without control characters. */
function latin(text: string): string {
  return Buffer.from(text, 'utf8')
    .toString('latin1')
    .replace(/\p{Cc}/gu, '?');
}
