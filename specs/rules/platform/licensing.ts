import { assert, detailsOf } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import { assertRefusedWith, forbidden } from '../../../fixtures/refusals.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { settled } from '../../../fixtures/settle.ts';
import { apiServers } from '../../../resources/apiServers.ts';
import { environments } from '../../../resources/environments.ts';
import { licensesPath } from '../licenses/model.ts';

/** No run fills more than so many environments to find the end of a licence. */
const SMALL = 10;
const ROOM_LIMIT_MS = 10_000;

/** What a licence allows, and no more (Licenses; Response codes, 403). */
export const licensing: readonly Case[] = [
  {
    title: 'a service is closed where the licence does not have it',
    requirements: ['platform-authorization-unlicensed-403'],
    run: async ({ scope }) => {
      const license = await activeLicense(
        scope,
        (each) => at(each, 'authorize.allowApiAccessManagement') === false,
        'a licence without API access management',
      );
      // Another case may just have filled the licence.
      const created = await settled(
        scope,
        ROOM_LIMIT_MS,
        () => createUnder(scope, license),
        ({ status }) => status < 300,
      );
      const id = at(created.json, 'id');
      if (typeof id !== 'string')
        throw new Blocked(`no environment without the licence: ${describeExchange(created)}`);
      const unlicensed = scope.within(id);
      const given = await apiServers.arrange(unlicensed);
      const list = await scope.api.get(given.collection);
      const create = await scope.api.post(given.collection, apiServers.body(unlicensed, given));
      for (const refused of [list, create]) assertRefusedWith(refused, forbidden);
    },
  },
  {
    title: 'a create beyond what the licence allows is refused',
    requirements: ['platform-authorization-license-limit-403'],
    run: async ({ scope }) => {
      const license = await activeLicense(
        scope,
        (each) => Number(at(each, 'environments.max')) <= SMALL,
        `a licence for at most ${SMALL} environments`,
      );
      const maximum = Number(at(license, 'environments.max'));
      let made = 0;
      let last = await createUnder(scope, license);
      for (; last.status < 300 && made < maximum; made += 1) last = await createUnder(scope, license);
      assertRefusedWith(last, forbidden);
      const details = detailsOf(last);
      const quota = details.map((detail) => at(detail, 'innerError.quotaLimit'));
      assert(
        details.every(({ code }) => code === 'LICENSE_EXCEEDED') &&
          quota.every((limit) => limit === undefined || limit === maximum),
        `${describeExchange(last)} with details of another kind`,
        {
          expected: `LICENSE_EXCEEDED, and quotaLimit, when given, ${maximum}`,
          received: details,
          exchange: last,
        },
      );
    },
  },
];

/** A licence of the organization that is in force. @throws Blocked when there is none of the kind */
async function activeLicense(
  scope: Scope,
  fits: (license: unknown) => boolean,
  kind: string,
): Promise<unknown> {
  const licenses = await scope.list(licensesPath(scope), 'licenses');
  const found = licenses.find((license) => license.status === 'ACTIVE' && fits(license));
  if (found === undefined) throw new Blocked(`the organization has not ${kind}`);
  return found;
}

async function createUnder(scope: Scope, license: unknown): Promise<Exchange> {
  const given = await environments.arrange(scope);
  const body = { ...environments.body(scope, given), license: { id: at(license, 'id') } };
  return scope.api.post(given.collection, body);
}
