/** Judges values against the contract with Ajv; each schema is compiled when it is first needed. */
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { json } from './documents.ts';
import { operation } from './operations.ts';
import type { Schema } from './schema.ts';
import { pageView, type View, view } from './views.ts';

/** One way in which a value breaks the contract. */
export type Violation = {
  /** Path in the notation of ModelProperty; the empty text is the value itself. */
  readonly path: string;
  /** Pointer and fault, for instance `/name must NOT have more than 256 characters`. */
  readonly message: string;
  /** The JSON Schema keyword that was broken. */
  readonly keyword: string;
};

/** Violations of a request or response body; none means that the body is in order. */
export const validate = (model: string, kind: View, value: unknown): readonly Violation[] =>
  judge(`${model} ${kind}`, () => view(model, kind), value);

/**
 * Violations of a collection document: page, key below `_embedded`, and each entry as far as
 * a collection shows it.
 * @throws when the operation reads no collection
 */
export const validateCollection = (operationId: string, value: unknown): readonly Violation[] => {
  const { embedded, model } = operation(operationId);
  if (embedded === undefined || model === undefined) {
    throw new Error(`${operationId} reads no collection; validate its body with validate()`);
  }
  return judge(`${operationId} page`, () => pageView(embedded, model), value);
};

/** Violations of an error body of the management API. */
export const validateError = (value: unknown): readonly Violation[] => validate('Error', 'response', value);

const compiled = new Map<string, ValidateFunction>();
let ajv: Ajv2020 | undefined;

const judge = (key: string, schema: () => Schema, value: unknown): readonly Violation[] => {
  let check = compiled.get(key);
  if (check === undefined) {
    check = compiler().compile(schema());
    compiled.set(key, check);
  }
  if (check(value)) return [];
  return (check.errors ?? [])
    .filter(({ keyword }) => keyword !== 'if')
    .map((error) => violation(error, value));
};

const compiler = (): Ajv2020 => {
  if (ajv === undefined) {
    ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
    formats.default(ajv);
    ajv.addVocabulary(Object.keys(json('vocabulary.json') as object));
  }
  return ajv;
};

const violation = (error: ErrorObject, value: unknown): Violation => {
  const { instancePath, keyword, params } = error;
  const missing =
    keyword === 'required' ? (params as { missingProperty: string }).missingProperty : undefined;
  return {
    path: notation(instancePath, missing, value),
    message: `${instancePath === '' ? '/' : instancePath} ${text(error)}`,
    keyword,
  };
};

const text = ({ keyword, message, params }: ErrorObject): string => {
  if (keyword === 'enum') {
    const { allowedValues } = params as { allowedValues: readonly unknown[] };
    return `must be one of ${allowedValues.map(String).join(', ')}`;
  }
  return keyword === 'false schema' ? 'must NOT be present here' : (message ?? `must satisfy ${keyword}`);
};

const notation = (pointer: string, missing: string | undefined, value: unknown): string => {
  let path = '';
  let at = value;
  const parts = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  for (const part of missing === undefined ? parts : [...parts, missing]) {
    path += Array.isArray(at) ? '[]' : `${path === '' ? '' : '.'}${part}`;
    at = (at as Record<string, unknown> | undefined)?.[part];
  }
  return path;
};
