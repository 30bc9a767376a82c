import { defectsOf, type Fault } from '../defect.ts';
import { entries } from '../faults/answers.ts';
import { nothingWhenEmpty, oneOf } from '../faults/documents.ts';
import { notFoundWhenEmpty } from '../faults/filtering.ts';
import { gives, omits } from '../faults/members.ts';
import { bare, embeds, members, pageLink } from '../faults/pages.ts';
import { doesAnyway, misreports, refusesWith } from '../faults/refusals.ts';
import { query } from '../faults/requests.ts';
import { quota } from '../faults/validation.ts';
import { at, servers } from './places.ts';

type Json = Readonly<Record<string, unknown>>;

/** What a server can do wrong with the collection of external OAuth servers. */
export const list = defectsOf({
  'external-oauth-servers-list-embedded': [
    ['lists OAuth servers as items', embeds(at.list, (_name, all) => ({ items: all }))],
    ['lists OAuth servers in a bare array', bare(at.list)],
    ['answers with one OAuth server in place of all', oneOf(at.list)],
    [
      'lists a single OAuth server without an array',
      embeds(at.list, (name, all) => ({ [name]: all.length === 1 ? all[0] : all })),
    ],
    ['has no array where there are no OAuth servers', nothingWhenEmpty(at.list)],
    ['answers 404 where there are no OAuth servers', notFoundWhenEmpty(at.list)],
  ],
  'external-oauth-servers-list-item-members': [
    ['lists nothing but ids of OAuth servers', entries(at.list, ({ id, _links }) => ({ id, _links }))],
    ['lists OAuth servers without their names', omits(at.list, 'name')],
    ['lists OAuth servers without validation', omits(at.list, 'validation')],
    ['lists OAuth servers without the address of their keys', omits(at.list, 'validation.jwksUrl')],
    ['lists every tolerance as 0', gives(at.list, 'validation.clockSkewTolerance', 0)],
  ],
  'external-oauth-servers-limit': [
    ['lists all OAuth servers whatever the limit', query(at.list, 'limit')],
    [
      'lists one OAuth server more than the limit',
      query(at.list, 'limit', (limit) => String(Number(limit) + 1)),
    ],
    ['has no next link on a page of OAuth servers', pageLink(at.list, 'next')],
    ['has an OAuth server twice on a page', members(at.list, (all) => [...all, ...all.slice(0, 1)])],
  ],
  'external-oauth-servers-limit-range': [
    ['fails at a limit of 0 for OAuth servers', failsAtZero()],
    [
      'refuses a limit of 25 for OAuth servers',
      (parts) => parts.change(servers, { page: { maximum: 24, standard: 24 } }),
    ],
    [
      'refuses a limit of 1 for OAuth servers',
      query(at.list, 'limit', (limit) => (limit === '1' ? '0' : limit)),
    ],
    [
      'answers 404 to a limit of OAuth servers out of range',
      refusesWith(at.list, { target: 'limit' }, 404, 'NOT_FOUND'),
    ],
    [
      'refuses a limit out of range for the cursor',
      misreports(at.list, { target: 'limit' }, (detail) => ({ ...detail, target: 'cursor' })),
    ],
    ['answers 200 and nothing to a limit that OAuth servers do not have', emptyOutside()],
  ],
  'external-oauth-servers-cursor': [
    ['begins every page of OAuth servers anew', query(at.list, 'cursor')],
    ['has a next link on the last page of OAuth servers', alwaysNext()],
    [
      'has an empty last page of OAuth servers',
      members(at.list, (all, { query: asked }) => (asked.has('cursor') ? [] : all)),
    ],
    ['has the OAuth servers of a page on the next one again', withPageBefore()],
  ],
  'external-oauth-servers-quota': [
    ['takes any number of OAuth servers', quota(servers)],
    ['takes one OAuth server too many', quota(servers, 26)],
    ['refuses the last OAuth server that it has to take', quota(servers, 24)],
    [
      'answers 409 to one OAuth server too many',
      refusesWith(at.create, { code: 'CONSTRAINT_VIOLATION' }, 409, 'INVALID_DATA'),
    ],
    ['refuses one OAuth server too many, and stores it', storesBeyond()],
  ],
});

function failsAtZero(): Fault {
  return (parts) =>
    parts.reply(at.list, (reply, asked) => {
      if (asked.query.get('limit') === '0') reply.status = 500;
    });
}

function alwaysNext(): Fault {
  return (parts) =>
    parts.reply(at.list, (reply, asked) => {
      const { _links: links } = (reply.body ?? {}) as { _links?: Record<string, unknown> };
      const cursor = asked.query.get('cursor');
      if (links !== undefined && links.next === undefined && cursor !== null) links.next = links.self;
    });
}

/** Puts what the page before had in front of each page. */
function withPageBefore(): Fault {
  return (parts) => {
    let before: readonly Json[] = [];
    members(at.list, (all, asked) => {
      const page = asked.query.has('cursor') ? [...before, ...all] : all;
      before = all;
      return page;
    })(parts);
  };
}

function storesBeyond(): Fault {
  return doesAnyway(
    at.create,
    ({ body, parameters }, world) =>
      world
        .shelf(parameters.environmentId ?? '', servers.kind)
        .put(world.entry(crypto.randomUUID(), '', body)),
    ({ details }) => details.some(({ code }) => code === 'CONSTRAINT_VIOLATION'),
  );
}

function emptyOutside(): Fault {
  return (parts) =>
    parts.refused(at.list, (_problem, { query: asked }) =>
      Number(asked.get('limit')) > 25 ? { status: 200, body: {} } : undefined,
    );
}
