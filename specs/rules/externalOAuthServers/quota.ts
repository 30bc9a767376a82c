import type { Case } from '../../../fixtures/case.ts';
import { externalOAuthServers } from '../../../resources/externalOAuthServers.ts';
import { dedicatedEnvironment } from '../dedicatedEnvironment.ts';
import { assertQuota } from '../quota.ts';

/** External OAuth servers of one environment, at most (External OAuth Servers, note). */
const MAXIMUM = 25;

/** How many external OAuth servers there may be. */
export const quota: readonly Case[] = [
  {
    title: `an environment takes ${MAXIMUM} servers and no more`,
    requirements: ['external-oauth-servers-quota'],
    run: async ({ scope }) => {
      const inside = await dedicatedEnvironment(scope);
      await assertQuota(inside, externalOAuthServers, [await externalOAuthServers.arrange(inside)], MAXIMUM);
    },
  },
];
