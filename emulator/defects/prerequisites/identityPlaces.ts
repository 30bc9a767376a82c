/** Where the numbers of identities of an environment are. */
export const counts = 'GET /environments/:environmentId/activeIdentityCounts';

/** The same counts among the metrics. */
export const metrics = 'GET /environments/:environmentId/metrics/activeIdentityCounts';

/** The totals of each day. */
export const totals = 'GET /environments/:environmentId/totalIdentities';
