/** The whole contract as one OpenAPI document, for other tools. */
import type { OpenAPIV3_1 } from 'openapi-types';
import { type ContractDocument, documents, type OperationExtension } from './documents.ts';
import { modelNames } from './models.ts';
import { type Operation, operation } from './operations.ts';
import type { Schema } from './schema.ts';
import { pageView, view } from './views.ts';

type Source = OpenAPIV3_1.OperationObject<OperationExtension>;
const SCHEMAS = '#/components/schemas/';

/**
 * One document that refers to nothing outside it. Each model is there as its response view, and as
 * `…Create` and `…Update` where a request carries it; collections are written out. Paths of the token
 * endpoint name their own servers, and every other response has the headers documented for all.
 */
export const bundle = (): OpenAPIV3_1.Document => {
  const { common, ...areas } = Object.fromEntries(structuredClone([...documents()]));
  const schemas: Record<string, Schema> = Object.fromEntries(
    modelNames().map((name) => [name, view(name, 'response')]),
  );
  const whole = {
    openapi: '3.1.0',
    info: {
      title: 'PingOne platform and PingOne Authorize',
      description: 'Requests and responses as the published documents describe them.',
      version: common?.info.version ?? '',
    },
    servers: areas.platform?.servers ?? [],
    security: areas.platform?.security ?? [],
    paths: pathsOfAll(Object.values(areas), schemas),
    components: { ...common?.components, schemas },
  };
  const headers = headersOf(common);
  for (const response of Object.values(common?.components?.responses ?? {}))
    Object.assign(response, { headers });
  return JSON.parse(JSON.stringify(whole).replaceAll(/"\w+\.json#\//g, '"#/')) as OpenAPIV3_1.Document;
};

/** Areas may share a path: the evaluation of decisions is a method of a decision endpoint. */
const pathsOfAll = (
  areas: readonly ContractDocument[],
  schemas: Record<string, Schema>,
): OpenAPIV3_1.PathsObject => {
  const paths: OpenAPIV3_1.PathsObject = {};
  for (const area of areas)
    for (const [path, item] of Object.entries(pathsOf(area, schemas)))
      paths[path] = { ...paths[path], ...item };
  return paths;
};

const pathsOf = (area: ContractDocument, schemas: Record<string, Schema>): OpenAPIV3_1.PathsObject => {
  const entries = Object.entries(area.paths ?? {}).map(([path, pathItem]) => {
    const sources = Object.values<unknown>(pathItem ?? {}).filter(isOperation);
    for (const source of sources) complete(source, operation(source.operationId), schemas);
    const auth = sources.some((source) => source['x-side'] === 'auth');
    return [path, auth ? { ...pathItem, servers: area.servers } : pathItem];
  });
  return Object.fromEntries(entries);
};

const isOperation = (node: unknown): node is Source =>
  typeof node === 'object' && node !== null && 'operationId' in node;

const complete = (source: Source, facts: Operation, schemas: Record<string, Schema>): void => {
  const { requestModels, embedded, model } = facts;
  for (const [mediaType, requestModel] of Object.entries(requestModels)) {
    const [suffix, schema] = requestView(requestModel, facts);
    const name = `${requestModel}${suffix}`;
    schemas[name] = schema;
    setSchema(source.requestBody, { $ref: `${SCHEMAS}${name}` }, [mediaType]);
  }
  if (embedded !== undefined && model !== undefined) {
    const name = `${model}Page`;
    schemas[name] = pageView(embedded, model);
    setSchema(source.responses?.['200'], { $ref: `${SCHEMAS}${name}` });
  }
  if (facts.side === 'auth') return;
  for (const response of Object.values(source.responses ?? {})) {
    if (!('$ref' in response))
      response.headers = { ...headersOf(documents().get('common')), ...response.headers };
  }
};

/** A PATCH may send any part of an update. */
const requestView = (name: string, { kind, method }: Operation): readonly [string, Schema] => {
  if (method === 'PATCH') return ['Patch', { ...view(name, 'update'), required: [] }];
  return kind === 'update' ? ['Update', view(name, 'update')] : ['Create', view(name, 'create')];
};

const setSchema = (
  holder: unknown,
  schema: OpenAPIV3_1.ReferenceObject,
  mediaTypes?: readonly string[],
): void => {
  const { content } = holder as { content: OpenAPIV3_1.RequestBodyObject['content'] };
  for (const [mediaType, media] of Object.entries(content))
    if (mediaTypes?.includes(mediaType) !== false) media.schema = schema;
};

const headersOf = (common: ContractDocument | undefined): Record<string, OpenAPIV3_1.ReferenceObject> =>
  Object.fromEntries(
    Object.keys(common?.components?.headers ?? {}).map((name) => [
      name,
      { $ref: `#/components/headers/${name}` },
    ]),
  );
