import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { addExchangeHeaders, fixedHeaders, plainJson, responseMediaType } from './headers.ts';

/** What an operation answers; members of the body that are undefined are left out on the wire. */
export type Answer = {
  readonly status: number;
  readonly body?: { readonly [member: string]: unknown };
  /** a body that is not JSON; `mediaType` then says what it is */
  readonly bytes?: Buffer;
  /** further headers as a flat list of names and values */
  readonly headers?: readonly string[];
  /** for answers whose type is not negotiated: errors, and everything of the authorization server */
  readonly mediaType?: string;
};

/** 200 with a body. */
export function ok(body: { readonly [member: string]: unknown }): Answer {
  return { status: 200, body };
}

/** 204 without a body. */
export const noContent: Answer = { status: 204 };

/** The headers of every answer of one path, with its methods as the cross-origin header lists them. */
export function headersOf(allow: string): readonly string[] {
  return [...fixedHeaders, 'Access-Control-Allow-Methods', allow];
}

/**
 * Writes an answer in one go.
 * @param common headers of every answer of the path, as a flat list of names and values
 */
export function send(
  response: ServerResponse,
  request: IncomingHttpHeaders,
  common: readonly string[],
  answer: Answer,
): void {
  const headers = common.slice();
  addExchangeHeaders(headers, request);
  if (answer.headers !== undefined) headers.push(...answer.headers);
  if (answer.body === undefined && answer.bytes === undefined) {
    response.writeHead(answer.status, headers);
    response.end();
    return;
  }
  const content = answer.bytes ?? JSON.stringify(answer.body);
  const mediaType = answer.mediaType ?? responseMediaType(request.accept);
  headers.push('Content-Type', mediaType, 'Content-Length', String(Buffer.byteLength(content)));
  response.writeHead(answer.status, headers);
  response.end(content);
}

/** An error as an answer of the given status. */
export function errorAnswer(status: number, body: { readonly [member: string]: unknown }): Answer {
  return { status, body, mediaType: plainJson };
}
