import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attempt, makeService, operation } from './services.ts';
import { faultsOf, type Json, openSession, type Session } from './session.ts';

let session: Session;
let env: string;
let service: Json;
let operations: string;
let ids: { group: string; scope: string; permission: string; policy: string };

beforeAll(async () => {
  session = await openSession();
  const made = await makeService(session);
  ({ env, service, operations } = made);
  const id = made.resourceId;
  const application = await session.make(`${env}/resources/${id}/applicationResources`, { name: 'accounts' });
  const make = async (path: string, body: object) => (await session.make(env + path, body)).id as string;
  ids = {
    group: await make('/groups', { name: 'group' }),
    scope: await make(`/resources/${id}/scopes`, { name: 'scope' }),
    permission: await make(`/applicationResources/${application.id}/permissions`, { action: 'read' }),
    policy: await make('/signOnPolicies', { name: 'policy' }),
  };
});
afterAll(() => session.emulator.close());

const guarded = (accessControl: unknown) => operation({ accessControl });

const tried = (body: object) => attempt(session, operations, body);

describe('an operation', () => {
  test('is shown as the sample shows it', async () => {
    const { _links, id, ...others } = await tried(operation({ methods: ['PUT', 'POST', 'Report'] }));
    expect(others).toEqual(operation({ methods: ['PUT', 'POST', 'Report'] }));
    expect(Object.keys(_links)).toEqual(['self', 'environment', 'apiServer']);
    expect(_links.apiServer.href).toBe(service._links.self.href);
  });

  test('without methods covers every method, also when null says so', async () => {
    expect(await tried(operation({ methods: null }))).not.toHaveProperty('methods');
  });

  test('shows its rules, links to its permission and expands what it refers to', async () => {
    const accessControl = {
      group: { groups: [{ id: ids.group }] },
      scope: { matchType: 'ALL', scopes: [{ id: ids.scope }] },
      permission: { id: ids.permission },
      authentication: { acrs: [{ id: ids.policy, type: 'PINGONE' }], maxAge: 300 },
      custom: { enabled: true },
    };
    const made = await session.make(operations, guarded(accessControl));
    const self = made._links.self.href;
    expect(made.accessControl).toEqual(accessControl);
    expect((await session.send('GET', made._links.permission.href)).body.id).toBe(ids.permission);
    const { body } = await session.send('GET', `${self}?expand=groups,scopes,authenticationPolicies,others`);
    const idOf = ([one]: Json) => one.id;
    const embedded = Object.fromEntries(
      Object.entries(body._embedded).map(([name, list]) => [name, idOf(list)]),
    );
    expect(embedded).toEqual({ groups: ids.group, scopes: ids.scope, authenticationPolicies: ids.policy });
    expect((await session.send('GET', body._embedded.scopes[0]._links.self.href)).body.id).toBe(ids.scope);
    expect((await session.send('GET', self)).body._embedded).toBeUndefined();
    const cleared = await session.send('PUT', self, { body: operation() });
    expect(cleared.body).not.toHaveProperty('accessControl');
  });

  test('outlives a group it names, and cannot be written with it any more', async () => {
    const { id } = await session.make(`${env}/groups`, { name: 'leaving' });
    const body = guarded({ group: { groups: [{ id }] } });
    const made = await session.make(operations, body);
    await session.send('DELETE', `${env}/groups/${id}`);
    expect((await session.send('GET', made._links.self.href)).body.accessControl).toEqual(made.accessControl);
    expect(
      (await session.send('GET', `${made._links.self.href}?expand=groups`)).body._embedded.groups,
    ).toEqual([]);
    expect(faultsOf(await session.send('PUT', made._links.self.href, { body }))).toEqual([
      'INVALID_VALUE accessControl.group.groups[0].id',
    ]);
  });

  test('lies below its own service, with at most 24 others, and goes with it', async () => {
    const { id } = await session.make(`${env}/resources`, { name: 'another' });
    const other = await session.make(`${env}/apiServers`, {
      name: 'other',
      baseUrls: ['https://b.example'],
      authorizationServer: { resource: { id } },
    });
    const list = other._links.operations.href.replace(session.emulator.apiUrl, '');
    const made: Json[] = [];
    for (let index = 0; index < 25; index++)
      made.push(await session.make(list, operation({ name: `o ${index}` })));
    expect((await session.send('POST', list, { body: operation() })).status).toBe(400);
    for (const method of ['GET', 'PUT', 'DELETE'])
      expect(
        (
          await session.send(
            method,
            `${operations}/${made[0].id}`,
            method === 'PUT' ? { body: operation() } : {},
          )
        ).status,
      ).toBe(404);
    expect((await session.send('GET', operations)).text).not.toContain(made[0].id);
    expect((await session.send('DELETE', other._links.self.href)).status).toBe(204);
    expect((await session.send('GET', list)).status).toBe(404);
  });

  test('of an EXTERNAL service takes no built-in rule', async () => {
    const body = {
      name: 'external',
      baseUrls: ['https://c.example'],
      authorizationServer: { type: 'EXTERNAL' },
      directory: { type: 'EXTERNAL' },
    };
    const external = await session.make(`${env}/apiServers`, body);
    const answer = await session.send('POST', external._links.operations.href, {
      body: guarded({ group: { groups: [{ id: ids.group }] } }),
    });
    expect(faultsOf(answer)).toEqual(['CONSTRAINT_VIOLATION accessControl.group']);
  });
});
