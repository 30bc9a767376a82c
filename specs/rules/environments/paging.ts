import { walk } from '../../../checks/pages.ts';
import { assert } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import { filtered, quoted } from '../../../fixtures/filtering.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { environments } from '../../../resources/environments.ts';
import { membersOf } from '../facets.ts';
import { organizationId } from '../organizations/organization.ts';
import { ENVIRONMENTS, knownIds, listEnvironments } from './environment.ts';

/** How often a walk is tried while other cases make and remove environments. */
const WALKS = 20;

/** Pages of the list. Documents disagree whether limit needs a filter (row environments-limit). */
export const paging: readonly Case[] = [
  ...[1, 500].flatMap((limit): Case[] => [
    {
      title: `a limit of ${limit} beside a filter by organization is kept`,
      requirements: ['environments-limit'],
      run: async ({ scope }) => {
        const page = await scope.api.get(`${ofOrganization(scope)}&limit=${limit}`);
        scope.observe(
          'reading',
          'environments-limit',
          page.status === 200 ? 'filter evaluated' : 'filter refused',
        );
        if (page.status === 400)
          return assertLimited(await scope.api.get(`${ENVIRONMENTS}?limit=${limit}`), limit, scope);
        assertLimited(page, limit, scope);
        assert(membersOf(page, 'environments').length <= limit, 'a page has more members than its limit', {
          expected: `at most ${limit} members`,
          received: page.text,
          exchange: page,
        });
      },
    },
    {
      title: `a limit of ${limit} alone is kept or has no effect`,
      requirements: ['environments-limit'],
      run: async ({ scope }) =>
        assertLimited(await scope.api.get(`${ENVIRONMENTS}?limit=${limit}`), limit, scope),
    },
  ]),
  {
    title: 'the next links visit every environment once',
    requirements: ['environments-cursor'],
    run: async ({ scope }) => {
      const first = await pageOfOne(scope);
      if (membersOf(first, 'environments').length > 1) {
        scope.observe('reading', 'environments-cursor', 'limit has no effect');
        return;
      }
      for (let attempt = 0; attempt < WALKS; attempt += 1) {
        const before = await idsOf(scope);
        const pages = await walk(scope, environments, first.request.url);
        const walked = pages.flatMap(({ ids }) => ids);
        if (before.join() !== (await idsOf(scope)).join()) continue;
        assert([...walked].sort().join() === before.join(), 'a walk along the next links is not complete', {
          expected: `each of ${before.join(', ')} once`,
          received: walked,
          exchange: first,
        });
        return;
      }
      throw new Blocked('environments came and went during every walk');
    },
  },
];

/** Demands a page of at most `limit` members with a way to the rest, or the whole list. */
function assertLimited(page: Exchange, limit: number, scope: Scope): void {
  const ids = membersOf(page, 'environments').map(({ value }) => value.id);
  const known = knownIds(scope);
  const next = at(page.json, '_links.next.href');
  const isWhole = known.every((id) => ids.includes(id));
  const goesOn = ids.length <= limit && typeof next === 'string';
  assert(isWhole || goesOn, `${describeExchange(page)} with neither the whole list nor a page of it`, {
    expected: `all members, or at most ${limit} and a next link`,
    received: page.text,
    exchange: page,
  });
}

function ofOrganization(scope: Scope): string {
  return filtered(ENVIRONMENTS, `organization.id eq ${quoted(organizationId(scope))}`);
}

/** The first page with limit 1: with the filter where that is supported, since limit may need it. */
async function pageOfOne(scope: Scope): Promise<Exchange> {
  const page = await scope.api.get(`${ofOrganization(scope)}&limit=1`);
  return page.status === 400 ? scope.api.get(`${ENVIRONMENTS}?limit=1`) : page;
}

async function idsOf(scope: Scope): Promise<string[]> {
  return (await listEnvironments(scope)).map(({ id }) => String(id)).sort();
}
