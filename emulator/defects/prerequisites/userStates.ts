import { populations } from '../../collections/populations.ts';
import { type User, users } from '../../collections/users.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { body, status } from '../faults/answers.ts';
import { ignores, listsForNothing } from '../faults/filtering.ts';
import { gives, misleads, omits } from '../faults/members.ts';
import { members } from '../faults/pages.ts';
import { query, reads } from '../faults/requests.ts';
import { shows } from '../faults/state.ts';
import { noContent } from '../faults/statuses.ts';
import { askedOf } from '../reply.ts';
import { elsewhere, linked } from '../rows/standing.ts';
import { nobody, population, user } from './places.ts';

const { at } = user;
const patch = at.read.replace('GET', 'PATCH');
const move = `${at.replace}/population`;
const shown = [...at.one, at.list];

type Links = Record<string, { readonly href: string }>;

/** What a server can do wrong with what users show and with how they change. */
export const userStatesDefects = defectsOf({
  'prerequisites-users-single-population-move': [
    ['counts a user that moved in both populations', countsTwice()],
    ['answers 200 to the move of a user and leaves it where it is', staysBehind()],
    ['answers 204 to the move of a user', status(move, 200, 204)],
    ['counts no users in a population', gives(population.at.read, 'userCount', 0)],
    ['reads a user with another population than it moved to', gives(at.read, 'population.id', nobody)],
    ['counts in a population those only that moved there', counts((_all, moved) => moved)],
    ['does not count in a population those that moved there', counts((all, moved) => all - moved)],
  ],
  'prerequisites-users-patch-partial': [
    [
      'clears the name of a user where a partial update does not name it',
      reads(patch, (sent) => ({ name: null, ...sent })),
    ],
    ['answers 200 to a partial update and changes nothing', reads(patch, () => ({}))],
    ['ignores null in a partial update', reads(patch, withoutNulls)],
    ['answers a partial update with 204', noContent(patch)],
    ['answers 201 to a partial update', status(patch, 200, 201)],
    [
      'answers 202 to a partial update that clears a name',
      status(patch, 200, 202, ({ body: sent }) => (sent as Partial<User>).name === null),
    ],
    ['overlooks the e-mail address in a partial update', reads(patch, ({ email: _, ...sent }) => sent)],
  ],
  'prerequisites-users-response-members': [
    ['shows whether a user is enabled as a text', gives(shown, 'enabled', String)],
    ['lists whether users are enabled as texts', gives(at.list, 'enabled', String)],
    ['does not show whether a user has a second factor', omits(at.read, 'mfaEnabled')],
    ['shows the account of a user as a text', gives(at.read, 'account', 'OK')],
    ['shows the status of the account of a user as a number', gives(at.read, 'account.status', 1)],
    ['shows whether a user can authenticate as a number', gives(at.read, 'account.canAuthenticate', 1)],
    ['shows the life cycle of a user as a number', gives(at.read, 'lifecycle.status', 1)],
    ['shows the identity provider of a user as null', gives(at.read, 'identityProvider.type', () => null)],
    ['shows whether a user is verified as a boolean', gives(at.read, 'verifyStatus', false)],
    ['shows when a user was created as a number', gives(at.read, 'createdAt', 17)],
    ['does not show when a user was updated', omits(at.read, 'updatedAt')],
  ],
  'prerequisites-users-links': [
    ...linked(user, 'self'),
    ...linked(user, 'self', at.list, ' of the list'),
    ...linked(user, 'environment', at.create, ' of the create'),
    ...linked(user, 'population', at.create, ' of the create'),
    ['leads users that are read to another population', leads(at.read, 'population')],
    ['links a user to the password of another user', leads(shown, 'password.set')],
    ['links listed users to the passwords of another user', leads(at.list, 'password.reset')],
    ['links a user to the groups of another user', leads(at.read, 'memberOfGroups')],
    ['leads users that are read to another environment', misleads(at.read, 'environment', elsewhere)],
  ],
  'prerequisites-users-filter-member-of-group': [
    ['ignores filters of users by group', ignores(at.list, /memberOfGroups/)],
    ['lists all users for a group without any', listsForNothing(at.list)],
    [
      'knows no direct members of groups',
      query(at.list, 'filter', (filter) => filter.replace('"DIRECT"', '"INDIRECT"')),
    ],
    ['counts users that a filter by group does not find', countsAll()],
    [
      'finds no users by their groups',
      members(at.list, (all, { query: asked }) => (asked.get('filter')?.includes('Groups[') ? [] : all)),
    ],
  ],
});

function withoutNulls(sent: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== null));
}

/** Leads a link, whose name may have dots, to another user or population. */
function leads(where: typeof shown | string, name: string): Fault {
  return gives(where, '_links', (links: Links) => ({
    ...links,
    [name]: { href: elsewhere(links[name]?.href ?? '') },
  }));
}

function countsTwice(): Fault {
  return (parts) => {
    const left = new Map<string, number>();
    parts.wrap(move, (handler) => (request) => {
      const { parameters } = askedOf(request);
      const shelf = parts.gatekeeper.world.shelf<User>(parameters.environmentId ?? '', users.kind);
      const from = shelf.get(parameters.userId ?? '')?.value.population.id ?? '';
      left.set(from, (left.get(from) ?? 0) + 1);
      return handler(request);
    });
    shows(populations, (one, { id }) => ({
      ...one,
      userCount: Number(one.userCount) + (left.get(id) ?? 0),
    }))(parts);
  };
}

/** Counts users otherwise, told how many moved to the population. */
function counts(as: (all: number, moved: number) => number): Fault {
  return (parts) => {
    const arrived = new Map<string, number>();
    parts.wrap(move, (handler) => (request) => {
      const { id = '' } = (askedOf(request).body ?? {}) as { readonly id?: string };
      arrived.set(id, (arrived.get(id) ?? 0) + 1);
      return handler(request);
    });
    shows(populations, (one, { id }) => ({
      ...one,
      userCount: as(Number(one.userCount), arrived.get(id) ?? 0),
    }))(parts);
  };
}

function staysBehind(): Fault {
  return (parts) =>
    parts.wrap(move, (handler) => async (request) => {
      const { parameters } = askedOf(request);
      const shelf = parts.gatekeeper.world.shelf<User>(parameters.environmentId ?? '', users.kind);
      const before = shelf.get(parameters.userId ?? '');
      const answer = await handler(request);
      if (before !== undefined) shelf.put(before);
      return answer;
    });
}

function countsAll(): Fault {
  return body(at.list, (page, { query: asked }) => {
    if (asked.get('filter')?.includes('Groups[')) page.count = Number(page.count) + 1;
  });
}
