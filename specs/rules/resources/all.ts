import { assertNotStored } from '../../../fixtures/aftermath.ts';
import { assert, assertMember, assertRefused, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at } from '../../../fixtures/exchange.ts';
import { resources } from '../../../resources/resources.ts';

/** What a resource is made of (Resources). */
export const rules: readonly Case[] = [
  {
    title: 'a created one is custom and has the values sent',
    requirements: ['prerequisites-resources-create-201'],
    run: async ({ scope }) => {
      const { given } = await scope.create(resources);
      const body = { ...resources.body(scope, given), description: 'A custom resource' };
      const create = await scope.api.post(given.collection, body);
      assertStatus(create, 201);
      for (const [name, value] of Object.entries(body)) assertMember(create, name, value);
      assertMember(create, 'type', 'CUSTOM');
    },
  },
  ...[
    {
      property: 'audience',
      row: 'prerequisites-resources-audience-default',
      title: 'without an audience the name stands for it, or it is demanded',
      expected: (name: string): unknown => name,
    },
    {
      property: 'accessTokenValiditySeconds',
      row: 'prerequisites-resources-token-validity-default',
      title: 'without a token lifetime it is 3600 seconds, or it is demanded',
      expected: (): unknown => 3600,
    },
  ].map(
    ({ property, row, title, expected }): Case => ({
      title,
      requirements: [row],
      run: async ({ scope }) => {
        const { given } = await scope.create(resources);
        const { [property]: _, ...body } = resources.body(scope, given);
        const create = await scope.api.post(given.collection, body);
        scope.observe('reading', row, `${property} missing: ${create.status}`);
        if (create.status !== 201) return assertRefused(create, { target: property });
        assertMember(create, property, expected(String(body.name)));
      },
    }),
  ),
  {
    title: 'application permissions are put into tokens only when switched on',
    requirements: ['prerequisites-resources-permissions-claim-default'],
    run: async ({ scope }) => {
      const off = await scope.create(resources);
      const settings = { applicationPermissionsSettings: { claimEnabled: true } };
      const body = { ...resources.body(scope, off.given), ...settings };
      const on = await scope.create(resources, { given: off.given, body });
      const [left, right] = [await scope.api.get(off.path), await scope.api.get(on.path)];
      const claim = at(left.json, 'applicationPermissionsSettings.claimEnabled');
      assert(claim === undefined || claim === false, 'a new resource has permissions put into tokens', {
        expected: 'no claimEnabled, or false',
        received: left.text,
        exchange: left,
      });
      assertMember(right, 'applicationPermissionsSettings.claimEnabled', true);
    },
  },
  {
    title: 'the list holds the created ones and the two that are built in',
    requirements: ['prerequisites-resources-read-built-in'],
    run: async ({ scope }) => {
      const { id, given } = await scope.create(resources);
      const members = await scope.list(given.collection, resources.embedded);
      const ofType = (...types: unknown[]) => members.filter(({ type }) => types.includes(type));
      assert(
        ofType('CUSTOM').some((member) => member.id === id) &&
          ofType('OPENID_CONNECT').length === 1 &&
          ofType('PINGONE_API', 'PING_ONE_API').length === 1,
        'the list of resources is not as documented',
        {
          expected: `${id} with type CUSTOM, one OPENID_CONNECT and one PINGONE_API`,
          received: members.map((member) => `${member.id} ${member.type}`),
        },
      );
    },
  },
  {
    title: 'only a custom one can be created',
    requirements: ['prerequisites-resources-create-only-custom'],
    run: async ({ scope }) => {
      const { given } = await scope.create(resources);
      const body = { ...resources.body(scope, given), type: 'OPENID_CONNECT' };
      const create = await scope.api.post(given.collection, body);
      if (create.status === 201) return assertMember(create, 'type', 'CUSTOM');
      const codes = ['INVALID_VALUE', 'INVALID_PARAMETER', 'CONSTRAINT_VIOLATION'];
      assertRefused(create, { target: 'type', codes });
      await assertNotStored(scope, resources, given, body);
    },
  },
];
