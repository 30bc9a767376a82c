import { defectsOf, type Fault } from '../defect.ts';
import { body } from '../faults/answers.ts';
import { members, pageLink } from '../faults/pages.ts';
import { failsWhen } from '../faults/replies.ts';
import { query } from '../faults/requests.ts';
import { together } from '../faults/state.ts';
import type { Asked } from '../reply.ts';
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
    ['links an empty page behind the last populations', linksBeyond(() => true)],
    [
      'links an empty page behind the last populations when they fill one of several',
      linksBeyond(
        ({ query: asked }, shown) => shown.length > 1 && String(shown.length) === asked.get('limit'),
      ),
    ],
    [
      'links an empty page behind the last populations where other pages came before',
      linksBeyond(({ query: asked }) => asked.has('cursor')),
    ],
    ['links the last of several pages of populations to itself at the first read of it', linksBackOnce()],
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
    ['begins with the first populations again at every link', query(list, 'cursor')],
    [
      'answers 206 to further pages of populations',
      (parts) =>
        parts.reply(list, (reply, { query: asked }) => {
          if (reply.status === 200 && asked.has('cursor')) reply.status = 206;
        }),
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
    [
      'leaves the populations out of pages of one',
      body(list, (page, { query: asked }) => {
        if (asked.get('limit') === '1' || asked.has('cursor')) delete page._embedded;
      }),
    ],
  ],
});

/** Links an empty page behind the last one, where a condition holds for the last one. */
function linksBeyond(when: (asked: Asked, shown: readonly unknown[]) => boolean): Fault {
  const isBeyond = ({ query: asked }: Asked) => asked.get('page') === 'beyond';
  return together(
    members(list, (all, asked) => (isBeyond(asked) ? [] : all)),
    body(list, (page, asked) => {
      const links = page._links as Record<string, { href: string } | undefined>;
      const { populations: shown = [] } = page._embedded as Record<string, unknown[] | undefined>;
      const href = links.self?.href ?? '';
      if (!isBeyond(asked) && when(asked, shown))
        links.next ??= { href: `${href}${href.includes('?') ? '&' : '?'}page=beyond` };
    }),
  );
}

/** Links the last of several pages to itself, until it is read once more. */
function linksBackOnce(): Fault {
  return (parts) => {
    const seen = new Set<string | null>();
    body(list, (page, { query: asked }) => {
      const cursor = asked.get('cursor');
      const links = page._links as Record<string, unknown>;
      if (cursor !== null && !seen.has(cursor)) links.next ??= links.self;
      seen.add(cursor);
    })(parts);
  };
}
