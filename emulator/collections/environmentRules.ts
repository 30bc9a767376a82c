import type { Candidate } from '../engine/collection.ts';
import type { Place } from '../engine/place.ts';
import { licenseExceeded } from '../http/errors.ts';
import type { Entry } from '../store/shelf.ts';
import type { World } from '../store/world.ts';
import { type Faults, invalid, notAllowed, required } from '../validation/faults.ts';
import type { Environment } from './environments.ts';
import { activeLicenses, environmentsUnder, type License } from './licenses.ts';

/**
 * What the model of an environment cannot judge: the licence and what it allows, the region, the type
 * (facts 3). Adds the licence and the region that a request may leave out.
 * @throws ApiError 403 when the licence allows no further environment
 */
export function verifyEnvironment({ value, previous, place }: Candidate<Environment>, faults: Faults): void {
  const license = chosenLicense(value, previous?.value, place);
  if (license === undefined) faults.push(licenseFault(value));
  if (previous === undefined && value.region === undefined) faults.push(required('region'));
  if (previous !== undefined && value.type !== previous.value.type) faults.push(typeFault());
  if (license === undefined || faults.length > 0) return;
  const allowedRegions = license.value.environments.regions.map(asEnvironmentRegion);
  if (previous === undefined && !allowedRegions.includes(value.region))
    faults.push(notAllowed('region', allowedRegions));
  if (previous === undefined) requireRoom(place.world, place.ownerId, license.id, license.value);
  if (previous === undefined && value.type === 'PRODUCTION') requireProduction(license.value);
}

/** The licence a request puts an environment under: the one it names, the old one, or the only one there is. */
export function chosenLicense(
  value: Pick<Partial<Environment>, 'license'>,
  previous: Environment | undefined,
  place: Place,
): Entry<License> | undefined {
  const active = activeLicenses(place.world, place.ownerId);
  if (value.license !== undefined) return active.find(({ id }) => id === value.license?.id);
  if (previous === undefined) return active.length === 1 ? active[0] : undefined;
  return place.world.shelf<License>(place.ownerId, 'licenses').get(previous.license.id);
}

/**
 * Refuses a production environment under a licence that allows none, such as a trial (facts 3).
 * @throws ApiError 403
 */
export function requireProduction(license: License | undefined): void {
  if (license?.environments.allowProduction !== true)
    throw licenseExceeded('The licence allows no environment of type PRODUCTION.');
}

/** The licence of a request is missing or not one of the organization's. */
export function licenseFault(value: Pick<Partial<Environment>, 'license'>) {
  return value.license === undefined
    ? required('license')
    : invalid('license.id', 'The organization has no active licence with this ID.');
}

function requireRoom(world: World, organizationId: string, licenseId: string, license: License): void {
  const { max } = license.environments;
  if (environmentsUnder(world, organizationId, licenseId) >= max)
    throw licenseExceeded(`The licence allows ${max} environments.`, max);
}

function typeFault() {
  return invalid('type', 'The type is changed by PUT on /type of the environment.');
}

function asEnvironmentRegion(region: string): string {
  return region === 'NORTH_AMERICA' ? 'NA' : region;
}
