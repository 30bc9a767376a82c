/** The contract's JSON files, each read once. */
import { readdirSync, readFileSync } from 'node:fs';
import type { OpenAPIV3_1 } from 'openapi-types';

/** What the contract adds to an OpenAPI operation. */
export type OperationExtension = {
  readonly operationId: string;
  readonly 'x-kind': 'create' | 'list' | 'read' | 'update' | 'delete' | 'action';
  readonly 'x-side': 'api' | 'auth';
  readonly 'x-model'?: string;
  readonly 'x-embedded'?: string;
};

/** One of the contract's OpenAPI documents. */
export type ContractDocument = OpenAPIV3_1.Document<OperationExtension>;

const files = new Map<string, unknown>();
let all: ReadonlyMap<string, ContractDocument> | undefined;

/** Reads a JSON file once; `path` is relative to `schemas/`. */
export const json = (path: string): unknown => {
  if (!files.has(path)) files.set(path, JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')));
  return files.get(path);
};

/** Names of the JSON files in a folder below `schemas/`, sorted, without the extension. */
export const names = (path: string): readonly string[] =>
  readdirSync(new URL(path, import.meta.url))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();

/** All OpenAPI documents by name; `common` has components only. */
export const documents = (): ReadonlyMap<string, ContractDocument> => {
  all ??= new Map(names('openapi/').map((name) => [name, json(`openapi/${name}.json`) as ContractDocument]));
  return all;
};

/**
 * What a `$ref` points to, and the name of the document it stands in.
 * @param from name of the document that has the reference
 * @throws when nothing is there
 */
export const resolve = (
  ref: string,
  from: string,
): { readonly document: string; readonly value: unknown } => {
  const [file = '', pointer = ''] = ref.split('#');
  const document = file === '' ? from : file.replace(/\.json$/, '');
  const value = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (at, part) => (at as Record<string, unknown> | undefined)?.[part],
      documents().get(document),
    );
  if (value === undefined) {
    throw new Error(`${from}.json refers to ${ref}, which does not exist; correct the reference`);
  }
  return { document, value };
};
