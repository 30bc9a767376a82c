import type { Fault } from '../defects/defect.ts';
import { body, error, isObject } from '../defects/faults/answers.ts';
import { setHeader } from '../defects/reply.ts';
import { readOnlyRefused } from './readOnlyRefused.ts';
import type { Variant } from './variant.ts';

const ALL = ['* /organizations*', '* /environments*', '* /roles*'];

/** Freedom that the documents leave to any server. */
export const freedoms: readonly Variant[] = [
  {
    id: 'hal-json',
    describes: 'labels representations as HAL JSON without a charset',
    apply: body(ALL, (_json, { headers }, reply) => {
      // Who accepts plain JSON alone is to have it.
      if (headers.accept !== 'application/json') setHeader(reply, 'Content-Type', 'application/hal+json');
    }),
  },
  {
    id: 'more-members',
    describes: 'shows members and links that no document names',
    apply: body(ALL, (json) => {
      json.undocumented = { since: '2026-01-01T00:00:00.000Z', tags: ['a'] };
      if (isObject(json._links)) json._links.undocumented = { href: 'https://docs.example.com/' };
    }),
  },
  {
    id: 'details-in-another-order',
    describes: 'tells the details of errors backwards, in other words and with further members',
    apply: error(ALL, (json) => {
      json.undocumented = 'trace';
      json.message = 'Something is not in order.';
      if (!Array.isArray(json.details)) return;
      json.details = json.details
        .map((detail: object) => ({ ...detail, message: 'Not in order.', undocumented: 1 }))
        .reverse();
    }),
  },
  {
    id: 'no-totals',
    describes: 'counts no members of collections',
    apply: body(ALL, (json) => {
      if (!isObject(json._embedded) || json.id !== undefined) return;
      delete json.count;
      delete json.size;
    }),
  },
  {
    id: 'small-pages',
    describes: 'gives pages of two where no limit is asked for and none is documented',
    apply: smallPages,
  },
  {
    id: 'another-spelling',
    describes: 'writes its JSON indented, members in another order',
    apply: (parts) =>
      parts.reply(ALL, (reply) => {
        if (isObject(reply.body))
          reply.text = Buffer.from(JSON.stringify(backwards(reply.body), null, 2), 'utf8').toString('latin1');
      }),
  },
  {
    id: 'read-only-refused',
    describes: 'refuses properties that only a server sets',
    apply: readOnlyRefused,
  },
  {
    id: 'chunked',
    describes: 'sends answers in chunks of seven bytes and without their length',
    apply: (parts) =>
      parts.reply(ALL, (reply) => {
        reply.chunkBytes = 7;
      }),
  },
  { id: 'slow', describes: 'takes a while for each answer', apply: slow },
  {
    id: 'deploys-at-once',
    describes: 'has deployed an API service when it answers',
    apply: ({ change, gatekeeper }) =>
      change(gatekeeper.world.deployment as { durationMs: number }, { durationMs: 0 }),
  },
];

function smallPages(parts: Parameters<Fault>[0]): void {
  const lists = ['groups', 'populations', 'resources', 'signOnPolicies', 'applications', 'gateways'];
  for (const name of lists)
    parts.request(`GET /environments/:environmentId/${name}`, (request, asked) => {
      if (asked.query.has('limit') || asked.query.has('cursor')) return;
      asked.query.set('limit', '2');
      request.raw.url = `${asked.path}?${asked.query.toString()}`;
    });
}

function slow(parts: Parameters<Fault>[0]): void {
  parts.wrap(ALL, (handler) => async (request) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    return handler(request);
  });
}

function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, inner]) => [name, backwards(inner)]),
  );
}
