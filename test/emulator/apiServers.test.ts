import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attempt, makeIssuers, serviceBodies } from './services.ts';
import { faultsOf, type Json, openSession, type Session } from './session.ts';

let session: Session;
let env: string;
let resource: Json;
let external: Json;
beforeAll(async () => {
  session = await openSession();
  ({ env, resource, external } = await makeIssuers(session));
});
afterAll(() => session.emulator.close());

const { sso, reach, outside } = serviceBodies(() => ({ resource, external }));
const tried = (body: object) => attempt(session, `${env}/apiServers`, body);

describe('an API service', () => {
  test('is shown as the sample shows it', async () => {
    const made = await tried(sso({ baseUrls: ['https://api.example.com/v1', 'https://cdn.example/v1'] }));
    const url = `${session.emulator.apiUrl}${env}`;
    expect(made).toEqual({
      _links: {
        self: { href: `${url}/apiServers/${made.id}` },
        resource: { href: `${url}/resources/${resource.id}` },
        operations: { href: `${url}/apiServers/${made.id}/operations` },
        environment: { href: url },
      },
      environment: { id: session.ids.sandbox },
      id: made.id,
      name: 'Banking API-Advanced',
      baseUrls: ['https://api.example.com/v1', 'https://cdn.example/v1'],
      authorizationServer: { resource: { id: resource.id }, type: 'PINGONE_SSO' },
      directory: { type: 'PINGONE_SSO' },
    });
  });

  test('of the EXTERNAL kind keeps its server and audience and has no resource', async () => {
    const made = await tried(outside());
    expect(made.authorizationServer).toEqual({ externalOAuthServer: reach(), type: 'EXTERNAL' });
    expect([made.directory, made._links.resource]).toEqual([{ type: 'EXTERNAL' }, undefined]);
  });

  test('has a root policy while custom policies are on', async () => {
    const on = { accessControl: { custom: { enabled: true } }, policy: { id: resource.id } };
    const made = await session.make(`${env}/apiServers`, sso({ name: 'custom', ...on }));
    expect(made.accessControl.custom.enabled).toBe(true);
    expect(made.policy.id).not.toBe(resource.id);
    const off = await session.send('PUT', made._links.self.href, { body: sso({ name: 'custom' }) });
    expect([off.status, off.body.policy, off.body.accessControl]).toEqual([200, undefined, undefined]);
  });

  test('keeps its name to itself, also against a rename, and frees it when removed', async () => {
    const one = await session.make(`${env}/apiServers`, sso({ name: 'one' }));
    const two = await session.make(`${env}/apiServers`, sso({ name: 'two' }));
    const again = await session.send('POST', `${env}/apiServers`, { body: sso({ name: 'one' }) });
    expect(faultsOf(again)).toEqual(['UNIQUENESS_VIOLATION name']);
    expect(again.body.details[0].innerError).toEqual({ existingId: one.id });
    const rename = await session.send('PUT', two._links.self.href, {
      body: sso({ name: 'one', baseUrls: ['https://new.example'] }),
    });
    expect(faultsOf(rename)).toEqual(['UNIQUENESS_VIOLATION name']);
    expect((await session.send('GET', two._links.self.href)).body).toEqual(two);
    expect((await session.send('PUT', one._links.self.href, { body: sso({ name: 'one' }) })).status).toBe(
      200,
    );
    expect((await session.send('DELETE', one._links.self.href)).status).toBe(204);
    expect((await session.send('PUT', two._links.self.href, { body: sso({ name: 'one' }) })).status).toBe(
      200,
    );
  });

  test('moves to EXTERNAL and leaves nothing of the other kind behind', async () => {
    const made = await session.make(`${env}/apiServers`, sso({ name: 'moving' }));
    const moved = await session.send('PUT', made._links.self.href, { body: outside({ name: 'moving' }) });
    expect(moved.body.authorizationServer).toEqual({ type: 'EXTERNAL', externalOAuthServer: reach() });
    const used = await session.send('DELETE', external._links.self.href);
    expect([used.status, faultsOf(used)]).toEqual([400, ['CONSTRAINT_VIOLATION id']]);
    const filter = `filter=authorizationServer.externalOAuthServer.id eq "${external.id}"`;
    const found = await session.send('GET', `${env}/apiServers?${filter}&expand=groups,scopes`);
    expect(found.body._embedded.apiServers.map(({ id }: Json) => id)).toEqual([made.id]);
    expect((await session.send('GET', external._links.apiServers.href)).body.count).toBe(1);
  });

  test('is one of at most 25 in an environment', async () => {
    const other = `/environments/${session.ids.second}`;
    const { id } = await session.make(`${other}/resources`, { name: 'custom' });
    const body = (index: number) =>
      sso({ name: `service ${index}`, authorizationServer: { resource: { id } } });
    for (let index = 0; index < 25; index++) await session.make(`${other}/apiServers`, body(index));
    const beyond = await session.send('POST', `${other}/apiServers`, { body: body(25) });
    expect([beyond.status, beyond.body.details[0].innerError]).toEqual([400, { quotaLimit: 25 }]);
    expect((await session.send('GET', `${other}/apiServers`)).body.count).toBe(25);
    expect((await session.send('DELETE', `${other}/resources/${id}`)).status).toBe(400);
  });
});
