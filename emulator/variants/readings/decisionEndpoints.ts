import { authorizationVersions, effectiveVersion } from '../../collections/authorizationVersions.ts';
import {
  type DecisionEndpoint,
  decisionEndpoints as endpoints,
} from '../../collections/decisionEndpoints.ts';
import { environmentEntry } from '../../collections/environments.ts';
import type { Fault } from '../../defects/defect.ts';
import { hears } from '../../defects/faults/requests.ts';
import { shows } from '../../defects/faults/state.ts';
import { placesOf } from '../../defects/where.ts';
import type { Candidate, Collection } from '../../engine/collection.ts';
import { constraint, invalid } from '../../validation/faults.ts';
import { demands, refusesIds, takesAs } from '../bodies.ts';
import type { OtherReadings } from '../variant.ts';

const versions = placesOf(authorizationVersions);

/** What the documents say of decision endpoints in two ways. */
export const decisionEndpoints: OtherReadings = {
  'decision-endpoint-id': [
    ['refuses an id for a decision endpoint other than its own', refusesIds(endpoints)],
  ],
  'decision-endpoint-description': [
    ['demands the description of a decision endpoint', demands(endpoints, 'description')],
  ],
  'decision-endpoint-recording': [
    [
      'records no decisions of an endpoint for which nothing is said about that',
      takesAs(endpoints, (sent) => ({ ...sent, recordRecentRequests: sent.recordRecentRequests ?? false })),
    ],
  ],
  'decision-endpoint-alternate-id': [
    ['takes a UUID alone as the alternate id of a decision endpoint', demandsUuidAsAlternateId()],
  ],
  'decision-endpoint-owned': [
    [
      'takes it from a client that a decision endpoint is owned',
      completes(({ owned }, { value }) => ({ owned: owned || value.owned === true })),
    ],
  ],
  'decision-endpoint-policy-id': [
    [
      'keeps whatever policy a decision endpoint was given',
      shows(endpoints, (shown, { value }) => ({ ...shown, policyId: value.policyId })),
    ],
    ['chooses the policy of a decision endpoint itself', completes(choosesPolicy)],
  ],
  'decision-endpoint-recent-decisions-enabled': [
    [
      'knows no recentDecisionsEnabled of a decision endpoint',
      takesAs(endpoints, ({ recentDecisionsEnabled: _, ...others }) => others),
    ],
  ],
  'decision-endpoint-filters': [
    ['does not filter decision endpoints', filtersBy([])],
    ['filters decision endpoints by what they have alone', filtersBy(['name', 'id'])],
  ],
  'decision-endpoint-product': [
    ['has decision endpoints only where Authorize is among the products', demandsProduct()],
  ],
  'authorization-version-package': [
    [
      'delivers the package of a version where it is the type of the request alone',
      hears([versions.list, versions.read], 'accept', (value) => (isPackage(value) ? '*/*' : value)),
    ],
    [
      'delivers the package of a version where it is accepted alone',
      hears([versions.list, versions.read], 'content-type', (value) =>
        isPackage(value) ? undefined : value,
      ),
    ],
  ],
};

/** Looks at more of an endpoint before it is stored. */
function verifies(judge: (...given: Parameters<NonNullable<typeof endpoints.verify>>) => void): Fault {
  return (parts) => {
    const { verify } = endpoints;
    parts.change(endpoints as Collection<DecisionEndpoint> & object, {
      verify: (candidate, faults) => {
        judge(candidate, faults);
        verify?.(candidate, faults);
      },
    });
  };
}

/** Stores something else of an endpoint; told what would be stored, and what was asked for. */
function completes(
  as: (value: DecisionEndpoint, candidate: Candidate<DecisionEndpoint>) => Partial<DecisionEndpoint>,
): Fault {
  return (parts) => {
    const { complete } = endpoints;
    parts.change(endpoints as Collection<DecisionEndpoint> & object, {
      complete: (candidate) => {
        const value = complete?.(candidate) ?? candidate.value;
        return { ...value, ...as(value, candidate) };
      },
    });
  };
}

function demandsUuidAsAlternateId(): Fault {
  return verifies(({ value: { alternateId } }, faults) => {
    if (alternateId !== undefined && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(alternateId))
      faults.push(invalid('alternateId', 'The value must be a UUID.'));
  });
}

function demandsProduct(): Fault {
  return verifies(({ place: { world, ownerId } }, faults) => {
    const { products } = environmentEntry(world, ownerId).value.billOfMaterials;
    if (!products.some(({ type }) => type === 'PING_ONE_AUTHORIZE'))
      faults.push(constraint('environment.id', 'The environment does not have PingOne Authorize.'));
  });
}

/** The root policy, whatever was sent; nothing where there are no policies. */
function choosesPolicy(
  { policyId, authorizationVersion }: DecisionEndpoint,
  { place: { world, ownerId } }: Candidate<DecisionEndpoint>,
): Partial<DecisionEndpoint> {
  const root = effectiveVersion(world, ownerId, authorizationVersion?.id)?.root;
  return policyId === undefined || root === undefined ? {} : { policyId: root };
}

/** Filters by these attributes alone, and by nothing where there are none. */
function filtersBy(names: readonly string[]): Fault {
  return (parts) => {
    const { filters } = endpoints;
    const known = Object.entries(filters?.attributes ?? {}).filter(([name]) => names.includes(name));
    parts.change(endpoints as Collection<DecisionEndpoint> & object, {
      filters: {
        attributes: Object.fromEntries(known),
        combinators: known.length === 0 ? [] : (filters?.combinators ?? []),
      },
    });
  };
}

function isPackage(value: string | undefined): boolean {
  return value?.includes('authorizationpolicyversion.deploymentpackage') === true;
}
