import type { FilterPolicy } from '../filter/policy.ts';
import type { Entry } from '../store/shelf.ts';
import type { DecisionEndpoint } from './decisionEndpoints.ts';
import { environmentEntry } from './environments.ts';

/** The documented filters, of which two look at the environment: all its endpoints pass, or none (facts 0.7). */
export const decisionEndpointFilters: FilterPolicy<Entry<DecisionEndpoint>> = {
  attributes: {
    name: { operators: ['sw'], compare: 'text', read: ({ value }) => value.name },
    id: { operators: ['eq'], compare: 'exact', read: ({ id }) => id },
    'organization.id': {
      operators: ['eq'],
      compare: 'exact',
      read: (_entry, { world, ownerId }) => world.organizationOf.get(ownerId),
    },
    'license.id': {
      operators: ['eq'],
      compare: 'exact',
      read: (_entry, { world, ownerId }) => environmentEntry(world, ownerId).value.license.id,
    },
  },
  combinators: ['and'],
};
