/** What went wrong in an evaluation: a code and message as `status` shows them (facts 4.2). */
export type Trouble = {
  readonly code: 'MISSING_ATTRIBUTE' | 'TYPE_CONVERSION_ERROR' | 'PROCESSING_ERROR';
  readonly message: string;
};

/** A value, or the trouble in its place. */
export type Outcome<T> = { readonly value: T } | { readonly trouble: Trouble };

/** The outcome without trouble. */
export function known<T>(value: T): Outcome<T> {
  return { value };
}

/** An attribute that the policies do not know, or that the request does not give. */
export function missing(message: string): { readonly trouble: Trouble } {
  return { trouble: { code: 'MISSING_ATTRIBUTE', message } };
}

/** A value that cannot be read as the type of its attribute. */
export function unconvertible(message: string): { readonly trouble: Trouble } {
  return { trouble: { code: 'TYPE_CONVERSION_ERROR', message } };
}

/** A computation that has no result. */
export function unprocessable(message: string): { readonly trouble: Trouble } {
  return { trouble: { code: 'PROCESSING_ERROR', message } };
}
