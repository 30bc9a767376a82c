import { assertNotStored, assertUnchanged, stateOf } from '../../../fixtures/aftermath.ts';
import { assert, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange } from '../../../fixtures/exchange.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import { assertRefusedWith, badRequest, notFound } from '../../../fixtures/refusals.ts';
import type { Given } from '../../../fixtures/resource.ts';
import type { Made, Scope } from '../../../fixtures/scope.ts';
import { settled } from '../../../fixtures/settle.ts';
import { externalForm } from '../../../resources/apiServerForms.ts';
import { apiServers } from '../../../resources/apiServers.ts';
import { externalOAuthServers } from '../../../resources/externalOAuthServers.ts';

/** The time that a delete or a change of an API service is given to reach the server it used (facts 0.10). */
const RELEASE_LIMIT_MS = 120_000;

/** How API services use an external OAuth server (Delete External OAuth Server; the sample's links). */
export const use: readonly Case[] = [
  {
    title: 'a server that a service uses cannot be deleted',
    requirements: ['external-oauth-servers-delete-in-use'],
    run: async ({ scope }) => {
      const unused = await scope.api.delete((await scope.create(externalOAuthServers)).path);
      if (unused.status >= 300) throw new Blocked(`no server can be deleted: ${describeExchange(unused)}`);
      const { service, used } = await usedServer(scope);
      const states = [await stateOf(scope, used), await stateOf(scope, service.path)];
      const gone = await scope.api.delete(used);
      assertStatus(gone, 400, 409);
      if (gone.status === 400) assertRefusedWith(gone, badRequest);
      for (const state of states) await assertUnchanged(scope, state);
    },
  },
  {
    title: 'a server can be deleted after the service that used it',
    requirements: ['external-oauth-servers-delete-after-use'],
    run: async ({ scope }) => {
      const { service, used } = await usedServer(scope);
      assertStatus(await scope.api.delete(service.path), 204);
      await assertReleased(scope, used);
    },
  },
  {
    title: 'a server can be deleted when its service uses another one',
    requirements: ['external-oauth-servers-delete-after-use'],
    run: async ({ scope }) => {
      const { service, used, given } = await usedServer(scope);
      assertStatus(await scope.api.put(service.path, externalForm.changed(scope, given)), 200);
      await assertReleased(scope, used);
      assertStatus(await scope.api.get(service.path), 200);
    },
  },
  {
    title: 'the apiServers link leads to the services that use the server, and to no others',
    requirements: ['external-oauth-servers-link-api-servers'],
    run: async ({ scope }) => {
      const { service, used, given } = await usedServer(scope);
      await scope.create(apiServers, { given, body: externalForm.changed(scope, given) });
      const read = await stateOf(scope, used);
      const href = at(read.json, '_links.apiServers.href');
      const expression = `authorizationServer.externalOAuthServer.id eq "${given.ids.externalOAuthServerID}"`;
      const leads = typeof href === 'string' && !/[\s"]/.test(href) && filterOf(href) === expression;
      assert(leads, `${describeExchange(read)}: the link apiServers has another filter`, {
        expected: `a URL-encoded filter ${expression}`,
        received: href ?? 'no such link',
        exchange: read,
      });
      assertStatus(await scope.api.get(String(href)), 200);
      const ids = (await scope.list(String(href), apiServers.embedded)).map(({ id }) => id);
      assert(ids.join() === service.id, 'the link apiServers leads to other services than the one', {
        expected: service.id,
        received: ids,
      });
    },
  },
  {
    title: 'a service cannot use a server of another environment',
    requirements: ['platform-isolation-reference'],
    run: async ({ scope }) => {
      const { service, given } = await usedServer(scope);
      const foreign = await scope.second.create(externalOAuthServers);
      const elsewhere = { ...given, ids: { ...given.ids, externalOAuthServerID: foreign.id } };
      const body = externalForm.full(scope, elsewhere);
      assertRefusedWith(await scope.api.post(given.collection, body), badRequest, notFound);
      await assertNotStored(scope, apiServers, given, body);
      const control = await scope.api.put(service.path, externalForm.full(scope, given));
      if (control.status >= 300) throw new Blocked(`no service can be changed: ${describeExchange(control)}`);
      const before = await stateOf(scope, service.path);
      const put = await scope.api.put(service.path, externalForm.full(scope, elsewhere));
      assertRefusedWith(put, badRequest, notFound);
      await assertUnchanged(scope, before);
    },
  },
];

/** A server with one service on it; another server, which nothing uses, is in `given`. */
async function usedServer(scope: Scope): Promise<{ service: Made; used: string; given: Given }> {
  const given = await externalForm.arrange(scope);
  const service = await scope.create(apiServers, { given, body: externalForm.full(scope, given) });
  const { collection } = await externalOAuthServers.arrange(scope);
  return { service, used: `${collection}/${given.ids.externalOAuthServerID}`, given };
}

async function assertReleased(scope: Scope, used: string): Promise<void> {
  const gone = await settled(
    scope,
    RELEASE_LIMIT_MS,
    () => scope.api.delete(used),
    ({ status }) => status === 204,
  );
  assertStatus(gone, 204);
}

function filterOf(href: string): string | null {
  return URL.canParse(href) ? new URL(href).searchParams.get('filter') : null;
}
