import { together } from '../defects/faults/state.ts';
import { freedoms } from './freedoms.ts';
import { apiServerDeployment } from './readings/apiServerDeployment.ts';
import { apiServerOperations } from './readings/apiServerOperations.ts';
import { apiServers } from './readings/apiServers.ts';
import { applications } from './readings/applications.ts';
import { decisionEndpoints } from './readings/decisionEndpoints.ts';
import { decisionEvaluation } from './readings/decisionEvaluation.ts';
import { environments } from './readings/environments.ts';
import { externalOAuthServers } from './readings/externalOAuthServers.ts';
import { identities } from './readings/identities.ts';
import { organizations } from './readings/organizations.ts';
import { platform } from './readings/platform.ts';
import { prerequisites } from './readings/prerequisites.ts';
import { recentDecisions } from './readings/recentDecisions.ts';
import { regions } from './readings/regions.ts';
import { token } from './readings/token.ts';
import { type OtherReadings, type Variant, variantsOf } from './variant.ts';

/** What the documents say in two ways, by the id of the conflict. */
export const otherReadings: OtherReadings = {
  ...platform,
  ...environments,
  ...organizations,
  ...regions,
  ...token,
  ...prerequisites,
  ...identities,
  ...apiServers,
  ...apiServerOperations,
  ...apiServerDeployment,
  ...externalOAuthServers,
  ...decisionEndpoints,
  ...decisionEvaluation,
  ...recentDecisions,
  ...applications,
};

const readings = variantsOf(otherReadings);

/** Every variant: freedoms of any server, then each other reading of a conflict alone. */
export const variants: readonly Variant[] = [...freedoms, ...readings];

/** Servers that read as many conflicts as they can in another way than the emulator, all at once. */
export const strangers: readonly Variant[] = [1, 2].map((number) => ({
  id: `stranger-${number}`,
  describes: `takes the other reading ${number} of each conflict that has one`,
  apply: together(...readings.filter(({ id }) => id.endsWith(`.${number}`)).map(({ apply }) => apply)),
}));
