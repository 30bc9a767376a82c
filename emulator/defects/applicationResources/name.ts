import { type ApplicationResource, applicationResources } from '../../collections/applicationResources.ts';
import { ApiError } from '../../http/errors.ts';
import type { Entry, Shelf } from '../../store/shelf.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { askedOf, type Reply } from '../reply.ts';
import { described, filled, mutable, required, typed, unique, uniqueLater } from '../rows/text.ts';
import { at, resources } from './places.ts';

/** What a server can do wrong with the name and the description of an application resource. */
export const name = defectsOf({
  'application-resources-name-required': required(resources, 'name'),
  'application-resources-name-type': typed(resources, 'name'),
  'application-resources-name-empty': filled(resources, 'name'),
  'application-resources-name-unique': unique(resources, 'name'),
  'application-resources-name-unique-on-update': uniqueLater(resources, 'name'),
  'application-resources-name-across-parents': [
    ['fails at a name that another parent has', acrossParents(fail(500, 'UNEXPECTED_ERROR'))],
    ['answers 409 to a name that another parent has', acrossParents(fail(409, 'INVALID_DATA'))],
    ['refuses a name that another parent has, and stores it', acrossParents(refuseStored)],
    ['calls a name that another parent has invalid', acrossParents(calls('INVALID_VALUE', 'name'))],
    [
      'refuses a name that another parent has for the description',
      acrossParents(calls('UNIQUENESS_VIOLATION', 'description')),
    ],
    ['takes a name that another parent has, and stores nothing', acrossParents(lose)],
    [
      'answers 202 to a name that another parent has',
      onTaken((reply) => Object.assign(reply, { status: 202 })),
    ],
    [
      'answers with another name than the one that another parent has',
      onTaken((reply) => Object.assign(reply.body as object, { name: 'another' })),
    ],
  ],
  'application-resources-name-mutable': mutable(resources, 'name'),
  'application-resources-description-optional': described(resources, 'name'),
  'application-resources-description-type': typed(resources, 'description'),
  'application-resources-description-mutable': mutable(resources, 'description'),
});

type Stored = { readonly shelf: Shelf<ApplicationResource>; readonly entry: Entry<ApplicationResource> };

/** Does something else with a new application resource whose name one of another parent has. */
function acrossParents(act: (stored: Stored) => void): Fault {
  return (parts) => {
    const { world } = parts.gatekeeper;
    parts.wrap(at.create, (handler) => async (request) => {
      const answer = await handler(request);
      const { parameters } = askedOf(request);
      const shelf = world.shelf<ApplicationResource>(
        parameters.environmentId ?? '',
        applicationResources.kind,
      );
      const entry = shelf.get(String(answer.body?.id));
      const isElsewhere = (other: Entry<ApplicationResource>) =>
        other.value.name === entry?.value.name && other.parentId !== entry?.parentId;
      if (entry !== undefined && [...shelf.all()].some(isElsewhere)) act({ shelf, entry });
      return answer;
    });
  };
}

function lose({ shelf, entry }: Stored): void {
  shelf.remove(entry.id);
}

function fail(status: number, code: string, details: ConstructorParameters<typeof ApiError>[3] = []) {
  return (stored: Stored) => {
    lose(stored);
    throw new ApiError(status, code, 'The name is not available.', details);
  };
}

function calls(code: string, target: string) {
  return fail(400, 'INVALID_DATA', [{ code, target, message: 'The name is not available.' }]);
}

function refuseStored(): void {
  const detail = { code: 'UNIQUENESS_VIOLATION', target: 'name', message: 'The name is taken.' };
  throw new ApiError(400, 'INVALID_DATA', 'The name is not available.', [detail]);
}

/** Answers the create of an application resource in another way where there was one of the name before. */
function onTaken(change: (reply: Reply) => void): Fault {
  return (parts) => {
    const names = new Set<unknown>();
    parts.reply(at.create, (reply, { body }) => {
      if (reply.status >= 300) return;
      const { name: sent } = (body ?? {}) as { name?: unknown };
      if (names.has(sent)) change(reply);
      names.add(sent);
    });
  };
}
