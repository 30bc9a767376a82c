import type { Case } from '../../../fixtures/case.ts';
import { applicationResourcePermissions } from '../../../resources/applicationResourcePermissions.ts';
import { dedicatedEnvironment } from '../dedicatedEnvironment.ts';
import { assertQuota } from '../quota.ts';

/** Application permissions of one environment, at most (admin guide, limits). */
const MAXIMUM = 128;

/** How many permissions there may be. */
export const quota: readonly Case[] = [
  {
    title: 'an environment takes 128 application permissions and no more',
    requirements: ['application-resource-permissions-quota'],
    run: async ({ scope }) => {
      const inside = await dedicatedEnvironment(scope);
      const arrange = () => applicationResourcePermissions.arrange(inside);
      await assertQuota(inside, applicationResourcePermissions, [await arrange(), await arrange()], MAXIMUM);
    },
  },
];
