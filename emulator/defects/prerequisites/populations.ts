import { type Population, populations } from '../../collections/populations.ts';
import { users } from '../../collections/users.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { adds, gives, omits } from '../faults/members.ts';
import { members } from '../faults/pages.ts';
import { refusesWith } from '../faults/refusals.ts';
import { alsoRemoves, holds, letsGo, removesRefused } from '../faults/removal.ts';
import { query } from '../faults/requests.ts';
import { together } from '../faults/state.ts';
import { freezes } from '../faults/storage.ts';
import { readsText } from '../faults/texts.ts';
import { refuses } from '../faults/validation.ts';
import { gone, linked, made, seen } from '../rows/standing.ts';
import { required, unique } from '../rows/text.ts';
import { nobody, population, user } from './places.ts';

const { at } = population;
const elsewhere = { href: `https://api.pingone.com/v1/environments/${nobody}/themes/${nobody}` };

/** What a server can do wrong with populations. */
export const populationDefects = defectsOf({
  'prerequisites-populations-create-201': [
    ...made(population),
    [
      'demands a description of a population',
      refuses(populations, 'description', ({ description }) => description === undefined),
    ],
    [
      'writes the name of a population in capitals',
      readsText(at.create, 'name', (name) => name.toUpperCase()),
    ],
    ['numbers new populations', gives(at.create, 'id', 1)],
  ],
  'prerequisites-populations-model': [
    ['does not count the users of a population', omits([...at.one, at.list], 'userCount')],
    ['counts a user in a new population', gives(at.read, 'userCount', 1)],
    ['names another environment of a population', gives(at.read, 'environment.id', nobody)],
    ['shows the default mark of a population as a text', gives(at.read, 'default', String)],
    ['shows when a population was created as a number', gives(at.read, 'createdAt', 17)],
    ['does not show when a population was updated', omits(at.read, 'updatedAt')],
    ['reads a population without its description', omits(at.read, 'description')],
    ['names the theme of a population by its bare id', adds(at.read, 'theme', nobody)],
    ['shows the language of a population as a list', adds(at.read, 'preferredLanguage', ['en'])],
  ],
  'prerequisites-populations-name-required': required(population, 'name'),
  'prerequisites-populations-name-unique': unique(population, 'name'),
  'prerequisites-populations-read': [
    ...seen(population),
    [
      'lists no population before it has users',
      members(at.list, (all) => all.filter(({ userCount }) => userCount !== 0)),
    ],
  ],
  'prerequisites-populations-delete-204': gone(population),
  'prerequisites-populations-delete-with-users-refused': [
    [
      'deletes the users of a population with it',
      together(
        letsGo(populations, 'userCount'),
        alsoRemoves(populations, ({ id }, { world, ownerId }) => {
          const shelf = world.shelf<{ readonly population: { readonly id: string } }>(ownerId, users.kind);
          for (const one of [...shelf.all()]) if (one.value.population.id === id) shelf.remove(one.id);
        }),
      ),
    ],
    ['deletes a population and leaves its users behind', letsGo(populations, 'userCount')],
    ['refuses to delete a population that has users, and deletes it', removesRefused(populations)],
    ['refuses to delete a population that ever had users', keepsInhabited()],
    [
      'answers 409 to the delete of a population that has users',
      refusesWith(at.remove, { target: 'userCount' }, 409, 'INVALID_DATA'),
    ],
  ],
  'prerequisites-populations-delete-default-refused': [
    ['deletes the default population', seesNoDefault()],
    ['refuses to delete the default population, and deletes it', removesRefused(populations)],
    [
      'answers 409 to the delete of the default population',
      refusesWith(at.remove, { target: 'default' }, 409, 'INVALID_DATA'),
    ],
  ],
  'prerequisites-populations-default-exclusive': [
    ['has two default populations', (parts) => parts.change(populations, { stored: () => {} })],
    ['keeps the mark with the first default population', keepsFirst()],
    ['does not mark a population as the default', freezes(populations, 'default')],
  ],
  'prerequisites-populations-links': [
    ...linked(population, 'self'),
    ...linked(population, 'environment'),
    ...linked(population, 'environment', at.read, ' of its read'),
    [
      'links a population to the theme of another one',
      together(adds(at.read, 'theme', { id: user.one }), adds(at.read, '_links.theme', elsewhere)),
    ],
  ],
  'prerequisites-populations-filter': [
    ['ignores filters of populations', query(at.list, 'filter')],
    ['ignores filters of populations by id', query(at.list, 'filter', ofForm(/^id /))],
    ['ignores filters of populations by name', query(at.list, 'filter', ofForm(/^name /))],
    [
      'finds no population by a filter',
      members(at.list, (all, { query: asked }) => (asked.has('filter') ? [] : all)),
    ],
  ],
});

function ofForm(form: RegExp) {
  return (filter: string) => (form.test(filter) ? undefined : filter);
}

function keepsInhabited(): Fault {
  return (parts) => {
    const inhabited = new Set<string>();
    parts.change(users, { stored: ({ value }) => inhabited.add(value.population.id) });
    holds(populations, ({ id }) => inhabited.has(id))(parts);
  };
}

/** Keeps populations for every other reason. */
function seesNoDefault(): Fault {
  return (parts) => {
    const { keep } = populations;
    parts.change(populations, {
      keep: (entry, place) => keep?.({ ...entry, value: { ...entry.value, default: false } }, place),
    });
  };
}

/** The second population that is marked loses its mark at once. */
function keepsFirst(): Fault {
  return (parts) =>
    parts.change(populations, {
      complete: ({ value, previous, place: { world, ownerId } }) => {
        const shelf = world.shelf<Population>(ownerId, populations.kind);
        const taken = [...shelf.all()].some((one) => one.value.default && one.id !== previous?.id);
        return { ...value, default: value.default && !taken };
      },
    });
}
