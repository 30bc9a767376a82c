/** The models of the contract, with every reference replaced by what it points to. */
import { documents, resolve } from './documents.ts';
import type { Schema } from './schema.ts';

const known = new Map<string, Schema>();

/** Names of all models, document by document. */
export const modelNames = (): readonly string[] =>
  [...documents().values()].flatMap((document) => Object.keys(document.components?.schemas ?? {}));

/**
 * A model by its name. Requirement ids belong to the model they are written in and do not come
 * along when it is embedded in another.
 * @throws when no document has the model
 */
export const model = (name: string): Schema => {
  let found = known.get(name);
  if (found === undefined) {
    found = inlineModel(name);
    known.set(name, found);
  }
  return found;
};

const inlineModel = (name: string): Schema => {
  for (const [document, { components }] of documents()) {
    const source = components?.schemas?.[name];
    if (source !== undefined) return inline(source, document, true) as Schema;
  }
  throw new Error(`no document in schemas/openapi has a model ${name}; add it to components.schemas`);
};

/** @param own whether the node stands in the model itself, so that its requirement ids are kept */
const inline = (node: unknown, document: string, own: boolean): unknown => {
  if (Array.isArray(node)) return node.map((entry) => inline(entry, document, own));
  if (typeof node !== 'object' || node === null) return node;
  const { $ref, ...rest } = node as { readonly $ref?: unknown };
  const kept = Object.entries(rest).filter(([keyword]) => own || keyword !== 'x-requirements');
  const siblings = Object.fromEntries(
    kept.map(([keyword, value]) => [keyword, inline(value, document, own)]),
  );
  if (typeof $ref !== 'string') return siblings;
  const target = resolve($ref, document);
  return { ...(inline(target.value, target.document, false) as object), ...siblings };
};
