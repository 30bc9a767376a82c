import { defaultPopulation, populations } from '../../collections/populations.ts';
import { type User, users } from '../../collections/users.ts';
import { ApiError, invalidData } from '../../http/errors.ts';
import type { World } from '../../store/world.ts';
import { required as lacking } from '../../validation/faults.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { status } from '../faults/answers.ts';
import { gives, omits } from '../faults/members.ts';
import { doesAnyway, misreports, refusedOtherwise, refusesWith } from '../faults/refusals.ts';
import { listsRemoved } from '../faults/staleness.ts';
import { storesRefused } from '../faults/storage.ts';
import { readsText } from '../faults/texts.ts';
import { accepts, refuses, stores } from '../faults/validation.ts';
import type { Asked } from '../reply.ts';
import { gone, made, seen } from '../rows/standing.ts';
import { required, unique } from '../rows/text.ts';
import { nobody, user } from './places.ts';

const { at } = user;
const unknown = { target: 'population.id' };
const missing = { target: 'population', code: 'REQUIRED_VALUE' };

/** What a server can do wrong with the life of users and with what they need. */
export const usersDefects = defectsOf({
  'prerequisites-users-create-201': [
    ...made(user),
    ['numbers new users', gives(at.create, 'id', 1)],
    ['writes the name of a user in capitals', readsText(at.create, 'username', (name) => name.toUpperCase())],
    ['creates a user without its population', omits(at.create, 'population')],
  ],
  'prerequisites-users-below-environment': [
    ['does not show the population of a user', omits([...at.one, at.list], 'population')],
    ['reads a user without its population', omits(at.read, 'population')],
    ['reads a user with another population', gives(at.read, 'population.id', nobody)],
    ['reads a user with another environment', gives(at.read, 'environment.id', nobody)],
    ['names the population of a user by its bare id', gives(at.read, 'population', nobody)],
  ],
  'prerequisites-users-username-required': required(user, 'username'),
  'prerequisites-users-username-unique': [
    ...unique(user, 'username'),
    ['looks in one population for a user name that is taken', uniqueWithin()],
    ['answers 409 to a user name that is taken in another population', conflicts()],
    [
      'refuses a user name that is taken in another population, and stores the user',
      doesAnyway(at.create, (asked, world) => {
        const { parameters, body } = asked;
        if (isTakenElsewhere(asked, world))
          world
            .shelf(parameters.environmentId ?? '', users.kind)
            .put(world.entry(crypto.randomUUID(), '', body));
      }),
    ],
  ],
  'prerequisites-users-email': [
    ['drops the e-mail address of a user', stores(users, withoutAddress)],
    ['reads a user without its e-mail address', omits(at.read, 'email')],
    [
      'keeps the e-mail address of a user in capitals',
      readsText(at.create, 'email', (one) => one.toUpperCase()),
    ],
    [
      'refuses a user without an e-mail address for its name',
      refuses(users, 'username', ({ email }) => email === undefined),
    ],
    [
      'answers 202 to a user without an e-mail address',
      status(at.create, 201, 202, ({ body }) => (body as Partial<User>).email === undefined),
    ],
  ],
  'prerequisites-users-population-must-exist': [
    ['creates a user in a population that does not exist', accepts(users, 'population.id', 'INVALID_VALUE')],
    ['puts a user of an unknown population into another one', movesUnknown()],
    ['refuses a user of an unknown population, and stores it', storesRefused(users)],
    ['answers 409 to a user of an unknown population', refusesWith(at.create, unknown, 409, 'INVALID_DATA')],
    [
      'refuses a user of an unknown population for its name',
      misreports(at.create, unknown, (detail) => ({ ...detail, target: 'username' })),
    ],
    [
      'calls the unknown population of a user taken',
      misreports(at.create, unknown, (detail) => ({ ...detail, code: 'UNIQUENESS_VIOLATION' })),
    ],
  ],
  'prerequisites-users-default-population': [
    ['has users without any population', accepts(users, 'population', 'REQUIRED_VALUE')],
    ['invents a population for a user without one', joins(() => nobody)],
    [
      'refuses a user without a population for its name',
      misreports(at.create, missing, (detail) => ({ ...detail, target: 'username' })),
    ],
    ['refuses a user for its name where a default population waits for it', ignoresDefault()],
  ],
  'prerequisites-users-read': [
    ...seen(user),
    ['lists users without their population', omits(at.list, 'population')],
  ],
  'prerequisites-users-delete-204': [...gone(user), ['goes on listing a deleted user', listsRemoved(users)]],
});

/** Whether the user name that was sent is that of a user of another population. */
function isTakenElsewhere({ body, parameters }: Asked, world: World): boolean {
  const { username, population } = (body ?? {}) as Partial<User>;
  const all = [...world.shelf<User>(parameters.environmentId ?? '', users.kind).all()];
  return all.some(({ value }) => value.username === username && value.population.id !== population?.id);
}

function conflicts(): Fault {
  return (parts) =>
    refusedOtherwise(at.create, ({ message, details }, asked) =>
      isTakenElsewhere(asked, parts.gatekeeper.world)
        ? new ApiError(409, 'INVALID_DATA', message, details)
        : undefined,
    )(parts);
}

function ignoresDefault(): Fault {
  return (parts) =>
    parts.request(at.create, (_request, { body, parameters }) => {
      const standard = defaultPopulation(parts.gatekeeper.world, parameters.environmentId ?? '');
      if ((body as Partial<User> | undefined)?.population === undefined && standard !== undefined)
        throw invalidData([lacking('username')]);
    });
}

function withoutAddress({ email: _, ...others }: User): User {
  return others as User;
}

function uniqueWithin(): Fault {
  return (parts) => {
    const rules = (users.unique ?? []).map((rule) => ({
      ...rule,
      key: ({ username, population }: User) => `${population?.id} ${username}`,
    }));
    parts.change(users, { unique: rules });
  };
}

/** Users that name no population join another one than the default. */
function joins(populationId: () => string): Fault {
  return (parts) => {
    const { complete } = users;
    parts.change(users, {
      complete: (candidate) => {
        const whole = complete?.(candidate) ?? candidate.value;
        return candidate.value.population === undefined
          ? { ...whole, population: { id: populationId() } }
          : whole;
      },
    });
  };
}

function movesUnknown(): Fault {
  return (parts) =>
    parts.request(at.create, (request, { body, parameters }) => {
      const shelf = parts.gatekeeper.world.shelf(parameters.environmentId ?? '', populations.kind);
      const named = (body as User | undefined)?.population?.id;
      if (named === undefined || shelf.has(named)) return;
      const [first] = shelf.all();
      request.body = Buffer.from(JSON.stringify({ ...(body as User), population: { id: first?.id } }));
    });
}
