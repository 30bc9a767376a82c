/**
 * The contract: what the documents say about requests and responses, as data with one way in.
 * Everything is read once and lazily; schemas are compiled when first needed.
 */
export { bundle } from './bundle.ts';
export { type DocumentedStatus, type Operation, operation, operations } from './operations.ts';
export { type Conflict, conflicts, type Requirement, requirement, requirements } from './register.ts';
export { matchOperation } from './routes.ts';
export type { Facet, Schema } from './schema.ts';
export { type ModelProperty, properties, type View } from './views.ts';
export { type Violation, validate, validateCollection, validateError } from './violations.ts';
