/** JSON Schema as the contract uses it: OpenAPI 3.1 with the keywords of vocabulary.json. */
import type { OpenAPIV3_1 } from 'openapi-types';

/** One aspect of a property that a requirement can be exactly about. */
export type Facet =
  /** Another JSON type is refused. */
  | 'type'
  /** It cannot be left out where the object that holds it is given. */
  | 'required'
  /** An empty text is refused. */
  | 'empty'
  | 'minItems'
  | 'maxItems'
  | 'uniqueItems'
  | 'maxLength'
  | 'minimum'
  | 'maximum'
  /** A number with a fraction is refused. */
  | 'integer'
  | 'enum'
  | 'format'
  /** An element of another structure is refused. */
  | 'elementType'
  /** An update changes it. */
  | 'mutable'
  /** A client's value is never adopted. */
  | 'readOnly'
  /** An update never changes it. */
  | 'immutable'
  /** What it is when left out. */
  | 'default'
  /** It can be left out. */
  | 'optional'
  /** It has to name something that exists. */
  | 'reference'
  /** What it looks like in responses. */
  | 'response';

type Nesting =
  | 'type'
  | 'properties'
  | 'additionalProperties'
  | 'allOf'
  | 'anyOf'
  | 'oneOf'
  | 'not'
  | 'default';

/** A JSON Schema (2020-12) without references, with the keywords of vocabulary.json. */
export type Schema = Omit<OpenAPIV3_1.BaseSchemaObject, Nesting> & {
  readonly type?: string | readonly string[];
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Schema | boolean>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly if?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
  readonly 'x-requirements'?: Readonly<Partial<Record<Facet, string | readonly string[]>>>;
  readonly 'x-immutable'?: boolean;
  readonly 'x-required-in-response'?: readonly string[];
  readonly 'x-required-in-item'?: readonly string[];
  readonly 'x-open-in-response'?: boolean;
};
