import { assertExactly, type Member } from '../../../checks/filterReads.ts';
import { assert, assertRefused, assertStatus, sameJson } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at } from '../../../fixtures/exchange.ts';
import { filtered, quoted } from '../../../fixtures/filtering.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { externalOAuthServers } from '../../../resources/externalOAuthServers.ts';

const { embedded } = externalOAuthServers;

/** What the collection shows, and how much of it (Read All External OAuth Servers; Limiting and filtering data). */
export const list: readonly Case[] = [
  {
    title: 'a listed server carries name, type and validation as a read shows them',
    requirements: ['external-oauth-servers-list-item-members'],
    run: async ({ scope }) => {
      const { id, path, given } = await scope.create(externalOAuthServers);
      const listed = (await scope.list(given.collection, embedded)).find((member) => member.id === id);
      const read = await scope.api.get(path);
      assertStatus(read, 200);
      for (const name of ['name', 'type', 'validation']) {
        const own = at(read.json, name);
        assert(
          own !== undefined && sameJson(at(listed, name), own),
          `the list shows another ${name} than a read`,
          { expected: `${name} ${JSON.stringify(own)}`, received: listed ?? 'no such member' },
        );
      }
    },
  },
  {
    title: 'a limit within 1 to 25 is taken, and no page holds more than 25',
    requirements: ['external-oauth-servers-limit-range'],
    run: async ({ scope }) => {
      const { given } = await scope.create(externalOAuthServers);
      for (const limit of [1, 25])
        assertStatus(await scope.api.get(`${given.collection}?limit=${limit}`), 200);
      for (const limit of [0, 26]) {
        const page = await scope.api.get(`${given.collection}?limit=${limit}`);
        if (page.status !== 200) {
          assertRefused(page, { target: 'limit' });
          continue;
        }
        const members = at(page.json, `_embedded.${embedded}`);
        const detail = { expected: 'at most 25 servers', received: page.text, exchange: page };
        const holds = Array.isArray(members) && members.length <= 25;
        assert(holds, `a page of limit ${limit} is too long`, detail);
      }
    },
  },
  {
    title: 'a filter finds a text in the middle and at the end of a name',
    requirements: ['external-oauth-servers-filter-name-co'],
    run: async ({ scope }) => {
      const [middle = '', end = ''] = scope.unknownId().split('-').slice(3);
      const given = await externalOAuthServers.arrange(scope);
      const create = async (word: string) => {
        const body = { ...externalOAuthServers.body(scope, given), name: `${scope.name()}-${word}-${end}` };
        return (await scope.create(externalOAuthServers, { given, body })).id;
      };
      const first = await create(`alpha${middle}`);
      const second = await create(`beta${middle}`);
      const plain = (await scope.create(externalOAuthServers, { given })).id;
      const alpha = `alpha${middle}`;
      assertExactly(await found(scope, given.collection, alpha), alpha, [first], [second, plain], has(alpha));
      assertExactly(await found(scope, given.collection, end), end, [first, second], [plain], has(end));
    },
  },
];

async function found(scope: Scope, collection: string, text: string): Promise<readonly Member[]> {
  const to = filtered(collection, `name co ${quoted(text)}`);
  assertStatus(await scope.api.get(to), 200);
  return scope.list(to, embedded);
}

/** Whether the name of a stranger has the text too; letter case is not said to count. */
function has(text: string): (member: Member) => boolean {
  return ({ name }) => String(name).toLowerCase().includes(text.toLowerCase());
}
