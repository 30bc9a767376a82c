import { resources } from '../../collections/resources.ts';
import { scopes } from '../../collections/scopes.ts';
import { defectsOf } from '../defect.ts';
import { gives, omits } from '../faults/members.ts';
import { alsoRemoves } from '../faults/removal.ts';
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
  ],
  'prerequisites-scopes-name-required': required(scope, 'name'),
  'prerequisites-scopes-name-unique': [
    ...unique(scope, 'name'),
    [
      'refuses the name of a scope of another resource for the description',
      demandsUnique(scopes, 'description', ({ name }) => name),
    ],
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
