import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf, type Json, openSession, type Session } from './session.ts';

let session: Session;
let env: string;
let count = 0;
beforeAll(async () => {
  session = await openSession();
  env = `/environments/${session.ids.sandbox}`;
});
afterAll(() => session.emulator.close());

const resource = (more: object = {}) =>
  session.make(`${env}/resources`, { name: `Resource ${count++}`, ...more });
const post = async (path: string, body: object) => faultsOf(await session.send('POST', path, { body }));

describe('a resource', () => {
  test('has its documented defaults', async () => {
    const made = await resource();
    expect(made).toMatchObject({ type: 'CUSTOM', audience: made.name, accessTokenValiditySeconds: 3600 });
    expect(made.applicationPermissionsSettings).toEqual({ claimEnabled: false });
    for (const name of ['scopes', 'attributes', 'environment'])
      expect((await session.send('GET', made._links[name].href)).status).toBe(200);
  });

  test.each<[object, string[]]>([
    [{ accessTokenValiditySeconds: 300 }, []],
    [{ accessTokenValiditySeconds: 2592000 }, []],
    [{ accessTokenValiditySeconds: 299 }, ['OUT_OF_RANGE accessTokenValiditySeconds']],
    [{ accessTokenValiditySeconds: 2592001 }, ['OUT_OF_RANGE accessTokenValiditySeconds']],
    [{ accessTokenValiditySeconds: '300' }, ['INVALID_VALUE accessTokenValiditySeconds']],
    [{ audience: 'https://PingOne.example' }, ['INVALID_VALUE audience']],
    [{ audience: 'x-pingidentity-x' }, ['INVALID_VALUE audience']],
    [{ type: 'OPENID_CONNECT' }, ['INVALID_VALUE type']],
    [{ name: 'openid' }, ['UNIQUENESS_VIOLATION name']],
    [{ name: 'a\u0000' }, ['INVALID_VALUE name']],
    [
      { applicationPermissionsSettings: { claimEnabled: 1 } },
      ['INVALID_VALUE applicationPermissionsSettings.claimEnabled'],
    ],
  ])('with %j leads to %j', async (more, faults) => {
    expect(await post(`${env}/resources`, { name: `Resource ${count++}`, ...more })).toEqual(faults);
  });

  test('reports the bounds of a range', async () => {
    const { body } = await session.send('POST', `${env}/resources`, {
      body: { name: 'x', accessTokenValiditySeconds: 1 },
    });
    expect(body.details[0].innerError).toEqual({ rangeMinimumValue: 300, rangeMaximumValue: 2592000 });
  });

  test('that is built in is neither changed nor deleted', async () => {
    const { body } = await session.send('GET', `${env}/resources`);
    const builtIn = body._embedded.resources.find(({ type }: Json) => type === 'PINGONE_API');
    expect((await session.send('PUT', builtIn._links.self.href, { body: { name: 'x' } })).status).toBe(400);
    expect((await session.send('DELETE', builtIn._links.self.href)).status).toBe(400);
  });
});

describe('a scope', () => {
  test('is named once in its resource, and found below it only', async () => {
    const [one, two] = [await resource(), await resource()];
    const scopes = (of: Json) => of._links.scopes.href as string;
    const made = await session.make(scopes(one).replace(session.emulator.apiUrl, ''), {
      name: 'read all',
      description: 'd',
    });
    expect(made).toMatchObject({
      resource: { id: one.id },
      environment: { id: session.ids.sandbox },
      name: 'read all',
    });
    expect(await post(scopes(one), { name: 'read all' })).toEqual(['UNIQUENESS_VIOLATION name']);
    expect(await post(scopes(two), { name: 'read all' })).toEqual([]);
    expect((await session.send('GET', `${scopes(two)}/${made.id}`)).status).toBe(404);
    expect((await session.send('DELETE', one._links.self.href)).status).toBe(204);
    expect((await session.send('GET', made._links.self.href)).status).toBe(404);
  });

  test.each<[unknown, string[]]>([
    ['urn:example:scope', []],
    ['https://example.com/scope', []],
    ['<b>', ['INVALID_VALUE name']],
    ['é', ['INVALID_VALUE name']],
    ['', ['EMPTY_VALUE name']],
    [null, ['REQUIRED_VALUE name']],
  ])('named %j leads to %j', async (name, faults) => {
    const { _links } = await resource();
    expect(await post(_links.scopes.href, { name })).toEqual(faults);
  });
});

describe('a sign-on policy', () => {
  const policies = () => `${env}/signOnPolicies`;

  test('is not the default at first, also in the words of the sample', async () => {
    const made = await session.make(policies(), {
      name: 'Simple_Login',
      default: 'false',
      description: 'A new basic sign-on policy.',
    });
    expect(made).toMatchObject({ default: false, environment: { id: session.ids.sandbox } });
    expect((await session.send('GET', made._links.actions.href)).body._embedded).toEqual({ actions: [] });
    expect(await post(policies(), { name: 'x', default: true })).toEqual(['INVALID_VALUE default']);
  });

  test.each<[unknown, string[]]>([
    ['a.B_9-c', []],
    ['urn:example:policy', []],
    ['a b', ['INVALID_VALUE name']],
    ['Single_Factor', ['UNIQUENESS_VIOLATION name']],
    [undefined, ['REQUIRED_VALUE name']],
  ])('named %j leads to %j', async (name, faults) => {
    expect(await post(policies(), { name })).toEqual(faults);
  });

  test('becomes the default by an update, in the place of the other, and then stays', async () => {
    const { _links } = await session.make(policies(), { name: 'new_default' });
    const put = (body: object) =>
      session.send('PUT', _links.self.href, { body: { name: 'new_default', ...body } });
    expect((await put({ default: true })).body.default).toBe(true);
    const { body } = await session.send('GET', policies());
    expect(body._embedded.signOnPolicies.filter((policy: Json) => policy.default)).toHaveLength(1);
    expect((await put({})).body.default).toBe(true);
    expect(faultsOf(await put({ default: false }))).toEqual(['CONSTRAINT_VIOLATION default']);
    expect((await session.send('DELETE', _links.self.href)).status).toBe(400);
  });
});
