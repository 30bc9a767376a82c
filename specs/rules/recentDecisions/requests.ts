import type { Body } from '../../../fixtures/resource.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { SMALLEST } from './recording.ts';

/** Requests that are known to be decided differently, and how to make the endpoint that decides them. */
export type Requests = { readonly policies: Body; readonly bodies: readonly Body[] };

/**
 * The smallest request, and those whose decision is known where the run was told what policies decide
 * (docs/decisions-file.md). Recording needs an endpoint of the case's own, so an endpoint that exists is no help.
 */
export function requestsOf({ target }: Scope): Requests {
  const { endpoint, outcomes } = target.decisions ?? { endpoint: {}, outcomes: {} };
  if ('id' in endpoint) return { policies: {}, bodies: [SMALLEST] };
  const known = [outcomes.PERMIT, outcomes.DENY, outcomes.NOT_APPLICABLE].filter(
    (parameters) => parameters !== undefined,
  );
  return { policies: endpoint, bodies: [SMALLEST, ...known.map((parameters) => ({ parameters }))] };
}
