import type { Place } from '../engine/place.ts';
import { store } from '../engine/write.ts';
import { type Answer, ok } from '../http/answer.ts';
import { json, readObject } from '../http/body.ts';
import { invalidData } from '../http/errors.ts';
import type { Call } from '../http/route.ts';
import type { Entry } from '../store/shelf.ts';
import { changed } from '../store/world.ts';
import { option } from '../validation/checks.ts';
import { constraint, type Faults, invalid, required } from '../validation/faults.ts';
import { mandatory, object, optional, readModel, reference } from '../validation/model.ts';
import { chosenLicense, licenseFault, requireProduction } from './environmentRules.ts';
import { type Environment, environments, environmentType } from './environments.ts';

/**
 * PUT ~/type: promotes a sandbox. A production environment is never demoted (facts 3, newer page).
 * @throws ApiError 400 for a demotion, 403 when the licence allows no production environment
 */
export function putType(entry: Entry<Environment>, call: Call, place: Place): Answer {
  const { type } = judge<Pick<Environment, 'type'>>(typeModel, call);
  if (type === entry.value.type) return show(entry, place);
  if (type === 'SANDBOX')
    throw invalidData([invalid('type', 'A PRODUCTION environment cannot be changed to SANDBOX.')]);
  requireProduction(chosenLicense({}, entry.value, place)?.value);
  return keep(entry, { ...entry.value, type }, place);
}

/**
 * PUT ~/status: marks a production environment for deletion, or takes the mark back under a licence (facts 3).
 * @throws ApiError 400 for a sandbox, and for a restoration without a licence of the organization
 */
export function putStatus(entry: Entry<Environment>, call: Call, place: Place): Answer {
  const { status, license } = judge<Pick<Environment, 'status'> & Partial<Environment>>(statusModel, call);
  const { value } = entry;
  if (status === value.status) return show(entry, place);
  if (status === 'DELETE_PENDING') {
    if (value.type === 'SANDBOX')
      throw invalidData([constraint('status', 'Only a PRODUCTION environment can be pending deletion.')]);
    return keep(entry, pendingDeletion(value), place);
  }
  if (license === undefined) throw invalidData([required('license')]);
  if (chosenLicense({ license }, value, place) === undefined) throw invalidData([licenseFault({ license })]);
  const { softDeletedAt: _, hardDeleteAllowedAt: __, ...restored } = value;
  return keep(entry, { ...restored, status, license }, place);
}

/** An environment from now on pending deletion, restorable for thirty days. */
export function pendingDeletion(value: Environment): Environment {
  const now = Date.now();
  return {
    ...value,
    status: 'DELETE_PENDING',
    softDeletedAt: new Date(now).toISOString(),
    hardDeleteAllowedAt: new Date(now + restorableMs).toISOString(),
  };
}

const restorableMs = 30 * 24 * 60 * 60 * 1000;
const typeModel = object({ type: mandatory(environmentType) });
const statusModel = object({
  status: mandatory(option('ACTIVE', 'DELETE_PENDING')),
  license: optional(reference),
});

function judge<T>(model: ReturnType<typeof object>, call: Call): T {
  const faults: Faults = [];
  const request = readModel<T>(model, readObject(call.body, call.contentType, [json]), faults);
  if (faults.length > 0) throw invalidData(faults);
  return request;
}

function keep(entry: Entry<Environment>, value: Environment, place: Place): Answer {
  const next = changed(entry, value);
  store(environments, next, place);
  return show(next, place);
}

function show(entry: Entry<Environment>, place: Place): Answer {
  return ok(environments.represent(entry, place));
}
