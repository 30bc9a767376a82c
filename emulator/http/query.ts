import { invalidRequest } from './errors.ts';

/** The query of a request: decoded values by name; of a repeated name the first value counts. */
export type Query = ReadonlyMap<string, string>;

/**
 * Parses the text after the question mark as form encoding: `+` is a space (client-facts 1.3).
 * @throws ApiError 400 naming the parameter whose percent-encoding is broken
 */
export function parseQuery(search: string): Query {
  const query = new Map<string, string>();
  if (search === '') return query;
  for (const pair of search.split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = decode(equals < 0 ? pair : pair.slice(0, equals), 'query');
    const value = equals < 0 ? '' : decode(pair.slice(equals + 1), name);
    if (!query.has(name)) query.set(name, value);
  }
  return query;
}

function decode(text: string, target: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw invalidRequest([
      { code: 'INVALID_PARAMETER', target, message: 'The parameter is not percent-encoded UTF-8.' },
    ]);
  }
}
