/** The operations of the contract, and which of them a request belongs to. */
import type { OpenAPIV3_1 } from 'openapi-types';
import { documents, type OperationExtension, resolve } from './documents.ts';

/** A status that the documents name for an operation. */
export type DocumentedStatus = {
  readonly status: number;
  /** `operation`: said of this operation; `page`: only in the table of its page. */
  readonly basis: 'operation' | 'page';
  /** Why no request can be relied on to lead to it. */
  readonly unprovoked?: string;
};

/** One documented operation. */
export type Operation = {
  readonly id: string;
  /** Name of the OpenAPI document that holds it. */
  readonly area: string;
  readonly side: 'api' | 'auth';
  readonly kind: OperationExtension['x-kind'];
  readonly method: string;
  /** Template such as `/environments/{envID}/apiServers`, below apiPath or authPath. */
  readonly path: string;
  readonly requestMediaTypes: readonly string[];
  readonly statuses: readonly DocumentedStatus[];
  /** Model of a successful response. */
  readonly model?: string;
  /** Model of the request body; absent when no body is documented. The first, where the media type decides. */
  readonly requestModel?: string;
  /** Model of the request body by media type. */
  readonly requestModels: Readonly<Record<string, string>>;
  /** Key below `_embedded` that holds the members of a collection. */
  readonly embedded?: string;
  readonly query: readonly string[];
};

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
let all: ReadonlyMap<string, Operation> | undefined;

/** Every operation, in the order of the documents. */
export const operations = (): readonly Operation[] => [...byId().values()];

/**
 * The operation with an id such as `apiServers.create`.
 * @throws when there is none
 */
export const operation = (id: string): Operation => {
  const found = byId().get(id);
  if (found === undefined)
    throw new Error(`the contract has no operation ${id}; see operationId in schemas/openapi`);
  return found;
};

const byId = (): ReadonlyMap<string, Operation> => {
  all ??= new Map([...documents().keys()].flatMap(ofDocument).map((entry) => [entry.id, entry]));
  return all;
};

const ofDocument = (area: string): readonly Operation[] =>
  Object.entries(documents().get(area)?.paths ?? {}).flatMap(([path, pathItem]) =>
    METHODS.flatMap((method) => {
      const found = pathItem?.[method as OpenAPIV3_1.HttpMethods];
      return found === undefined ? [] : [operationOf(area, path, method, found)];
    }),
  );

const operationOf = (
  area: string,
  path: string,
  method: string,
  source: OpenAPIV3_1.OperationObject<OperationExtension>,
): Operation => {
  const content = (source.requestBody as OpenAPIV3_1.RequestBodyObject | undefined)?.content ?? {};
  const requestModels = Object.fromEntries(
    Object.entries(content).flatMap(([mediaType, media]) => {
      const name = modelOf(media);
      return name === undefined ? [] : [[mediaType, name]];
    }),
  );
  const requestModel = Object.values(requestModels)[0];
  const model = source['x-model'];
  const embedded = source['x-embedded'];
  return {
    id: source.operationId,
    area,
    side: source['x-side'],
    kind: source['x-kind'],
    method: method.toUpperCase(),
    path,
    requestMediaTypes: Object.keys(content),
    requestModels,
    statuses: Object.entries(source.responses ?? {}).map((entry) => statusOf(area, entry)),
    query: (source.parameters ?? [])
      .map((parameter) => deref<OpenAPIV3_1.ParameterObject>(parameter, area))
      .filter((parameter) => parameter.in === 'query')
      .map((parameter) => parameter.name),
    ...(model === undefined ? {} : { model }),
    ...(requestModel === undefined ? {} : { requestModel }),
    ...(embedded === undefined ? {} : { embedded }),
  };
};

const modelOf = (media: OpenAPIV3_1.MediaTypeObject): string | undefined =>
  (media.schema as OpenAPIV3_1.ReferenceObject | undefined)?.$ref.split('/').at(-1);

const statusOf = (area: string, [status, source]: [string, unknown]): DocumentedStatus => {
  const response = deref<{ 'x-basis': DocumentedStatus['basis']; 'x-unprovoked'?: string }>(source, area);
  const unprovoked = response['x-unprovoked'];
  return {
    status: Number(status),
    basis: response['x-basis'],
    ...(unprovoked === undefined ? {} : { unprovoked }),
  };
};

const deref = <T>(node: unknown, area: string): T => {
  const ref = (node as { $ref?: string }).$ref;
  return (ref === undefined ? node : resolve(ref, area).value) as T;
};
