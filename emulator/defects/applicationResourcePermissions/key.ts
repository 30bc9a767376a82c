import { applicationPermissions } from '../../collections/applicationPermissions.ts';
import type { Representation } from '../../engine/collection.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { gives, omits } from '../faults/members.ts';
import { refusesSent } from '../faults/refusals.ts';
import { echoes, remembers } from '../faults/sent.ts';
import { shows } from '../faults/state.ts';
import type { Asked } from '../reply.ts';
import { at, shown } from './places.ts';

const collection = applicationPermissions;

/** What a server can do wrong with the key of a permission. */
export const key = defectsOf({
  'application-resource-permissions-key-value': [
    [
      'writes the action before the name in keys',
      gives(shown, 'key', (one: string) => one.split(':').reverse().join(':')),
    ],
    [
      'makes keys of ids',
      shows(collection, (one) => ({ ...one, key: `${(one.resource as { id: string }).id}:${one.id}` })),
    ],
    ['writes keys with a dot', gives(shown, 'key', (one: string) => one.replace(':', '.'))],
    [
      'writes keys in small letters with a space',
      gives(shown, 'key', (one: string) => one.replace(':', ': ')),
    ],
    ['answers the create of a permission without its key', omits(at.create, 'key')],
    ['reads a permission without its key', omits(at.read, 'key')],
    [
      'answers the replace of a permission with another key',
      gives(at.replace, 'key', (one: string) => `${one}:`),
    ],
    [
      'lists permissions with their actions as keys',
      gives(at.list, 'key', (one: string) => one.split(':').at(-1)),
    ],
  ],
  'application-resource-permissions-key-read-only': [
    ['answers the create of a permission with the key that was sent', echoes(at.create, 'key')],
    ['answers the replace of a permission with the key that was sent', echoes(at.replace, 'key')],
    ['reads a permission with the key that was sent', remembers(at.write, at.read, 'key')],
    [
      'refuses a permission with a key for its action',
      refusesSent(at.write, 'action', ({ key: sent }) => sent !== undefined),
    ],
    [
      'answers the create of a permission with a key of two parts that was sent',
      gives(at.create, 'key', twoParts),
    ],
    [
      'answers the replace of a permission with a key of two parts that was sent',
      gives(at.replace, 'key', twoParts),
    ],
    [
      'refuses a permission with a key of two parts for its description',
      refusesSent(at.write, 'description', (sent) => String(sent.key).includes(':')),
    ],
    ['reads a permission with a key of two parts that was sent', keepsTwoParts()],
  ],
  'application-resource-permissions-key-follows-action': [
    [
      'keeps the key of a permission that gets another action',
      copies(
        (one) => one.key,
        (one, old) => ({ ...one, key: old }),
      ),
    ],
    ['reads a permission with the key that it had first', keepsFirstKey()],
  ],
  'application-resource-permissions-key-follows-resource-name': [
    ['keeps the old name in keys of permissions', copies(nameOf, withNameInKey)],
    ['keeps the old name of the application resource in permissions', copies(nameOf, withName)],
    [
      'keeps the permission as it was when the application resource is renamed',
      copies(nameOf, (one, old) => withName(withNameInKey(one, old), old)),
    ],
  ],
});

/** Shows what something of a permission was at first. */
function copies(
  of: (one: Representation) => unknown,
  as: (one: Representation, old: unknown) => Representation,
): Fault {
  return (parts) => {
    const first = new Map<string, unknown>();
    shows(collection, (one, { id }) => {
      if (!first.has(id)) first.set(id, of(one));
      return as(one, first.get(id));
    })(parts);
  };
}

function nameOf(one: Representation): unknown {
  return (one.resource as { name: string }).name;
}

function withNameInKey(one: Representation, name: unknown): Representation {
  return { ...one, key: `${name}:${one.action}` };
}

function withName(one: Representation, name: unknown): Representation {
  return { ...one, resource: { ...(one.resource as object), name } };
}

/** Answers a replace with the new key, and reads show the old one. */
function keepsFirstKey(): Fault {
  return (parts) => {
    const first = new Map<unknown, unknown>();
    parts.reply(at.create, ({ body }) => {
      const one = (body ?? {}) as Representation;
      first.set(one.id, one.key);
    });
    parts.reply(at.read, ({ body }) => {
      const one = (body ?? {}) as Record<string, unknown>;
      if (first.has(one.id)) one.key = first.get(one.id);
    });
  };
}

/** The key that was sent, where it looks like one. */
function twoParts(old: string, { body }: Asked): string {
  const { key: sent } = (body ?? {}) as { key?: unknown };
  return typeof sent === 'string' && sent.includes(':') ? sent : old;
}

function keepsTwoParts(): Fault {
  return (parts) => {
    const sent = new Map<unknown, string>();
    parts.reply(at.write, ({ body }, asked) => {
      const key = twoParts('', asked);
      if (key !== '') sent.set(((body ?? {}) as Representation).id, key);
    });
    gives(at.read, 'key', (old: string, { path }) => sent.get(path.split('/').at(-1)) ?? old)(parts);
  };
}
