import { describe, expect, test } from 'vitest';
import {
  operations,
  properties,
  validate,
  validateCollection,
  validateError,
} from '../../schemas/contract.ts';
import { modelNames } from '../../schemas/models.ts';
import { view } from '../../schemas/views.ts';

const id = '11111111-1111-4111-8111-111111111111';
const apiServer = {
  name: 'Banking API',
  baseUrls: ['https://api.example.com/v1'],
  authorizationServer: { resource: { id } },
};
const models = modelNames();

describe.each(models)('%s', (model) => {
  test.each(['create', 'update', 'response'] as const)('%s compiles in strict mode', (kind) => {
    expect(() => validate(model, kind, {})).not.toThrow();
  });
});

test.each(
  operations().filter(({ kind }) => kind === 'list'),
)('the page of $id compiles in strict mode', (each) => {
  const page = {
    _links: { self: { href: 'https://example.com' } },
    _embedded: { [each.embedded ?? '']: [] },
  };
  expect(validateCollection(each.id, page)).toEqual([]);
});

describe('a create request', () => {
  test('needs what the model requires', () => {
    expect(validate('ApiServer', 'create', {}).map(({ path }) => path)).toEqual([
      'name',
      'baseUrls',
      'authorizationServer',
    ]);
    expect(validate('ApiServer', 'create', apiServer)).toEqual([]);
  });

  test('is not judged by its read-only members, nor by members that the model does not know', () => {
    expect(validate('ApiServer', 'create', { ...apiServer, id: 7, policy: 'none', further: [] })).toEqual([]);
  });

  test('is judged by the conditions between members', () => {
    const authorizationServer = { type: 'EXTERNAL', resource: { id } };
    expect(validate('ApiServer', 'create', { ...apiServer, authorizationServer })).toEqual([
      {
        path: 'authorizationServer.resource',
        message: '/authorizationServer/resource must NOT be present here',
        keyword: 'false schema',
      },
    ]);
  });
});

test('an update request may leave out what is immutable, and nothing else', () => {
  const environment = { name: 'Test', region: 'EU', type: 'SANDBOX' };
  const { region, ...update } = environment;
  expect(validate('Environment', 'create', environment)).toEqual([]);
  expect(validate('Environment', 'create', update).map(({ path }) => path)).toEqual(['region']);
  expect(validate('Environment', 'update', update)).toEqual([]);
  expect(validate('Environment', 'update', { region }).map(({ path }) => path)).toEqual(['name', 'type']);
});

describe('a response', () => {
  test('carries what every response carries, with read-only members judged', () => {
    expect(
      validate('ApiServer', 'response', { ...apiServer, id: 'x' }).map(({ message }) => message),
    ).toEqual(['/id must match format "uuid"', "/authorizationServer must have required property 'type'"]);
  });

  test('may have values beyond an open enumeration', () => {
    const products = [{ id, type: 'PING_ONE_LATER' }];
    expect(validate('BillOfMaterials', 'response', { products })).toEqual([]);
    expect(validate('BillOfMaterials', 'create', { products }).map(({ path }) => path)).toEqual([
      'products[].type',
    ]);
  });

  test('of a collection needs less of each entry', () => {
    const page = (entry: object) => ({
      _links: { self: { href: 'https://example.com' } },
      _embedded: { apiServers: [entry] },
    });
    expect(validateCollection('apiServers.list', page({ id }))).toEqual([]);
    expect(validateCollection('apiServers.list', page({ name: 'x' })).map(({ path }) => path)).toEqual([
      '_embedded.apiServers[].id',
    ]);
    expect(validateCollection('apiServers.list', []).map(({ message }) => message)).toEqual([
      '/ must be object',
    ]);
    expect(() => validateCollection('apiServers.read', {})).toThrow('reads no collection');
  });
});

test('a violation names the property in the notation of the model and the value by a pointer', () => {
  const paths = [{ type: 'EXACT', pattern: '/a' }, { type: 'REGEX' }];
  expect(validate('ApiServerOperation', 'create', { name: 'x'.repeat(3), paths })).toEqual([
    {
      path: 'paths[].pattern',
      message: "/paths/1 must have required property 'pattern'",
      keyword: 'required',
    },
    { path: 'paths[].type', message: '/paths/1/type must be one of EXACT, PARAMETER', keyword: 'enum' },
  ]);
});

test('an error body needs a code and a message, and details need both as well', () => {
  expect(validateError({ code: 'NOT_FOUND', message: 'Not found.' })).toEqual([]);
  expect(validateError({ code: 'X', message: '', details: [{ code: 'Y' }] }).map(({ path }) => path)).toEqual(
    ['message', 'details[].message'],
  );
});

describe('the properties of a model', () => {
  const flat = new Map(properties('ApiServerOperation').map((each) => [each.path, each]));

  test('are flat, with elements of arrays', () => {
    const paths = ['methods', 'methods[]', 'paths[].pattern', 'accessControl.group.groups[].id', 'policy.id'];
    expect([...flat.keys()]).toEqual(expect.arrayContaining(paths));
    expect(flat.has('_links')).toBe(false);
  });

  test('tell what is required, read-only and immutable, also by what they stand in', () => {
    expect(flat.get('paths[].pattern')).toMatchObject({ required: true, readOnly: false, immutable: false });
    expect(flat.get('policy.id')).toMatchObject({ readOnly: true });
    expect(properties('Group').find(({ path }) => path === 'population.id')).toMatchObject({
      immutable: true,
    });
  });

  test('carry the requirements that are exactly one facet, and none of an embedded model', () => {
    expect(flat.get('methods')?.requirements.maxItems).toEqual(['api-server-operations-methods-max-10']);
    const embedded = properties('Environment').filter(({ path }) => path.startsWith('billOfMaterials.'));
    expect(embedded.length).toBeGreaterThan(0);
    expect(embedded.flatMap(({ requirements }) => Object.values(requirements))).toEqual([]);
  });

  test('are those of the views', () => {
    for (const model of models) {
      const created = Object.keys(view(model, 'create').properties ?? {}).filter((name) => name !== '_links');
      const writable = properties(model).filter((each) => !each.readOnly && !/[.[]/.test(each.path));
      expect(created).toEqual(writable.map(({ path }) => path));
    }
  });
});
