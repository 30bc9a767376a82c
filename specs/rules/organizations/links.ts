import { assertMember, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { assertLeadsTo, linkCases } from '../links.ts';
import { ORGANIZATIONS, organizationId, readOwn } from './organization.ts';

/** Where an organization leads (Organizations, response samples). */
export const links: readonly Case[] = [
  {
    title: 'the self link leads to the same organization',
    requirements: ['organizations-link-self'],
    run: async ({ scope }) => {
      const id = organizationId(scope);
      const read = await readOwn(scope);
      assertStatus(read, 200);
      const followed = await scope.api.get(assertLeadsTo(read, read.json, 'self', `${ORGANIZATIONS}/${id}`));
      assertStatus(followed, 200);
      assertMember(followed, 'id', id);
    },
  },
  ...linkCases(
    ['environments', 'licenses', 'capabilities', 'deployments'].map((relation) => ({
      row: `organizations-link-${relation}`,
      relation,
      path: (scope) => `${ORGANIZATIONS}/${organizationId(scope)}/${relation}`,
    })),
    readOwn,
  ),
];
