import { assertExactly, readFiltered } from '../../../checks/filterReads.ts';
import type { Case } from '../../../fixtures/case.ts';
import { quoted } from '../../../fixtures/filtering.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import type { Filter } from '../../../fixtures/resource.ts';
import { settled } from '../../../fixtures/settle.ts';
import { externalForm } from '../../../resources/apiServerForms.ts';
import { apiServers } from '../../../resources/apiServers.ts';

/** The time that a filter is given to follow a replacement (best practices, eventual consistency: no figure). */
const FOLLOW_LIMIT_MS = 5_000;

/** What a filter on the external server finds of services that change it (API Services, list). */
export const filter: readonly Case[] = [
  {
    title: 'a service is found by the external server that it uses now',
    requirements: ['api-servers-filter-external-oauth-server'],
    run: async ({ scope }) => {
      const by = apiServers.filters?.[0] as Filter;
      const given = await externalForm.arrange(scope);
      const { externalOAuthServerID: former = '', otherExternalOAuthServerID: present = '' } = given.ids;
      const { id, path } = await scope.create(apiServers, { given, body: externalForm.full(scope, given) });
      const put = await scope.api.put(path, externalForm.changed(scope, given));
      if (put.status !== 200) throw new Blocked(`the service could not be replaced: ${put.text}`);
      for (const [server, wanted] of [
        [present, [id]],
        [former, []],
      ] as const) {
        const expression = `${by.attribute} eq ${quoted(server)}`;
        const found = await settled(
          scope,
          FOLLOW_LIMIT_MS,
          () => readFiltered(scope, apiServers, given, by, encodeURIComponent(expression)),
          (members) => members?.length === wanted.length,
        );
        assertExactly(found ?? [], expression, wanted, wanted.length === 0 ? [id] : []);
      }
    },
  },
];
