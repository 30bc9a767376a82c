import { permissionsOfResource } from '../../collections/applicationPermissions.ts';
import { allApplicationResources, applicationResources } from '../../collections/applicationResources.ts';
import { subject } from '../rows/subject.ts';
import { placesOf } from '../where.ts';

/** Application resources below their resource, where they are written. */
export const resources = subject(applicationResources, 'an application resource', 'application resources');

export const { at } = resources;

/** The same below the environment, where they are only read. */
export const wide = placesOf(allApplicationResources);

/** Every operation that shows an application resource. */
export const shown = [...at.one, at.list, wide.list, wide.read];

/** Permissions of all application resources of one resource. */
export const byResource = `GET ${permissionsOfResource.path}`;

/** A UUID that nothing has. */
export const nobody = '11111111-1111-4111-8111-111111111111';
