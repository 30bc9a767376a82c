import { type ApiServerOperation, apiServerOperations } from '../../collections/apiServerOperations.ts';
import { placesOf } from '../where.ts';

/** Where operations of API services are. */
export const at = placesOf(apiServerOperations);

/** What is stored of an operation. */
export type Operation = ApiServerOperation;

/** The collection under the name that its defects use. */
export const operations = apiServerOperations;
