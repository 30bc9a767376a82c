/** An answer as it came over the wire. */
export type Received = {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
};

/** Which errors an answer may have: those of the management API, or those of a token request. */
export type ErrorForm = 'api' | 'oauth';

/**
 * What is wrong with an answer, whatever was asked: a status of a server that failed, an error that is not of the
 * documented form (facts 0.9; RFC 6749, 5.2, for token requests), or a body that its status and type do not promise.
 */
export function faultOf(
  method: string,
  { status, contentType, text }: Received,
  form: ErrorForm,
): string | undefined {
  if (status >= 500 || status < 200 || (status >= 300 && status < 400)) return `the status ${status}`;
  if (method === 'HEAD') return text === '' ? undefined : 'a body for HEAD';
  if (status === 204) return text === '' ? undefined : 'a body with 204';
  // a package to download
  if (status === 200 && /^application\/vnd\.[a-z.]+\+octet-stream$/.test(contentType)) return undefined;
  const body = parse(text);
  if (body === undefined) return `no JSON object: ${text.slice(0, 200)}`;
  if (status < 300)
    return /^application\/(hal\+)?json;charset=UTF-8$/.test(contentType)
      ? undefined
      : `the type ${contentType}`;
  if (contentType !== 'application/json;charset=UTF-8') return `the type ${contentType}`;
  const fault = form === 'oauth' ? oauthFault(status, body) : apiFault(status, body);
  return fault && `${fault}: ${text.slice(0, 300)}`;
}

type Members = { readonly [name: string]: unknown };

const codes: { readonly [status: number]: readonly string[] } = {
  400: ['INVALID_DATA', 'INVALID_REQUEST', 'REQUEST_FAILED'],
  401: ['ACCESS_FAILED'],
  403: ['ACCESS_FAILED'],
  404: ['NOT_FOUND'],
  // the documents give no code for 405
  405: ['INVALID_REQUEST'],
  415: ['INVALID_REQUEST'],
};

function apiFault(status: number, body: Members): string | undefined {
  const { id, code, message, details, ...others } = body;
  if (Object.keys(others).length > 0) return 'further members';
  if (typeof id !== 'string' || !uuid.test(id)) return 'no id';
  if (typeof message !== 'string' || message === '') return 'no message';
  if (typeof code !== 'string' || codes[status]?.includes(code) !== true)
    return `the code ${code} of ${status}`;
  if (details === undefined) return undefined;
  if (!Array.isArray(details) || details.length === 0) return 'details that are no list';
  return details.every(isDetail) ? undefined : 'a detail of another form';
}

function isDetail(detail: unknown): boolean {
  if (!isObject(detail)) return false;
  const { code, target, message, innerError, ...others } = detail;
  return (
    Object.keys(others).length === 0 &&
    typeof code === 'string' &&
    detailCodes.has(code) &&
    typeof message === 'string' &&
    message !== '' &&
    (target === undefined || typeof target === 'string') &&
    (innerError === undefined || isObject(innerError))
  );
}

const detailCodes = new Set([
  'CONSTRAINT_VIOLATION',
  'EMPTY_VALUE',
  'INSUFFICIENT_PERMISSIONS',
  'INVALID_FILTER',
  'INVALID_PARAMETER',
  'INVALID_TOKEN',
  'INVALID_VALUE',
  'LICENSE_EXCEEDED',
  'OUT_OF_RANGE',
  'REQUIRED_VALUE',
  'SIZE_LIMIT_EXCEEDED',
  'UNIQUENESS_VIOLATION',
]);

function oauthFault(status: number, body: Members): string | undefined {
  const { error, error_description: description, ...others } = body;
  if (![400, 401, 415].includes(status)) return `the status ${status}`;
  if (Object.keys(others).length > 0) return 'further members';
  if (typeof error !== 'string' || !oauthErrors.has(error)) return `the error ${error}`;
  return description === undefined || typeof description === 'string' ? undefined : 'no text as description';
}

const oauthErrors = new Set([
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
]);

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function parse(text: string): Members | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
