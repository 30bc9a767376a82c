import { defectsOf, type Fault } from '../defect.ts';
import { body, entries, isObject } from '../faults/answers.ts';
import { adds, gives } from '../faults/members.ts';
import { members } from '../faults/pages.ts';
import { misreports, refusesWith } from '../faults/refusals.ts';
import { query } from '../faults/requests.ts';
import { together } from '../faults/state.ts';
import { nobody, users } from './places.ts';

const { list } = users;
const ofExpand = { target: 'expand' };

/** What a server can do wrong with what it embeds in the users of an application role. */
export const userExpansion = defectsOf({
  'application-roles-users-expand': [
    ['ignores expand for users of an application role', query(list, 'expand')],
    ['embeds the first user of an application role only', embeds((index) => index === 0)],
    ['embeds users of an application role beside them', besides()],
    [
      'embeds users of an application role without their ids',
      gives(list, '_embedded.user.id', () => undefined),
    ],
    ['embeds the same user in each user of an application role', sameEmbedded()],
    ['embeds somebody else in each user of an application role', gives(list, '_embedded.user.id', nobody)],
    ['answers the users of an application role by their embedded users', flattens()],
    ['refuses to embed users of an application role', query(list, 'expand', () => 'nothing')],
  ],
  'application-roles-users-expand-other': [
    [
      'ignores what it cannot embed in users of an application role',
      query(list, 'expand', (name) => (name === 'user' ? name : undefined)),
    ],
    [
      'embeds the user whatever is to be embedded in users of an application role',
      query(list, 'expand', () => 'user'),
    ],
    [
      'refuses what it cannot embed in users of an application role for another parameter',
      misreports(list, ofExpand, (detail) => ({ ...detail, target: 'limit' })),
    ],
    [
      'answers 404 to what it cannot embed in users of an application role',
      refusesWith(list, ofExpand, 404, 'NOT_FOUND'),
    ],
    [
      'fails at what it cannot embed in users of an application role',
      refusesWith(list, ofExpand, 500, 'UNEXPECTED_ERROR'),
    ],
  ],
  'application-roles-users-expand-none': [
    ['embeds every user of an application role unasked', adds(list, '_embedded.user', { id: nobody })],
    ['embeds the first user of an application role unasked', embedsFirst()],
  ],
});

function embeds(which: (index: number) => boolean): Fault {
  return members(list, (all) =>
    all.map((one, index) => {
      const { _embedded: _, ...others } = one;
      return which(index) ? one : others;
    }),
  );
}

/** Embeds the first user at the top of the page. */
function besides(): Fault {
  return body(list, (page) => {
    const held = page._embedded;
    if (!isObject(held) || !Array.isArray(held.users)) return;
    const [first] = held.users as Record<string, unknown>[];
    if (!isObject(first?._embedded)) return;
    page._embedded = { ...held, ...first._embedded };
    for (const one of held.users) delete one._embedded;
  });
}

function sameEmbedded(): Fault {
  return members(list, (all) =>
    all.map((one) => (one._embedded === undefined ? one : { ...one, _embedded: all[0]?._embedded })),
  );
}

function flattens(): Fault {
  return entries(list, (one) => {
    const { user } = (one._embedded ?? {}) as { user?: Record<string, unknown> };
    return user ?? one;
  });
}

function embedsFirst(): Fault {
  return together(
    adds(list, '_embedded.user', { id: nobody }),
    embeds((index) => index === 0),
  );
}
