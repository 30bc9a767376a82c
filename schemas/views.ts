/** What a model looks like in a create request, an update request and a response; and its properties, flat. */
import { model } from './models.ts';
import type { Facet, Schema } from './schema.ts';

/** The side from which a model is looked at. */
export type View = 'create' | 'update' | 'response';

/** One property of a model, at any depth. */
export type ModelProperty = {
  /** Dotted path; elements of an array are `[]`: `authorizationServer.resource.id`, `paths[].pattern`. */
  readonly path: string;
  readonly schema: Schema;
  /** Whether a create request needs it wherever the object that holds it is given. */
  readonly required: boolean;
  readonly readOnly: boolean;
  /** Whether it can be set at creation and never after. */
  readonly immutable: boolean;
  readonly requirements: Partial<Readonly<Record<Facet, readonly string[]>>>;
};

const CONDITIONS = ['allOf', 'anyOf', 'if', 'then', 'else'];

/**
 * The JSON Schema of one view. Requests: read-only properties are not looked at, and an update may
 * leave out what is immutable. Responses: what every response carries is required; conditions between
 * members hold for requests only. `item` is a response as an entry of a collection. All are open.
 */
export const view = (name: string, kind: View | 'item'): Schema => {
  const whole = model(name);
  const derived = derive(whole, kind === 'item' ? 'response' : kind);
  const names = whole['x-required-in-item'];
  return kind === 'item' && names !== undefined ? { ...derived, required: [...names] } : derived;
};

/** The JSON Schema of a collection document: the page, its key below `_embedded`, and entries as far as it shows them. */
export const pageView = (embedded: string, name: string): Schema => {
  const whole = view('Page', 'response');
  const members = { type: 'array', description: 'The members of the page.', items: view(name, 'item') };
  const holder = { type: 'object', required: [embedded], properties: { [embedded]: members } };
  return { ...whole, properties: { ...whole.properties, _embedded: holder } };
};

/** Every property of a model, parents before children; `_links` is no property but an envelope and left out. */
export const properties = (name: string): readonly ModelProperty[] => {
  const known = flat.get(name);
  if (known !== undefined) return known;
  const { _links, ...rest } = model(name).properties ?? {};
  const made = flatten({ ...model(name), properties: rest }, '', false, false);
  flat.set(name, made);
  return made;
};

const flat = new Map<string, readonly ModelProperty[]>();

const derive = (schema: Schema, kind: View): Schema => {
  const response = kind === 'response';
  const kept = Object.entries(schema).filter(
    ([keyword]) =>
      !(response && (CONDITIONS.includes(keyword) || (keyword === 'enum' && schema['x-open-in-response']))),
  );
  const members = Object.entries(schema.properties ?? {}).filter(
    ([, member]) => response || typeof member === 'boolean' || !member.readOnly,
  );
  const required = response
    ? (schema['x-required-in-response'] ?? [])
    : (schema.required ?? []).filter(
        (member) => kind === 'create' || !immutable(schema.properties?.[member]),
      );
  return {
    ...Object.fromEntries(kept),
    ...(schema.required || required.length > 0 ? { required: [...required] } : {}),
    ...(schema.properties && {
      properties: Object.fromEntries(
        members.map(([key, member]) => [key, typeof member === 'boolean' ? member : derive(member, kind)]),
      ),
    }),
    ...(schema.items && { items: derive(schema.items, kind) }),
    ...(typeof schema.additionalProperties === 'object' && {
      additionalProperties: derive(schema.additionalProperties, kind),
    }),
  };
};

const immutable = (member: Schema | boolean | undefined): boolean =>
  typeof member === 'object' && member['x-immutable'] === true;

const flatten = (
  schema: Schema,
  path: string,
  readOnly: boolean,
  fixed: boolean,
): readonly ModelProperty[] => {
  const members = Object.entries(schema.properties ?? {}).map(([key, member]) => ({
    path: path === '' ? key : `${path}.${key}`,
    schema: member,
    required: schema.required?.includes(key) ?? false,
  }));
  const elements = schema.items ? [{ path: `${path}[]`, schema: schema.items, required: false }] : [];
  return [...members, ...elements].flatMap((each) => {
    if (typeof each.schema === 'boolean') return [];
    const own = {
      readOnly: readOnly || each.schema.readOnly === true,
      immutable: fixed || immutable(each.schema),
    };
    const property = { ...each, schema: each.schema, ...own, requirements: rows(each.schema) };
    return [property, ...flatten(each.schema, each.path, own.readOnly, own.immutable)];
  });
};

const rows = (schema: Schema): ModelProperty['requirements'] =>
  Object.fromEntries(
    Object.entries(schema['x-requirements'] ?? {}).map(([facet, ids]) => [facet, [ids].flat()]),
  );
