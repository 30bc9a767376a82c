import type { Socket } from 'node:net';
import { ApiError, errorBody, invalidRequest, notFound, unexpectedError } from './errors.ts';

/** What fastify found wrong before a handler ran, or what a handler threw, as an error of the API. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  switch (code) {
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return notFound();
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new ApiError(
        415,
        'INVALID_REQUEST',
        'The request could not be completed. The content type is malformed.',
      );
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return invalidRequest([
        { code: 'SIZE_LIMIT_EXCEEDED', target: 'body', message: 'The body is larger than 1 MB.' },
      ]);
    default:
  }
  if (typeof code !== 'string' || !code.startsWith('FST_ERR_')) return unexpectedError();
  return invalidRequest([{ code: 'INVALID_VALUE', target: 'request', message: String(message) }]);
}

/** Bytes that are no HTTP request never reach a route; they get an error body all the same. */
export function refuseConnection(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const detail = {
    code: 'INVALID_VALUE',
    target: 'request',
    message: 'The request is not well-formed HTTP.',
  };
  const text = JSON.stringify(errorBody(invalidRequest([detail])));
  const headers = `Content-Type: application/json;charset=UTF-8\r\nContent-Length: ${Buffer.byteLength(text)}`;
  socket.end(`HTTP/1.1 400 Bad Request\r\n${headers}\r\nConnection: close\r\n\r\n${text}`);
}
