import { type Environment, environments } from '../../collections/environments.ts';
import { placesOf } from '../where.ts';

/** Where environments are. */
export const at = placesOf(environments);

/** Everything that answers with environments. */
export const shown = [...at.one, at.list];

/** Where one environment and the list of all are read. */
export const reads = [at.read, at.list];

const one = at.read.replace('GET ', '');

/** The operations that change the type and the status of an environment. */
export const [type, status] = [`PUT ${one}/type`, `PUT ${one}/status`];

/** Where the product list of an environment is. */
export const products = { read: `GET ${one}/billOfMaterials`, replace: `PUT ${one}/billOfMaterials` };

/** What lies below an environment. */
export const below = (path: string): string => `${one}/${path}`;

/** An id that nothing has. */
export const nobody = '9d1c8f2e-5b74-4a06-8e3d-7f1b2c6a9054';

/** The licence of the seed for trials, which allows no production environment. */
export const trial = '236d8593-aaba-4c2f-87fb-edd70f133a4e';

/** An environment as it is stored. */
export type Stored = Environment;
