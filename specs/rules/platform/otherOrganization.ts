import type { Case } from '../../../fixtures/case.ts';
import { describeExchange } from '../../../fixtures/exchange.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import { assertRefusedWith, forbidden, notFound } from '../../../fixtures/refusals.ts';

/** A token is of one organization (Organizations, introduction; Access tokens, `org`). */
export const otherOrganization: readonly Case[] = [
  {
    title: 'a token opens no environment of another organization',
    requirements: ['platform-isolation-organization'],
    run: async ({ scope }) => {
      const { foreignEnvironmentId } = scope.target;
      if (foreignEnvironmentId === undefined)
        throw new Blocked('no environment of another organization is known');
      const own = await scope.api.get(scope.environment);
      if (own.status !== 200) throw new Blocked(`not even the own one opens: ${describeExchange(own)}`);
      const foreign = `/environments/${foreignEnvironmentId}`;
      for (const below of ['', '/populations', '/groups', '/resources', '/apiServers'])
        assertRefusedWith(await scope.api.get(foreign + below), forbidden, notFound);
    },
  },
];
