import { ApiError, invalidData } from '../http/errors.ts';
import type { Json, JsonObject } from '../json/json.ts';
import type { DecisionRequest } from '../policy/attributes.ts';
import { anyObject, identifier, list } from '../validation/checks.ts';
import { type Faults, tooLong } from '../validation/faults.ts';
import { mandatory, object, optional, readModel } from '../validation/model.ts';

/**
 * The request in the body of a single evaluation (facts 4.2).
 * @throws ApiError 400 for a body that breaks a rule
 */
export function readSingle(body: JsonObject): DecisionRequest {
  return requestOf(check<Single>(single, body));
}

/**
 * The requests in the body of a bulk evaluation, each with the shared parameters and user where it has none of its own.
 * @throws ApiError 400 for a body that breaks a rule, or more requests than one body may have
 */
export function readBulk(body: JsonObject): readonly DecisionRequest[] {
  if (Array.isArray(body.decisionRequests) && body.decisionRequests.length > most)
    throw new ApiError(400, 'INVALID_DATA', 'Payload Too Large', [
      tooLong('decisionRequests', most, 'entries'),
    ]);
  const { decisionRequests, ...shared } = check<Bulk>(bulk, body);
  return decisionRequests.map((one) =>
    requestOf({ ...shared, ...one, parameters: { ...shared.parameters, ...one.parameters } }),
  );
}

const most = 20;

type Single = {
  readonly parameters?: JsonObject;
  readonly userContext?: { readonly user?: { readonly id?: string } };
};

type Bulk = Single & { readonly decisionRequests: readonly Single[] };

/** The environment of a user is from older pages: it must not hurt, and nothing depends on it. */
const userContext = object({
  user: optional(object({ id: optional(identifier) })),
  environment: optional(object({ id: optional(identifier) })),
});

const item = object({ parameters: optional(anyObject), userContext: optional(userContext) });

const single = object({ parameters: mandatory(anyObject), userContext: optional(userContext) });

const bulk = object({
  parameters: optional(anyObject),
  userContext: optional(userContext),
  decisionRequests: mandatory(list(item, { mayBeEmpty: true })),
});

function requestOf({ parameters = {}, userContext: context }: Single): DecisionRequest {
  return { parameters, userId: context?.user?.id };
}

function check<T>(model: (value: Json, target: string, faults: Faults) => Json, body: JsonObject): T {
  const faults: Faults = [];
  const value = readModel<T>(model, body, faults);
  if (faults.length > 0) throw invalidData(faults);
  return value;
}
