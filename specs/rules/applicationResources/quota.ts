import type { Case } from '../../../fixtures/case.ts';
import { applicationResources } from '../../../resources/applicationResources.ts';
import { dedicatedEnvironment } from '../dedicatedEnvironment.ts';
import { assertQuota } from '../quota.ts';

/** Application resources of one environment, at most (admin guide, limits). */
const MAXIMUM = 128;

/** How many application resources there may be. */
export const quota: readonly Case[] = [
  {
    title: 'an environment takes 128 application resources and no more',
    requirements: ['application-resources-quota'],
    run: async ({ scope }) => {
      const inside = await dedicatedEnvironment(scope);
      const parents = [
        await applicationResources.arrange(inside),
        await applicationResources.arrange(inside),
      ];
      await assertQuota(inside, applicationResources, parents, MAXIMUM);
    },
  },
];
