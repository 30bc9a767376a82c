import { allApplicationResources, applicationResources } from '../../collections/applicationResources.ts';
import type { Representation } from '../../engine/collection.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { gives, omits } from '../faults/members.ts';
import { members } from '../faults/pages.ts';
import { refusesSent } from '../faults/refusals.ts';
import { echoes, movesTo, remembers } from '../faults/sent.ts';
import { shows, together } from '../faults/state.ts';
import { at, nobody, shown, wide } from './places.ts';
import { findsBelowNamed, movesUnsaid, refusesNamed, showsNamed } from './sentHolders.ts';

const reads = [wide.read, wide.list];

/** What a server can do wrong with the parent of an application resource. */
export const parent = defectsOf({
  'application-resources-parent-present': [
    ['leaves the parent out of application resources of the environment', omits(reads, 'parent')],
    ['leaves the parent out of a list of application resources', omits(wide.list, 'parent')],
    ['leaves the parent out of a read of an application resource', omits(wide.read, 'parent')],
    ['shows a parent without its type', omits(reads, 'parent.type')],
    ['shows a parent without its id', omits(reads, 'parent.id')],
    ['shows a parent as its bare id', gives(reads, 'parent', ({ id }: { id: string }) => id)],
    ['shows null as the parent of application resources', gives(reads, 'parent', () => null)],
  ],
  'application-resources-parent-type': [
    ['calls a parent CUSTOM', gives(shown, 'parent.type', 'CUSTOM')],
    ['calls a parent CUSTOM in the answer to a create', gives(at.create, 'parent.type', 'CUSTOM')],
    ['calls a parent RESOURCE in the environment', gives(reads, 'parent.type', 'RESOURCE')],
    ['calls a parent RESOURCE below its own path', gives(at.read, 'parent.type', 'RESOURCE')],
    [
      'lists the types of parents in small letters',
      gives(wide.list, 'parent.type', (type: string) => type.toLowerCase()),
    ],
  ],
  'application-resources-parent-id': [
    ['shows application resources as their own parents', ownParent()],
    ['names another parent in the answer to a create', gives(at.create, 'parent.id', nobody)],
    ['names another parent in the environment', gives(reads, 'parent.id', nobody)],
    ['names another parent below the own path of the parent', gives(at.read, 'parent.id', nobody)],
    ['names the same parent for all application resources of the environment', sameParent()],
  ],
  'application-resources-parent-not-needed': [
    [
      'demands a parent in the body',
      refusesSent(at.create, 'parent', ({ parent: sent }) => sent === undefined),
    ],
    [
      'demands a parent in the body for the name',
      refusesSent(at.create, 'name', ({ parent: sent }) => sent === undefined),
    ],
  ],
  'application-resources-parent-read-only': [
    [
      'creates an application resource below the parent in the body',
      movesTo(applicationResources, at.create, 'parent'),
    ],
    [
      'moves an application resource to the parent in the body',
      movesTo(applicationResources, at.replace, 'parent'),
    ],
    ['answers a create with the parent that was sent', echoes(at.create, 'parent')],
    ['answers a replace with the parent that was sent', echoes(at.replace, 'parent')],
    [
      'reads an application resource with the parent that was sent',
      remembers(at.write, [at.read, wide.read], 'parent'),
    ],
    [
      'refuses a body with a parent for the name',
      refusesSent(at.write, 'name', ({ parent: sent }) => sent !== undefined),
    ],
    [
      'creates an application resource below another resource that its body names, and does not say so',
      movesUnsaid(applicationResources, at.create, 'parent'),
    ],
    [
      'moves an application resource to another resource that its body names, and does not say so',
      movesUnsaid(applicationResources, at.replace, 'parent'),
    ],
    [
      'reads an application resource of the environment with another parent that its body named',
      showsNamed(applicationResources, wide.read, 'parent'),
    ],
    [
      'finds an application resource below another resource that its body named',
      findsBelowNamed(applicationResources, 'parent'),
    ],
    [
      'refuses to create what names another resource as its parent for the name',
      refusesNamed(applicationResources, at.create, 'parent', 'name'),
    ],
    [
      'refuses to replace what names another resource as its parent for the name',
      refusesNamed(applicationResources, at.replace, 'parent', 'name'),
    ],
  ],
});

function ownParent(): Fault {
  const own = (one: Representation) => ({ ...one, parent: { ...(one.parent as object), id: one.id } });
  return together(shows(applicationResources, own), shows(allApplicationResources, own));
}

function sameParent(): Fault {
  return members(wide.list, (all) => all.map((one) => ({ ...one, parent: all[0]?.parent })));
}
