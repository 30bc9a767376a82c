import {
  type ApplicationResource,
  allApplicationResources,
  applicationResources,
} from '../../collections/applicationResources.ts';
import type { Entry } from '../../store/shelf.ts';
import { changed, type World } from '../../store/world.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { always } from '../faults/answers.ts';
import { gives, omits } from '../faults/members.ts';
import { outlives } from '../faults/outliving.ts';
import { members } from '../faults/pages.ts';
import { refusesWith } from '../faults/refusals.ts';
import { remembers } from '../faults/sent.ts';
import { reverts } from '../faults/state.ts';
import { keepsDeleted, losesCreated, losesUpdate } from '../faults/storage.ts';
import { mixes, ofHolder } from '../faults/ties.ts';
import type { Asked, Reply } from '../reply.ts';
import { at, nobody, wide } from './places.ts';

const missing = { code: 'NOT_FOUND', message: 'Nothing was found.' };
const only = { code: 'INVALID_REQUEST', message: 'This path is only read.' };

/** What a server can do wrong with the two paths on which application resources are. */
export const paths = defectsOf({
  'application-resources-read-only-path': [
    ['creates application resources without a parent', offers(wide.create, create, 201)],
    ['replaces application resources on the path of the environment', offers(wide.replace, replace, 200)],
    ['deletes application resources on the path of the environment', offers(wide.remove, remove, 204)],
    [
      'refuses to create an application resource without a parent, and creates it',
      offers(wide.create, create, 405),
    ],
    [
      'refuses to replace an application resource on the path of the environment, and does',
      offers(wide.replace, replace, 405),
    ],
    [
      'refuses to delete an application resource on the path of the environment, and does',
      offers(wide.remove, remove, 405),
    ],
    ['answers 400 to a create on the path of the environment', always(wide.create, 400, only)],
    [
      'answers 204 to a delete on the path of the environment, and keeps what it names',
      always(wide.remove, 204),
    ],
    ['fails at a replace on the path of the environment', always(wide.replace, 500, only)],
  ],
  'application-resources-create-then-read': [
    ['keeps new application resources off the path of the environment', always(wide.read, 404, missing)],
    ['keeps new application resources off the path of their parent', always(at.read, 404, missing)],
    ['forgets new application resources', losesCreated(applicationResources)],
    ['reads application resources of the environment without description', omits(wide.read, 'description')],
    ['reads application resources below their parent without description', omits(at.read, 'description')],
    ['gives application resources other ids on the path of the environment', gives(wide.read, 'id', nobody)],
    [
      'shows the names of application resources of the environment in capitals',
      gives(wide.read, 'name', (name: string) => name.toUpperCase()),
    ],
    [
      'reads application resources of the environment with another name than below their parent',
      gives(at.read, 'name', (name: string) => `${name} `),
    ],
  ],
  'application-resources-create-then-list': [
    [
      "lists only the first parent's application resources in the environment",
      mixes(allApplicationResources, ofHolder(0)),
    ],
    [
      "lists only the newest parent's application resources in the environment",
      mixes(allApplicationResources, ofHolder(-1)),
    ],
    [
      'lists each application resource of the environment twice',
      members(wide.list, (all) => [...all, ...all]),
    ],
    ['lists each application resource of a parent twice', members(at.list, (all) => [...all, ...all])],
    ['lists the first application resource of a parent only', members(at.list, (all) => all.slice(0, 1))],
    ['lists the last application resource of a parent only', members(at.list, (all) => all.slice(-1))],
    ['lists no application resources of the environment', members(wide.list, () => [])],
  ],
  'application-resources-update-then-read': [
    [
      'shows the old name of an application resource on the path of the environment',
      remembers(at.create, wide.read, 'name'),
    ],
    ['shows the old name of an application resource below its parent', remembers(at.create, at.read, 'name')],
    [
      'shows the new name of an application resource in the answer only',
      reverts(applicationResources, 'name'),
    ],
    ['shows the new state of an application resource in the answer only', losesUpdate(applicationResources)],
  ],
  'application-resources-delete-then-gone': [
    ['keeps a deleted application resource', keepsDeleted(applicationResources)],
    [
      'reads a deleted application resource on the path of the environment',
      outlives(applicationResources, wide.read),
    ],
    ['reads a deleted application resource below its parent', outlives(applicationResources, at.read)],
    ['lists a deleted application resource in the environment', stillLists()],
    [
      'answers 410 for a deleted application resource',
      refusesWith([at.read, wide.read], undefined, 410, 'NOT_FOUND'),
    ],
  ],
  'application-resources-parent-list-own': [
    ["lists the environment's application resources below every parent", mixes(applicationResources)],
    [
      "lists the newest parent's application resources below every parent",
      mixes(applicationResources, ofHolder(-1)),
    ],
    [
      "lists the oldest parent's application resources below every parent",
      mixes(applicationResources, ofHolder(0)),
    ],
  ],
});

type Act = (world: World, environmentId: string, id: string, sent: ApplicationResource) => Entry | undefined;

/** Does what a path does not offer; what it answers is another question. */
function offers(where: string, act: Act, status: number): Fault {
  return (parts) =>
    parts.reply(where, (reply: Reply, { path, body }: Asked) => {
      if (reply.status !== 405) return;
      const [environmentId = '', , id = ''] = path.split('/').slice(3);
      const entry = act(parts.gatekeeper.world, environmentId, id, body as ApplicationResource);
      if (status === 405 || entry === undefined) return;
      const value = entry.value as ApplicationResource;
      Object.assign(reply, { status, body: status === 204 ? undefined : { id: entry.id, ...value } });
    });
}

function create(world: World, environmentId: string, _id: string, sent: ApplicationResource): Entry {
  const entry = world.entry(crypto.randomUUID(), '', { name: sent.name });
  world.shelf(environmentId, applicationResources.kind).put(entry);
  return entry;
}

function replace(world: World, environmentId: string, id: string, sent: ApplicationResource) {
  const shelf = world.shelf(environmentId, applicationResources.kind);
  const entry = shelf.get(id);
  if (entry === undefined) return undefined;
  const next = changed<unknown>(entry, { name: sent.name, description: sent.description });
  shelf.put(next);
  return next;
}

function remove(world: World, environmentId: string, id: string): Entry | undefined {
  const shelf = world.shelf(environmentId, applicationResources.kind);
  const entry = shelf.get(id);
  shelf.remove(id);
  return entry;
}

function stillLists(): Fault {
  return (parts) => {
    const gone: Record<string, unknown>[] = [];
    const { removed } = applicationResources;
    parts.change(applicationResources, {
      removed: (entry, place) => {
        removed?.(entry, place);
        gone.push({ id: entry.id, name: entry.value.name });
      },
    });
    members(wide.list, (all) => [...all, ...gone])(parts);
  };
}
