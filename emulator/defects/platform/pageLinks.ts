import { defectsOf } from '../defect.ts';
import { body } from '../faults/answers.ts';
import { members, pageLink } from '../faults/pages.ts';
import { failsWhen } from '../faults/replies.ts';
import { together } from '../faults/state.ts';
import { inPopulations, nobody } from './places.ts';

const list = inPopulations.list;

/** What a server can do wrong with the links between pages. */
export const pageLinks = defectsOf({
  'platform-paging-next': [
    ['does not link to further populations', pageLink(list, 'next')],
    [
      'links to further populations from the first page only',
      pageLink(list, 'next', (href, { query: asked }) => (asked.has('cursor') ? undefined : href)),
    ],
  ],
  'platform-paging-next-absent-on-last': [
    [
      'links the last page of populations to itself as the next',
      body(list, (page) => {
        const links = page._links as Record<string, unknown>;
        links.next ??= links.self;
      }),
    ],
    [
      'links an empty page behind the last populations',
      together(
        members(list, (all, { query: asked }) => (asked.get('page') === 'beyond' ? [] : all)),
        body(list, (page, { query: asked }) => {
          const links = page._links as Record<string, { href: string } | undefined>;
          const href = links.self?.href ?? '';
          if (asked.get('page') !== 'beyond')
            links.next ??= { href: `${href}${href.includes('?') ? '&' : '?'}page=beyond` };
        }),
      ),
    ],
    [
      'links an empty page behind the last populations when they fill one of several',
      together(
        members(list, (all, { query: asked }) => (asked.get('page') === 'beyond' ? [] : all)),
        body(list, (page, { query: asked }) => {
          const links = page._links as Record<string, { href: string } | undefined>;
          const { populations: shown } = page._embedded as Record<string, unknown[] | undefined>;
          const isFull =
            shown !== undefined && shown.length > 1 && String(shown.length) === asked.get('limit');
          if (isFull && asked.get('page') !== 'beyond')
            links.next ??= { href: `${links.self?.href ?? ''}&page=beyond` };
        }),
      ),
    ],
  ],
  'platform-paging-next-cursor': [
    [
      'writes cursors of populations as raw JSON',
      pageLink(list, 'next', (href) => href.replace(/cursor=[^&]*/, 'cursor={"after": 1}')),
    ],
    [
      'numbers pages of populations without a cursor',
      pageLink(list, 'next', (href) => href.replace(/cursor=[^&]*/, 'page=2')),
    ],
    [
      'writes empty cursors of populations',
      pageLink(list, 'next', (href) => href.replace(/cursor=[^&]*/, 'cursor=')),
    ],
  ],
  'platform-paging-same-token': [
    [
      'wants the limit again on further pages of populations',
      together(
        pageLink(list, 'next', (href) => href.replace(/limit=\d+&?/, '')),
        failsWhen(
          list,
          ({ query: asked }) => asked.has('cursor') && !asked.has('limit'),
          400,
          'INVALID_REQUEST',
        ),
      ),
    ],
    [
      'answers 403 to further pages of populations',
      failsWhen(list, ({ query: asked }) => asked.has('cursor'), 403, 'ACCESS_FAILED'),
    ],
  ],
  'platform-paging-prev': [
    ['does not link back to populations', pageLink(list, 'prev')],
    [
      'links back from the first page of populations',
      body(list, (page) => {
        const links = page._links as Record<string, unknown>;
        links.prev ??= links.self;
      }),
    ],
  ],
  'platform-paging-prev-returns': [
    [
      'links back to the same page of populations',
      body(list, (page) => {
        const links = page._links as Record<string, unknown>;
        if (links.prev !== undefined) links.prev = links.self;
      }),
    ],
    [
      'links back to where no populations are',
      pageLink(list, 'prev', (href) =>
        href.replace(/\?.*/, `?filter=${encodeURIComponent(`id eq "${nobody}"`)}`),
      ),
    ],
  ],
});
