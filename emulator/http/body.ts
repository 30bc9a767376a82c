import { isUtf8 } from 'node:buffer';
import { isObject, type Json, type JsonObject } from '../json/json.ts';
import { JsonFault, parseJson } from '../json/parseJson.ts';
import { invalidRequest, unsupportedMediaType } from './errors.ts';

/** The media type of ordinary request bodies. */
export const json = 'application/json';

/**
 * The body of a request as a JSON object.
 * @param accepted the media types the operation takes, in lower case
 * @throws ApiError 415 for another media type or charset, 400 for bytes that are not UTF-8, not JSON, or no object
 */
export function readObject(
  body: Buffer | undefined,
  contentType: string | undefined,
  accepted: readonly string[],
): JsonObject {
  if (body === undefined || body.length === 0) throw unreadable('The request has no body.');
  checkMediaType(contentType, accepted);
  const value = parse(decode(body));
  if (!isObject(value)) throw unreadable('The body is not a JSON object.');
  return value;
}

/**
 * Refuses a media type that the operation does not take; parameters other than charset are ignored.
 * @throws ApiError 415
 */
export function checkMediaType(contentType: string | undefined, accepted: readonly string[]): void {
  if (contentType !== undefined && accepted.includes(contentType)) return;
  const [type = '', ...parameters] = (contentType ?? '').toLowerCase().split(';');
  const charset = parameters.map((part) => part.trim()).find((part) => part.startsWith('charset='));
  const utf8 = charset === undefined || charset === 'charset=utf-8' || charset === 'charset="utf-8"';
  if (!accepted.includes(type.trim()) || !utf8) throw unsupportedMediaType(accepted);
}

/** Whether a Content-Type header names a media type, whatever its parameters. */
export function isMediaType(contentType: string | undefined, wanted: string): boolean {
  return contentType?.split(';', 1)[0]?.trim().toLowerCase() === wanted;
}

function decode(body: Buffer): string {
  if (!isUtf8(body)) throw unreadable('The body is not valid UTF-8.');
  const text = body.toString('utf8');
  return text.charCodeAt(0) === byteOrderMark ? text.slice(1) : text;
}

function parse(text: string): Json {
  try {
    return parseJson(text);
  } catch (fault) {
    if (fault instanceof JsonFault) throw unreadable(fault.message);
    throw fault;
  }
}

function unreadable(message: string) {
  return invalidRequest([{ code: 'INVALID_VALUE', target: 'body', message }]);
}

const byteOrderMark = 0xfeff;
