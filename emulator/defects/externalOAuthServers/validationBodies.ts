import { isObject } from '../faults/answers.ts';

type Json = Record<string, unknown>;

/** Validation that is in order. */
export const standard = {
  type: 'JWKS_URL',
  jwksUrl: 'https://example.com/as/jwks',
  clockSkewTolerance: 0,
};

/** A body with other validation; undefined where it has none, or that is as it should be. */
export function withValidation(body: Json, as: (validation: Json) => Json | undefined): Json | undefined {
  if (!isObject(body.validation)) return undefined;
  const next = as(body.validation);
  return next && { ...body, validation: next };
}

/** Names the type after the members, where it is not named. */
export function derived(validation: Json): Json | undefined {
  if (validation.type !== undefined) return undefined;
  return { ...validation, type: validation.jwks === undefined ? 'JWKS_URL' : 'JWKS' };
}

/** Goes over to the type of the only member that is there. */
export function fitting({ type, jwksUrl, jwks, ...others }: Json): Json | undefined {
  if (type === 'JWKS_URL' && jwksUrl === undefined && jwks !== undefined)
    return { ...others, type: 'JWKS', jwks };
  return undefined;
}

/** Makes up the member that a type needs. */
export function completed(type: string, member: string, value: unknown) {
  return (validation: Json): Json | undefined =>
    validation.type === type && validation[member] === undefined ? { [member]: value, type } : undefined;
}

/** Where both members are there, takes the one of a type and drops the other. */
export function preferring(type: 'JWKS' | 'JWKS_URL') {
  const [member, other] = type === 'JWKS' ? (['jwks', 'jwksUrl'] as const) : (['jwksUrl', 'jwks'] as const);
  return (validation: Json): Json | undefined => {
    const { [other]: surplus, ...others } = validation;
    return surplus === undefined || validation[member] === undefined ? undefined : { ...others, type };
  };
}
