import { applicationRoleUsers } from '../../collections/applicationRoleUsers.ts';
import type { PageLimits } from '../../engine/page.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { body, isObject } from '../faults/answers.ts';
import { members, pageLink } from '../faults/pages.ts';
import { misreports, refusesWith } from '../faults/refusals.ts';
import { query } from '../faults/requests.ts';
import { users } from './places.ts';

const { list } = users;
const ofLimit = { target: 'limit' };

/** What a server can do wrong with pages of the users of an application role. */
export const userPages = defectsOf({
  'application-roles-users-limit': [
    [
      'ignores the limit of a list of users of an application role',
      query(
        list,
        'limit',
        whenSmall(() => undefined),
      ),
    ],
    [
      'puts one user more than the limit on a page',
      query(
        list,
        'limit',
        whenSmall((limit) => String(limit + 1)),
      ),
    ],
    [
      'cuts a list of users of an application role at its limit and tells no next page',
      pageLink(list, 'next'),
    ],
    [
      'puts no user on a page with a limit',
      members(list, (all, { query: asked }) => (asked.has('limit') ? [] : all)),
    ],
    [
      'fails at a limit for users of an application role',
      query(
        list,
        'limit',
        whenSmall(() => '-1'),
      ),
    ],
  ],
  'application-roles-users-limit-range': [
    ['takes 0 as a limit', query(list, 'limit', (limit) => (limit === '0' ? '1' : limit))],
    ['takes 1025 as a limit', pages({ maximum: 1025, standard: 25 })],
    ['takes any limit', pages({ maximum: 1_000_000, standard: 25 })],
    [
      'takes 1024 for a limit above it',
      query(list, 'limit', (limit) => (Number(limit) > 1024 ? '1024' : limit)),
    ],
    ['refuses 1024 as a limit', pages({ maximum: 1023, standard: 25 })],
    ['refuses more than 1000 users on a page', pages({ maximum: 1000, standard: 25 })],
    ['refuses 1 as a limit', query(list, 'limit', (limit) => (limit === '1' ? '0' : limit))],
    [
      'refuses a limit out of range for another parameter',
      misreports(list, ofLimit, (detail) => ({ ...detail, target: 'cursor' })),
    ],
    ['answers 404 to a limit out of range', refusesWith(list, ofLimit, 404, 'NOT_FOUND')],
  ],
  'application-roles-users-limit-default': [
    ['puts all users of an application role on one page', pages({ maximum: 1024, standard: 1024 })],
    ['puts 26 users of an application role on a page', pages({ maximum: 1024, standard: 26 })],
    ['puts 24 users of an application role on a page', pages({ maximum: 1024, standard: 24 })],
    ['puts 20 users of an application role on a page', pages({ maximum: 1024, standard: 20 })],
    [
      'ends a list of users of an application role with its first page',
      pageLink(list, 'next', (href, { query: asked }) => (asked.has('limit') ? href : undefined)),
    ],
  ],
  'application-roles-users-cursor': [
    ['begins every page of users of an application role anew', query(list, 'cursor')],
    ['leaves the first user of each later page out', onLater((all) => all.slice(1))],
    ['has the same user on every page', repeatsFirst()],
    ['leads from the last page of users to itself', leadsBack()],
    ['ends the users of an application role with the second page', onLaterPages()],
  ],
});

/** Limits that lie in the range, so that no other rule is broken. */
function whenSmall(becomes: (limit: number) => string | undefined) {
  return (limit: string) => (/^[1-9]\d{0,1}$/.test(limit) ? becomes(Number(limit)) : limit);
}

function pages(page: PageLimits): Fault {
  return (parts) => parts.change(applicationRoleUsers, { page });
}

function onLater(as: Parameters<typeof members>[1]): Fault {
  return members(list, (all, asked, page) => (asked.query.has('cursor') ? as(all, asked, page) : all));
}

function repeatsFirst(): Fault {
  return (parts) => {
    const first = new Map<string, readonly Record<string, unknown>[]>();
    members(list, (all, { path, query: asked }) => {
      if (!asked.has('cursor')) first.set(path, all);
      return first.get(path) ?? all;
    })(parts);
  };
}

function leadsBack(): Fault {
  return body(list, (page, { query: asked }) => {
    const links = page._links;
    if (isObject(links) && links.next === undefined && asked.has('cursor')) links.next = links.self;
  });
}

function onLaterPages(): Fault {
  return pageLink(list, 'next', (href, { query: asked }) => (asked.has('cursor') ? undefined : href));
}
