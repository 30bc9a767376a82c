import { describe, expect, test } from 'vitest';
import { operations, properties, requirements } from '../../schemas/contract.ts';
import { documents, json, resolve } from '../../schemas/documents.ts';

const FACETS = [
  ...['type', 'required', 'empty', 'minItems', 'maxItems', 'uniqueItems', 'maxLength', 'minimum', 'maximum'],
  ...['integer', 'enum', 'format', 'elementType', 'mutable', 'readOnly', 'immutable', 'default', 'optional'],
  ...['reference', 'response'],
];
const vocabulary = Object.keys(json('vocabulary.json') as object);

describe.each([...documents()])('%s', (name, document) => {
  const nodes = everyNode(document);

  test('says that it is OpenAPI 3.1 and what it is about', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    expect(document.paths !== undefined || document.components !== undefined).toBe(true);
  });

  test('has only references that lead somewhere', () => {
    for (const { $ref } of nodes.filter((node) => typeof node.$ref === 'string')) {
      expect(() => resolve(String($ref), name)).not.toThrow();
    }
  });

  test('uses declared extension keywords only', () => {
    const used = nodes.flatMap((node) => Object.keys(node)).filter((key) => /^x-/.test(key));
    expect(used.filter((key) => !vocabulary.includes(key))).toEqual([]);
  });

  test('attaches requirements to known facets only', () => {
    const facets = nodes.flatMap((node) => Object.keys((node['x-requirements'] as object | undefined) ?? {}));
    expect(facets.filter((facet) => !FACETS.includes(facet))).toEqual([]);
  });

  test('names security schemes that it defines', () => {
    const named = nodes
      .flatMap((node) => (Array.isArray(node.security) ? node.security : []))
      .flatMap(Object.keys);
    expect(Object.keys(document.components?.securitySchemes ?? {})).toEqual(expect.arrayContaining(named));
  });

  test('requires only members that the schema names', () => {
    for (const node of nodes.filter((each) => each.properties !== undefined)) {
      const names = ['required', 'x-required-in-response', 'x-required-in-item'].flatMap(
        (key) => node[key] ?? [],
      );
      expect(Object.keys(node.properties as object)).toEqual(expect.arrayContaining(names));
    }
  });

  test.each(
    Object.entries(document.paths ?? {}),
  )('%s declares the parameters of its template', (path, pathItem) => {
    const declared = (pathItem?.parameters ?? []).map((each) =>
      '$ref' in each ? each.$ref.split('/').at(-1) : each.name,
    );
    expect(declared).toEqual([...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]));
  });
});

test('every declared extension keyword is used and documented', () => {
  const used = new Set([...documents().values()].flatMap(everyNode).flatMap((node) => Object.keys(node)));
  expect(vocabulary.filter((key) => !used.has(key))).toEqual([]);
  for (const line of Object.values(json('vocabulary.json') as object)) expect(line).toMatch(/^[A-Z].+\.$/);
});

test('a method of a path stands in one document, and so does a model', () => {
  const paths = [...documents().values()].flatMap((document) =>
    Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
      Object.keys(item ?? {}).flatMap((method) => (method === 'parameters' ? [] : [`${method} ${path}`])),
    ),
  );
  const models = [...documents().values()].flatMap((document) =>
    Object.keys(document.components?.schemas ?? {}),
  );
  expect(new Set(paths).size).toBe(paths.length);
  expect(new Set(models).size).toBe(models.length);
});

describe.each(operations().map((each) => [each.id, each] as const))('%s', (_, operation) => {
  const statuses = operation.statuses.map(({ status }) => status);

  test('documents 401 and a success, each status once and with its basis', () => {
    expect(statuses).toContain(401);
    expect(statuses.some((status) => status >= 200 && status < 300)).toBe(true);
    expect(new Set(statuses).size).toBe(statuses.length);
    for (const { basis } of operation.statuses) expect(['operation', 'page']).toContain(basis);
  });

  test('has a summary, a kind, a side and a model, and a collection its key', () => {
    expect(operation).toMatchObject({
      kind: expect.stringMatching(/^(create|list|read|update|delete|action)$/),
      side: expect.stringMatching(/^(api|auth)$/),
      model: expect.any(String),
    });
    expect(operation.embedded === undefined).toBe(operation.kind !== 'list');
    expect(source(operation.id)).toMatchObject({
      summary: expect.any(String),
      responses: expect.any(Object),
    });
  });
});

test('an operation id occurs once', () => {
  const ids = operations().map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('a requirement is attached to one facet of one property, which its operations carry', () => {
  const attached = [...documents().values()]
    .flatMap((document) => Object.keys(document.components?.schemas ?? {}))
    .flatMap((model) => properties(model).map((property) => ({ model, property })))
    .flatMap(({ model, property }) =>
      Object.values(property.requirements).flatMap((ids) => ids.map((id) => ({ model, id }))),
    );
  const ids = attached.map(({ id }) => id);
  expect(ids.filter((id) => !requirements().has(id))).toEqual([]);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  for (const { model, id } of attached) {
    const models = operations()
      .filter((each) =>
        requirements()
          .get(id)
          ?.operations?.includes(`${each.method} ${prefix(each.side)}${each.path}`),
      )
      .flatMap((each) => [each.model, each.requestModel]);
    expect(models, id).toContain(model);
  }
});

const prefix = (side: string): string => (side === 'auth' ? '{authPath}' : '');

const source = (id: string): Record<string, unknown> | undefined =>
  [...documents().values()].flatMap(everyNode).find((node) => node.operationId === id);

function everyNode(value: unknown): readonly Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap(everyNode);
  return Array.isArray(value) ? below : [value as Record<string, unknown>, ...below];
}
