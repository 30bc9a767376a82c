import { placeholder } from '../fixtures/placeholders.ts';
import type { Table } from '../fixtures/resource.ts';
import {
  decisionEndpointAlternateId,
  decisionEndpointAuthorizationVersion,
  decisionEndpointDescription,
  decisionEndpointOwned,
  decisionEndpointPolicyId,
  decisionEndpointRecentDecisionsEnabled,
} from '../fixtures/tables/decisionEndpoint.ts';

const makers: Table['makers'] = { unknown: (scope) => scope.unknownId() };

/** The fixed values of decision endpoints. */
export const decisionEndpointTables: readonly Table[] = [
  { property: 'description', rows: decisionEndpointDescription },
  { property: 'alternateId', rows: decisionEndpointAlternateId(placeholder('unknown')), makers },
  {
    property: 'authorizationVersion',
    rows: decisionEndpointAuthorizationVersion(placeholder('unknown')),
    makers,
  },
  { property: 'owned', rows: decisionEndpointOwned },
  { property: 'policyId', rows: decisionEndpointPolicyId },
  { property: 'recentDecisionsEnabled', rows: decisionEndpointRecentDecisionsEnabled },
];
