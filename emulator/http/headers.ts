import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** The headers that every answer carries with the same value (facts 0.4), as a flat list of names and values. */
export const fixedHeaders: readonly string[] = [
  'Cache-Control',
  'no-cache, no-store, max-age=0, must-revalidate',
  'Pragma',
  'no-cache',
  'Expires',
  '0',
  'X-Content-Type-Options',
  'nosniff',
  'X-Frame-Options',
  'DENY',
  'Vary',
  'Accept, Origin',
  'Access-Control-Allow-Origin',
  '*',
  'Access-Control-Allow-Headers',
  'Accept, Authorization, Content-Type, X-Ping-External-Session-ID, X-Ping-External-Transaction-ID',
  'Access-Control-Allow-Max-Age',
  '3600',
  'Access-Control-Max-Age',
  '3600',
];

/** Adds the headers that differ from exchange to exchange: correlation and the two external ids (facts 0.4). */
export function addExchangeHeaders(headers: string[], request: IncomingHttpHeaders): void {
  const transactionId = externalId(request['x-ping-external-transaction-id']);
  const sessionId = externalId(request['x-ping-external-session-id']);
  headers.push('Correlation-Id', randomUUID(), 'X-Ping-External-Transaction-Id', transactionId);
  headers.push('X-Ping-External-Session-Id', sessionId);
}

/**
 * The media type of a successful body: plain JSON for a client that accepts nothing else, HAL otherwise
 * (facts 0.3; client-facts 4, row 1).
 */
export function responseMediaType(accept: string | undefined): string {
  if (accept === undefined || accept === '*/*') return halJson;
  if (accept === 'application/json') return plainJson;
  return acceptsJson.test(accept) && !acceptsHal.test(accept) ? plainJson : halJson;
}

/** The media type of error bodies. */
export const plainJson = 'application/json;charset=UTF-8';

const halJson = 'application/hal+json;charset=UTF-8';
const acceptsJson = /(?:^|,)\s*application\/json\s*(?:;|,|$)/i;
const acceptsHal = /(?:^|,)\s*(?:application\/hal\+json|application\/\*|\*\/\*)\s*(?:;|,|$)/i;

const longestExternalId = 100;
const cleanAscii = /^[A-Za-z0-9._\-/@=#+]{1,100}$/;
const forbidden = /[^\p{L}\p{M}\p{N}._\-/@=#+]/gu;

function externalId(sent: string | string[] | undefined): string {
  const value = Array.isArray(sent) ? sent[0] : sent;
  if (value === undefined || value === '') return randomUUID();
  if (cleanAscii.test(value)) return value;
  // node hands header bytes over as Latin-1; clients send UTF-8
  const text = Buffer.from(value, 'latin1').toString('utf8');
  const cleaned = [...text.replace(forbidden, '_')].slice(0, longestExternalId).join('');
  return Buffer.from(cleaned, 'utf8').toString('latin1');
}
