import type { Candidate } from '../engine/collection.ts';
import type { Place } from '../engine/place.ts';
import { insufficientPermissions, notFound } from '../http/errors.ts';
import type { PolicyVersion } from '../policy/version.ts';
import { constraint, type Faults, invalid } from '../validation/faults.ts';
import { versions } from './authorizationVersions.ts';
import type { DecisionEndpoint } from './decisionEndpoints.ts';

/**
 * What the model of a decision endpoint cannot judge (facts 4.1).
 * @throws ApiError 403 when the endpoint belongs to an API service, 404 for a version without a tag
 */
export function verifyDecisionEndpoint(candidate: Candidate<DecisionEndpoint>, faults: Faults): void {
  const { value, previous, place } = candidate;
  if (previous !== undefined && !isRecordingAlone(value, previous.value)) refuseForOwned(previous.value);
  verifyVersion(value, place, faults);
  if (previous === undefined) verifyNumber(place, faults);
}

/**
 * Refuses what only PingOne's own clients may do with the endpoint of an API service.
 * @throws ApiError 403
 */
export function refuseForOwned({ owned }: DecisionEndpoint): void {
  if (owned) throw insufficientPermissions();
}

/** Most decision endpoints of an environment; those of API services are not counted. */
const most = 30;

/** Switching recording is the one change that everybody may make. */
function isRecordingAlone(value: DecisionEndpoint, old: DecisionEndpoint): boolean {
  return (
    value.name === old.name &&
    value.description === old.description &&
    value.alternateId === old.alternateId &&
    value.policyId === old.policyId &&
    value.recentDecisionsEnabled === old.recentDecisionsEnabled &&
    value.authorizationVersion?.id === old.authorizationVersion?.id
  );
}

function verifyVersion({ authorizationVersion }: DecisionEndpoint, place: Place, faults: Faults): void {
  if (authorizationVersion === undefined) return;
  const version: PolicyVersion | undefined = versions(place.world, place.ownerId).get(
    authorizationVersion.id,
  )?.value;
  if (version === undefined)
    faults.push(invalid('authorizationVersion.id', 'The authorization version does not exist.'));
  else if (!version.tagged)
    throw notFound(`The authorization version ${authorizationVersion.id} is not tagged.`);
}

function verifyNumber({ world, ownerId }: Place, faults: Faults): void {
  let count = 0;
  for (const { value } of world.shelf<DecisionEndpoint>(ownerId, 'decisionEndpoints').all())
    if (!value.owned) count++;
  const message = `There can be no more than ${most} decisionEndpoints per environment.`;
  if (count >= most) faults.push(constraint('decisionEndpoints', message, { quotaLimit: most }));
}
