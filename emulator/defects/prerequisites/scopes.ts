import { resources } from '../../collections/resources.ts';
import { type Scope, scopes } from '../../collections/scopes.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { status } from '../faults/answers.ts';
import { gives, omits } from '../faults/members.ts';
import { refusesSent } from '../faults/refusals.ts';
import { alsoRemoves } from '../faults/removal.ts';
import { reads } from '../faults/requests.ts';
import { readsText, refusesText, strips, takesCharacters } from '../faults/texts.ts';
import { mixes } from '../faults/ties.ts';
import { accepts, demandsUnique, refuses } from '../faults/validation.ts';
import { gone, linked, made, seen } from '../rows/standing.ts';
import { required, unique } from '../rows/text.ts';
import { nobody, scope } from './places.ts';

const { at } = scope;

/** What a server can do wrong with scopes of resources. */
export const scopesDefects = defectsOf({
  'prerequisites-scopes-create-201': [
    ...made(scope),
    ['refuses scopes with and without mapped claims', refuses(scopes, 'mappedClaims', () => true)],
    ['creates a scope without its description', omits(at.create, 'description')],
    ['writes the name of a scope in capitals', readsText(at.create, 'name', (name) => name.toUpperCase())],
    ['numbers new scopes', gives(at.create, 'id', 1)],
    [
      'refuses a scope without mapped claims for its name',
      refusesSent(at.create, 'name', ({ mappedClaims }) => mappedClaims === undefined),
    ],
    [
      'answers 202 to a scope without mapped claims',
      status(at.create, 201, 202, ({ body }) => (body as Partial<Scope>).mappedClaims === undefined),
    ],
    [
      'drops the description of a scope without mapped claims',
      reads(at.create, ({ description: _, ...sent }) => (sent.mappedClaims === undefined ? sent : undefined)),
    ],
  ],
  'prerequisites-scopes-name-required': required(scope, 'name'),
  'prerequisites-scopes-name-unique': [
    ...unique(scope, 'name'),
    [
      'refuses the name of a scope of another resource for the description',
      demandsUnique(scopes, 'description', ({ name }) => name),
    ],
    ['renames a scope whose name stands below another resource', renames()],
  ],
  'prerequisites-scopes-name-characters': [
    ['takes any character in names of scopes', accepts(scopes, 'name', 'INVALID_VALUE')],
    ['takes angle brackets in names of scopes', takesCharacters(scopes, 'name', '<>')],
    ['leaves angle brackets out of names of scopes', strips(at.write, 'name', /[<>]/g)],
    ['takes no spaces in names of scopes', refusesText(scopes, 'name', / /)],
    ['takes no dots in names of scopes', refusesText(scopes, 'name', /\./)],
    ['takes no underscores in names of scopes', refusesText(scopes, 'name', /_/)],
    ['takes no addresses as names of scopes', refusesText(scopes, 'name', /:/)],
  ],
  'prerequisites-scopes-read': [
    ...seen(scope),
    ['lists the scopes of every resource below each', mixes(scopes)],
  ],
  'prerequisites-scopes-model': [
    ['reads a scope without its resource', omits(at.read, 'resource')],
    ['reads a scope with another resource', gives(at.read, 'resource.id', nobody)],
    ['reads a scope with another environment', gives(at.read, 'environment.id', nobody)],
    ['names the resource of a scope by its bare id', gives(at.read, 'resource', nobody)],
    ['does not show when a scope was created', omits(at.read, 'createdAt')],
    ['shows when a scope was updated as a number', gives(at.read, 'updatedAt', 17)],
    ...linked(scope, 'self'),
    ...linked(scope, 'resource'),
  ],
  'prerequisites-scopes-delete-204': [
    ...gone(scope),
    [
      'deletes the resource of a scope with it',
      alsoRemoves(scopes, ({ parentId }, { world, ownerId }) =>
        world.shelf(ownerId, resources.kind).remove(parentId),
      ),
    ],
  ],
});

function renames(): Fault {
  return (parts) =>
    parts.request(at.create, (request, { body, parameters }) => {
      const shelf = parts.gatekeeper.world.shelf<Scope>(parameters.environmentId ?? '', scopes.kind);
      const sent = (body ?? {}) as Partial<Scope>;
      const isUsed = [...shelf.all()].some(
        ({ parentId, value }) => value.name === sent.name && parentId !== parameters.resourceId,
      );
      if (isUsed) request.body = Buffer.from(JSON.stringify({ ...sent, name: `${sent.name} 2` }));
    });
}
