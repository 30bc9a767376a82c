import { defectsOf } from '../defect.ts';
import { misreads } from '../faults/leniency.ts';
import { members, pageLink } from '../faults/pages.ts';
import { failsWhen, succeedsWhen } from '../faults/replies.ts';
import { query } from '../faults/requests.ts';
import { inPopulations, inServers } from './places.ts';

const list = inPopulations.list;

/** What a server can do wrong with what is on pages. */
export const paging = defectsOf({
  'platform-paging-limit': [
    ['lists populations without regard to the limit', query(list, 'limit')],
    [
      'puts one population more on a page than the limit',
      query(list, 'limit', (limit) => String(Number(limit) + 1)),
    ],
    [
      'keeps to the limit of populations on the first page only',
      query(list, 'limit', (limit, { query: asked }) => (asked.has('cursor') ? '100' : limit)),
    ],
  ],
  'platform-paging-complete': [
    [
      'skips the first population of each further page',
      members(list, (all, { query: asked }) => (asked.has('cursor') ? all.slice(1) : all)),
    ],
    [
      'shows the first pages of populations twice',
      query(list, 'cursor', (cursor, { query: asked }) => (asked.get('limit') === '1' ? cursor : undefined)),
    ],
    [
      'adds the first population to every page',
      members(list, (all, { query: asked }) => (asked.has('cursor') ? [...all, ...all.slice(0, 1)] : all)),
    ],
  ],
  'platform-paging-filter-kept': [
    [
      'forgets the filter of populations on further pages',
      misreads(list, (search) => (/cursor=/.test(search) && /filter=/.test(search) ? 'limit=1' : search)),
    ],
    [
      'links the next page of populations without its filter',
      pageLink(list, 'next', (href, { query: asked }) =>
        asked.has('filter') ? `${href.replace(/\?.*/, '')}?limit=1` : href,
      ),
    ],
  ],
  'platform-paging-limit-invalid': [
    [
      'answers 500 to a limit of populations that is no number',
      failsWhen(list, ({ query: asked }) => /\D/.test(asked.get('limit') ?? '')),
    ],
    [
      'answers 500 to a limit of no populations',
      failsWhen(list, ({ query: asked }) => asked.get('limit') === '0'),
    ],
    [
      'answers 404 to a refused limit of populations',
      failsWhen(list, (asked, { status }) => status === 400 && asked.query.has('limit'), 404, 'NOT_FOUND'),
    ],
    [
      'answers 500 to a refused limit of populations of more than three characters',
      failsWhen(
        list,
        ({ query: asked }, { status }) => status === 400 && (asked.get('limit') ?? '').length > 3,
      ),
    ],
    [
      'fills a page beyond the largest limit of OAuth servers',
      succeedsWhen(
        inServers.list,
        ({ query: asked }) => Number(asked.get('limit')) > 25,
        200,
        () => ({ _links: {}, _embedded: { externalOAuthServers: Array.from({ length: 26 }, () => ({})) } }),
      ),
    ],
  ],
  'platform-paging-cursor-invalid': [
    [
      'answers 500 to a cursor of populations that it did not write',
      failsWhen(list, (asked, { status }) => status === 400 && asked.query.has('cursor')),
    ],
    [
      'calls a broken cursor of populations ACCESS_FAILED',
      failsWhen(
        list,
        (asked, { status }) => status === 400 && asked.query.has('cursor'),
        403,
        'ACCESS_FAILED',
      ),
    ],
  ],
});
