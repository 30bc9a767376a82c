import { proveOpen } from '../../../checks/control.ts';
import { walk } from '../../../checks/pages.ts';
import { assertNotStored, assertUnchanged, stateOf } from '../../../fixtures/aftermath.ts';
import { assert, assertMember, assertRefused, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { assertRefusedWith, badRequest } from '../../../fixtures/refusals.ts';
import { gateways } from '../../../resources/gateways.ts';

const REQUIRED = ['REQUIRED_VALUE', 'EMPTY_VALUE', 'INVALID_VALUE'];

/** What a gateway is made of (Create API Gateway Integration; Gateways). A case a property: the row is one. */
export const rules: readonly Case[] = [
  ...['name', 'type', 'enabled'].flatMap((property): Case[] => [
    {
      title: `a gateway without ${property} is not created`,
      requirements: ['prerequisites-gateways-required-properties'],
      run: async ({ scope }) => {
        const { given } = await scope.create(gateways);
        const mark = scope.name('mark');
        const body = { ...gateways.full(scope, given), description: mark, [property]: undefined };
        const answer = await scope.api.post(given.collection, body);
        assertRefused(answer, { target: property, codes: REQUIRED });
        const members = await scope.list(given.collection, gateways.embedded);
        const stored = members.filter(({ description }) => description === mark);
        assert(stored.length === 0, 'a refused gateway was created', {
          expected: 'no member with the description that was sent',
          received: stored,
        });
      },
    },
    {
      title: `a gateway is not replaced by one without ${property}`,
      requirements: ['prerequisites-gateways-required-properties'],
      run: async ({ scope }) => {
        const { path, given } = await scope.create(gateways);
        await proveOpen(scope, gateways, given, ['update']);
        const before = await stateOf(scope, path);
        const body = { ...gateways.changed(scope, given), [property]: undefined };
        assertRefused(await scope.api.put(path, body), { target: property, codes: REQUIRED });
        await assertUnchanged(scope, before);
      },
    },
  ]),
  {
    title: 'a gateway of an unknown type leaves no gateway',
    requirements: ['prerequisites-gateways-type-enumerated'],
    run: async ({ scope }) => {
      const { given } = await scope.create(gateways);
      const body = { ...gateways.body(scope, given), type: 'CARRIER_PIGEON' };
      assertRefused(await scope.api.post(given.collection, body), {
        target: 'type',
        codes: ['INVALID_VALUE', 'INVALID_PARAMETER', 'CONSTRAINT_VIOLATION'],
      });
      await assertNotStored(scope, gateways, given, body);
    },
  },
  {
    title: 'a replace keeps the type',
    requirements: ['prerequisites-gateways-type-fixed'],
    run: async ({ scope }) => {
      const { path, body, given } = await scope.create(gateways);
      await proveOpen(scope, gateways, given, ['update']);
      const put = await scope.api.put(path, { ...body, type: 'PING_FEDERATE' });
      if (put.status >= 300) assertRefusedWith(put, badRequest);
      else assertMember(put, 'type', body.type);
      assertMember(await scope.api.get(path), 'type', body.type);
    },
  },
  {
    title: 'a disabled gateway is read and listed',
    requirements: ['prerequisites-gateways-read'],
    run: async ({ scope }) => {
      const given = await gateways.arrange(scope);
      const body = { ...gateways.body(scope, given), enabled: false };
      const { id, path } = await scope.create(gateways, { given, body });
      const read = await scope.api.get(path);
      assertStatus(read, 200);
      assertMember(read, 'enabled', false);
      const listed = (await walk(scope, gateways, given.collection)).flatMap(({ ids }) => ids);
      assert(listed.includes(id), 'a disabled gateway is not listed', {
        expected: `a member with id ${id}`,
        received: listed,
      });
    },
  },
];
