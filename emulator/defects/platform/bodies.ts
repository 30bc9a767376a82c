import { defectsOf } from '../defect.ts';
import { isJson, mends, takesBytes } from '../faults/bodies.ts';
import { doesAnyway } from '../faults/refusals.ts';
import { touchesRefused } from '../faults/storage.ts';
import { groups, inGroups, inPopulations } from './places.ts';

const NAMELESS = '{"name":"nameless"}';

/** What a server can do wrong with bodies that are no JSON object. */
export const bodies = defectsOf({
  'platform-request-malformed-json-400': [
    ['takes a cut group for an empty object', mends(inGroups.write, () => '{}')],
    ['closes a group that was not closed', mends(inGroups.create, (text) => `${text}}`)],
    [
      'takes a comma behind the last member of a group',
      mends(inGroups.write, (text) => text.replace(/,\s*}$/, '}')),
    ],
    [
      'takes single quotes for double ones in a population',
      mends(inPopulations.write, (text) => text.replaceAll("'", '"')),
    ],
    [
      'reads the first of two texts as a population',
      mends(inPopulations.create, (text) => text.replace(/}{.*$/s, '}')),
    ],
    [
      'takes plain text for the name of a group',
      mends(inGroups.create, (text) => JSON.stringify({ name: text.replace(/[^a-z ]/g, '') })),
    ],
    [
      'moves updatedAt of a group forward with a replacement that it cannot read',
      touchesRefused(groups, ({ code }) => code === 'INVALID_REQUEST'),
      ['platform-request-non-object-400'],
    ],
    [
      'refuses a group that is no JSON, and adds one without a name',
      doesAnyway(inGroups.create, ({ parameters, body }, world) => {
        const shelf = world.shelf(parameters.environmentId ?? '', groups.kind);
        if (body === undefined) shelf.put(world.entry(crypto.randomUUID(), '', {}));
      }),
    ],
  ],
  'platform-request-empty-body-400': [
    [
      'creates a group without a body',
      takesBytes(inGroups.create, (bytes) => (bytes.length === 0 ? NAMELESS : undefined)),
    ],
    [
      'takes an empty object for a group without properties',
      takesBytes(inGroups.write, (bytes) => (bytes.toString('utf8') === '{}' ? NAMELESS : undefined)),
    ],
    [
      'replaces a population by no body',
      takesBytes(inPopulations.replace, (bytes) => (bytes.length === 0 ? NAMELESS : undefined)),
    ],
  ],
  'platform-request-non-object-400': [
    [
      'stores the first of a list of groups',
      takesBytes(inGroups.write, (bytes) =>
        ofJson(bytes, (json) => (Array.isArray(json) ? json[0] : undefined)),
      ),
    ],
    [
      'reads a text that holds a population',
      takesBytes(inPopulations.write, (bytes) =>
        ofJson(bytes, (json) => (typeof json === 'string' && isJson(json) ? JSON.parse(json) : undefined)),
      ),
    ],
    [
      'takes null for a group',
      takesBytes(inGroups.replace, (bytes) =>
        ofJson(bytes, (json) => (json === null ? { name: 'null' } : undefined)),
      ),
    ],
    [
      'takes a number for the name of a group',
      takesBytes(inGroups.create, (bytes) =>
        ofJson(bytes, (json) => (typeof json === 'number' ? { name: `${json}` } : undefined)),
      ),
    ],
  ],
});

function ofJson(bytes: Buffer, as: (json: unknown) => unknown): string | undefined {
  const text = bytes.toString('utf8');
  const next = isJson(text) ? as(JSON.parse(text)) : undefined;
  return next === undefined ? undefined : JSON.stringify(next);
}
