import { environments } from '../../collections/environments.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { members, pageLink } from '../faults/pages.ts';
import { query } from '../faults/requests.ts';
import { at } from './places.ts';

/** What a server can do wrong with pages of the list of environments. */
export const paging = defectsOf({
  'environments-limit': [
    [
      'lists every environment whatever the limit of a filtered list',
      query(at.list, 'limit', (limit, asked) => (asked.query.has('filter') ? undefined : limit)),
    ],
    [
      'puts one environment more on a page than the limit',
      query(at.list, 'limit', (limit) => String(Number(limit) + 1)),
    ],
    ['ends the list of environments with its first page', pageLink(at.list, 'next')],
    ['takes limits of less than 500 environments only', limitedTo(499)],
    [
      'leaves the limited list of environments empty',
      members(at.list, (all, { query: asked }) => (asked.get('limit') === '500' ? [] : all)),
    ],
  ],
  'environments-cursor': [
    ['repeats the first page of environments', query(at.list, 'cursor')],
    [
      'loses the environment of every later page',
      members(at.list, (all, { query: asked }) => (asked.has('cursor') ? all.slice(1) : all)),
    ],
    ['ends the list of environments with its second page', laterWithoutNext()],
  ],
});

function limitedTo(maximum: number): Fault {
  return (parts) => parts.change(environments, { page: { maximum, standard: maximum } });
}

function laterWithoutNext(): Fault {
  return pageLink(at.list, 'next', (href, { query: asked }) => (asked.has('cursor') ? undefined : href));
}
