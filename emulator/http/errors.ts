import { randomUUID } from 'node:crypto';

/** One entry of `details` in an error body (facts 0.9). */
export type Detail = {
  readonly code: string;
  readonly target?: string;
  readonly message: string;
  readonly innerError?: { readonly [member: string]: unknown };
};

/** An answer that is an error; carries the status and the body members except `id`. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: readonly Detail[];

  constructor(status: number, code: string, message: string, details: readonly Detail[] = []) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

/** The error body of the management API: id, code, message and, when there are any, details (facts 0.9). */
export function errorBody(error: ApiError): { readonly [member: string]: unknown } {
  const body = { id: randomUUID(), code: error.code, message: error.message };
  return error.details.length === 0 ? body : { ...body, details: error.details };
}

/** 400: the body breaks rules; each broken rule is one detail. */
export function invalidData(details: readonly Detail[]): ApiError {
  return new ApiError(400, 'INVALID_DATA', validationMessage, details);
}

/** 400: the request as such cannot be understood. */
export function invalidRequest(details: readonly Detail[]): ApiError {
  return new ApiError(
    400,
    'INVALID_REQUEST',
    'The request could not be completed. The request was invalid.',
    details,
  );
}

/** 401: no token, or one that does not verify (facts 0.9, known messages). */
export function invalidToken(): ApiError {
  return new ApiError(
    401,
    'ACCESS_FAILED',
    'The request could not be completed. You do not have access to this resource.',
    [
      {
        code: 'INVALID_TOKEN',
        target: 'Authentication Credentials',
        message: 'The authorization token is either missing or invalid, or it has expired.',
      },
    ],
  );
}

/** 403: the holder of the token has no role for the operation. */
export function insufficientPermissions(
  message = 'The actor attempting to perform the request is not authorized.',
): ApiError {
  return new ApiError(403, 'ACCESS_FAILED', message, [
    { code: 'INSUFFICIENT_PERMISSIONS', message: 'You do not have permissions to make this request.' },
  ]);
}

/** 403: an organization that does not exist or is not the token's (client-facts 4, row 9). */
export function foreignOrganization(): ApiError {
  return insufficientPermissions(
    'The request could not be completed. You do not have access to this resource.',
  );
}

/** 403: the licence does not include the service, or not that many of its objects. */
export function licenseExceeded(message: string, quotaLimit?: number): ApiError {
  const innerError = quotaLimit === undefined ? {} : { innerError: { quotaLimit } };
  return new ApiError(
    403,
    'ACCESS_FAILED',
    'The request could not be completed. You are not licensed to make this request.',
    [{ code: 'LICENSE_EXCEEDED', message, ...innerError }],
  );
}

/** 404: nothing has this identifier or path. */
export function notFound(
  message = 'The request could not be completed. The requested resource was not found.',
): ApiError {
  return new ApiError(404, 'NOT_FOUND', message);
}

/** 404: the environment in the path (facts 0.9; the body has no details). */
export function unknownEnvironment(environmentId: string): ApiError {
  return notFound(`Unable to find environment with ID: '${environmentId}'`);
}

/** 405: the path exists and does not take the method (facts 0.2). */
export function methodNotAllowed(method: string): ApiError {
  return new ApiError(
    405,
    'INVALID_REQUEST',
    `The request could not be completed. The method ${method} is not supported here.`,
  );
}

/** 415: the operation does not take the media type of the body (facts 0.3). */
export function unsupportedMediaType(supported: readonly string[]): ApiError {
  return new ApiError(
    415,
    'INVALID_REQUEST',
    `The request could not be completed. The content type is not supported, use ${supported.join(' or ')}.`,
  );
}

/** 500: a fault of the emulator itself; its cause is not told to the client. */
export function unexpectedError(): ApiError {
  return new ApiError(
    500,
    'UNEXPECTED_ERROR',
    'The request could not be completed. An unexpected error occurred.',
  );
}

const validationMessage =
  'The request could not be completed. One or more validation errors were in the request.';
