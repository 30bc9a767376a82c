import type { Handler } from '../../http/application.ts';
import { ApiError, invalidData } from '../../http/errors.ts';
import { duplicate } from '../../validation/faults.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { gives } from '../faults/members.ts';
import { misreports, refusesWith } from '../faults/refusals.ts';
import { reads } from '../faults/requests.ts';
import { reverts, together } from '../faults/state.ts';
import { freezes, keepsRefused, losesUpdate, storesRefused } from '../faults/storage.ts';
import { cuts, invents, isStructure, keepsLeftOut, strips } from '../faults/texts.ts';
import { repeatsIn } from '../faults/uniqueness.ts';
import { accepts, refuses, stores } from '../faults/validation.ts';
import { askedOf } from '../reply.ts';
import type { Body } from './bodies.ts';
import { at, services, shown } from './places.ts';

const taken = { target: 'name', code: 'UNIQUENESS_VIOLATION' };

/** What a server can do wrong with the name of an API service. */
export const names = defectsOf({
  'api-servers-name-required': [
    ['stores a service without a name', accepts(services, 'name', 'REQUIRED_VALUE')],
    ['gives a service without a name one of its own', invents(at.create, 'name', undefined)],
    ['keeps the name of a service that a replace leaves out', keepsLeftOut(services, 'name')],
    [
      'refuses a service without a name for its base URLs',
      misreports(at.write, { target: 'name', code: 'REQUIRED_VALUE' }, (one) => ({
        ...one,
        target: 'baseUrls',
      })),
    ],
    [
      'answers 422 to a service without a name',
      refusesWith(at.write, { target: 'name', code: 'REQUIRED_VALUE' }, 422, 'INVALID_DATA'),
    ],
  ],
  'api-servers-name-type': [
    ['stores anything as the name of a service', accepts(services, 'name', 'INVALID_VALUE', notText())],
    [
      'stores anything as the name of a replaced service',
      accepts(services, 'name', 'INVALID_VALUE', { ...notText(), on: 'replace' }),
    ],
    [
      'writes an object down as the name of a service',
      reads(at.write, (body) =>
        isStructure(body.name) ? { ...body, name: JSON.stringify(body.name) } : undefined,
      ),
    ],
    ['reads the name of a service as a list', gives(at.read, 'name', (name: unknown) => [name])],
  ],
  'api-servers-name-mutable': [
    ['answers 200 and keeps the name of a service', freezes(services, 'name')],
    ['shows the new name of a service once and keeps the old one', reverts(services, 'name')],
    ['shows the new state of a service once and keeps the old one', losesUpdate(services)],
  ],
  'api-servers-name-empty': [
    ['stores an empty name of a service', accepts(services, 'name', 'EMPTY_VALUE')],
    [
      'stores an empty name in the replace of a service',
      together(
        reads(at.replace, (body) => (body.name === '' ? { ...body, name: ' ' } : undefined)),
        gives(shown, 'name', (name: unknown) => (name === ' ' ? '' : name)),
      ),
    ],
    ['gives a service with an empty name one of its own', invents(at.write, 'name', '')],
    [
      'refuses an empty name for the base URLs',
      misreports(at.write, { target: 'name', code: 'EMPTY_VALUE' }, (one) => ({
        ...one,
        target: 'baseUrls',
      })),
    ],
  ],
  'api-servers-name-unique': [
    ['takes the name of a service a second time', accepts(services, 'name', 'UNIQUENESS_VIOLATION')],
    ['takes the name of another service in a create', repeatsIn(services, 'name', at.create)],
    ['refuses a second service of a name, and stores it', storesRefused(services)],
    ['forgets that the name of a replaced service is taken', forgetsReplaced()],
    [
      'calls a second name of a service invalid',
      misreports(at.write, taken, (detail) => ({ ...detail, code: 'INVALID_VALUE' })),
    ],
    ['answers 409 to a second service of a name', refusesWith(at.write, taken, 409, 'INVALID_DATA')],
  ],
  'api-servers-name-unique-on-update': [
    ['looks for the same name at creation only', repeatsIn(services, 'name', at.replace)],
    ['refuses the name of another service, and takes it over', keepsRefused(services)],
    [
      'calls the name of another service invalid in a replace',
      misreports(at.replace, taken, (detail) => ({ ...detail, code: 'INVALID_VALUE' })),
    ],
    [
      'refuses the name of another service for the base URLs',
      misreports(at.replace, taken, (detail) => ({ ...detail, target: 'baseUrls' })),
    ],
  ],
  'api-servers-name-valid-resource-name': [
    ['takes a name of any length for a service', accepts(services, 'name', 'SIZE_LIMIT_EXCEEDED')],
    ['cuts the name of a service to 256 characters', cuts(at.write, 'name', 256)],
    [
      'takes control characters in the name of a service',
      accepts(services, 'name', 'INVALID_VALUE', { when: (name) => typeof name === 'string' }),
    ],
    ['strips control characters from the name of a service', strips(at.write, 'name', /\p{Cc}/gu)],
    [
      'answers 413 to a long name of a service',
      refusesWith(at.write, { code: 'SIZE_LIMIT_EXCEEDED' }, 413, 'INVALID_REQUEST'),
    ],
  ],
  'api-servers-name-example-accepted': [
    ['refuses a name that has a space before a hyphen', refuses(services, 'name', spaced)],
    [
      'stores the hyphens after a space as spaces',
      stores(services, (value) =>
        spaced(value) ? { ...value, name: value.name.replace(/ (\S*)-/, ' $1 ') } : value,
      ),
    ],
    [
      'stores the name of a service without its spaces',
      stores(services, (value) => ({ ...value, name: value.name.replaceAll(' ', '') })),
    ],
  ],
  'api-servers-name-shared-with-resource': [
    [
      'fails at a service with the name of a resource',
      onNameOfResource(() => {
        throw new ApiError(500, 'UNEXPECTED_ERROR', 'The names collide.');
      }),
    ],
    [
      'refuses a service with the name of a resource, and stores it',
      onNameOfResource((create) => {
        create();
        throw invalidData([duplicate('name', 'The name is in use.')]);
      }),
    ],
    [
      'refuses a service with the name of a resource for its base URLs',
      onNameOfResource(() => {
        throw invalidData([duplicate('baseUrls', 'The name is in use.')]);
      }),
    ],
    [
      'calls a service with the name of a resource otherwise',
      onNameOfResource((create) =>
        Promise.resolve(create()).then(({ body, ...answer }) => ({
          ...answer,
          body: { ...body, name: `${String(body?.name)} (1)` },
        })),
      ),
    ],
  ],
});

function notText() {
  return { when: (name: unknown) => typeof name !== 'string' };
}

function spaced({ name }: { readonly name: string }): boolean {
  return / \S*-/.test(name);
}

/** Treats the create of a service in another way when a resource has its name. */
function onNameOfResource(act: (create: () => ReturnType<Handler>) => ReturnType<Handler>): Fault {
  return (parts) =>
    parts.wrap(at.create, (handler) => (request) => {
      const { body, parameters } = askedOf(request);
      const name = String((body as Body | undefined)?.name);
      const shelf = parts.gatekeeper.world.shelf(parameters.environmentId ?? '', 'resources');
      return shelf.holder(`name ${name}`) === undefined ? handler(request) : act(() => handler(request));
    });
}

/** Puts what was replaced back without its keys. */
function forgetsReplaced(): Fault {
  return (parts) =>
    parts.change(services, {
      stored: (entry, { world, ownerId }) => {
        if (entry.createdAt !== entry.updatedAt) world.shelf(ownerId, services.kind).put(entry);
      },
    });
}
