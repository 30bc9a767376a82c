import { proveOpen } from '../../../checks/control.ts';
import { assertUnchanged, stateOf } from '../../../fixtures/aftermath.ts';
import { assert, assertMember, assertRefused, assertStatus } from '../../../fixtures/assertions.ts';
import { whyUnjudged } from '../../../fixtures/capabilities.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange } from '../../../fixtures/exchange.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { applications } from '../../../resources/applications.ts';

const REQUIRED = ['REQUIRED_VALUE', 'EMPTY_VALUE', 'INVALID_VALUE'];

/** What a worker application is made of and where it is seen (Applications). */
export const application: readonly Case[] = [
  ...['name', 'protocol', 'grantTypes', 'tokenEndpointAuthMethod'].flatMap((property): Case[] => [
    {
      title: `a worker without ${property} is refused`,
      requirements: ['prerequisites-applications-required-properties'],
      run: async ({ scope }) => {
        const refused = await createWithout(scope, property);
        assertRefused(refused.exchange, { target: property, codes: REQUIRED });
        await assertAbsent(scope, refused.mark);
      },
    },
    {
      title: `a worker is not replaced by one without ${property}`,
      requirements: ['prerequisites-applications-required-properties'],
      run: async ({ scope }) => {
        const { path, given } = await scope.create(applications);
        await proveOpen(scope, applications, given, ['update']);
        const before = await stateOf(scope, path);
        const body = { ...applications.changed(scope, given), [property]: undefined };
        assertRefused(await scope.api.put(path, body), { target: property, codes: REQUIRED });
        await assertUnchanged(scope, before);
      },
    },
  ]),
  {
    title: 'an application without type is created or refused for it',
    requirements: ['prerequisites-applications-required-properties'],
    run: async ({ scope }) => {
      const { exchange, mark } = await createWithout(scope, 'type');
      scope.observe(
        'reading',
        'prerequisites-applications-required-properties',
        `type missing: ${exchange.status}`,
      );
      assertStatus(exchange, 201, 400);
      if (exchange.status === 201) return;
      assertRefused(exchange, { target: 'type', codes: REQUIRED });
      await assertAbsent(scope, mark);
    },
  },
  {
    title: 'an application created without enabled is disabled',
    requirements: ['prerequisites-applications-enabled-default'],
    run: async ({ scope }) => {
      const { exchange } = await createWithout(scope, 'enabled');
      scope.observe(
        'reading',
        'prerequisites-applications-enabled-default',
        `enabled missing: ${exchange.status}`,
      );
      if (exchange.status === 201) return assertMember(exchange, 'enabled', false);
      assertRefused(exchange, { target: 'enabled' });
    },
  },
  {
    title: 'a disabled application is read and listed',
    requirements: ['prerequisites-applications-read'],
    run: async ({ scope }) => {
      const given = await applications.arrange(scope);
      const body = { ...applications.body(scope, given), enabled: false };
      const made = await scope.create(applications, { given, body });
      const read = await scope.api.get(made.path);
      assertStatus(read, 200);
      assertMember(read, 'enabled', false);
      const members = await scope.list(given.collection, applications.embedded);
      assert(
        members.some(({ id }) => id === made.id),
        'a disabled application is not listed',
        {
          expected: `a member with id ${made.id}`,
          received: `${members.length} members`,
        },
      );
    },
  },
  {
    title: 'the list tells its size or nothing of it',
    requirements: ['prerequisites-applications-list-metadata'],
    run: async ({ scope }) => {
      const given = await applications.arrange(scope);
      if (whyUnjudged(scope.target, 'worker-application-creation') === undefined) {
        await scope.create(applications, { given });
      }
      const list = await scope.api.get(given.collection);
      assertStatus(list, 200);
      const size = at(list.json, 'size');
      const members = at(list.json, '_embedded.applications');
      const length = Array.isArray(members) ? members.length : Number.NaN;
      // Without a limit in the request, the size of a page may also be the limit of the service.
      const fits = size === undefined || (Number.isInteger(size) && Number(size) >= length);
      assert(fits, `${describeExchange(list)} with another size than that of the page`, {
        expected: `size absent, ${length} or the limit in force`,
        received: size,
        exchange: list,
      });
    },
  },
];

/** Tries to create an application that lacks one property but carries a mark to find it by. */
async function createWithout(scope: Scope, property: string) {
  const given = await applications.arrange(scope);
  await scope.create(applications, { given });
  const mark = scope.name('mark');
  const body = { ...applications.body(scope, given), description: mark, [property]: undefined };
  return { exchange: await scope.api.post(given.collection, body), mark };
}

async function assertAbsent(scope: Scope, mark: string): Promise<void> {
  const { collection } = await applications.arrange(scope);
  const members = await scope.list(collection, applications.embedded);
  assert(!members.some(({ description }) => description === mark), 'a refused application was created', {
    expected: 'no member with the description that was sent',
    received: members.filter(({ description }) => description === mark),
  });
}
