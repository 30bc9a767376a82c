import type { Permission } from '../access/roles.ts';
import type { Answer } from '../http/answer.ts';
import type { Call, Method, Operation, Route } from '../http/route.ts';
import type { Collection, Verb } from './collection.ts';
import { compilePath, type Place, placeOf } from './place.ts';
import { find, list, read } from './read.ts';
import { create, patch, remove, replace } from './write.ts';

/** The two routes of a collection: the whole of it, and one member. */
export function routesOf<T>(collection: Collection<T>): readonly Route[] {
  const urlOf = compilePath(collection.path);
  const level = collection.level ?? 'environment';
  const at = (call: Call): Place => {
    const { organizationId } = call.actor;
    const ownerId = level === 'organization' ? organizationId : (call.parameters.environmentId ?? '');
    return placeOf(urlOf, ownerId, collection.parent, call);
  };

  const offered = (handlers: readonly Handler[]) =>
    Object.fromEntries(
      handlers
        .filter(({ verb }) => collection.verbs.includes(verb))
        .map(({ verb, method, run }) => [method, operationOf(collection, verb, run)]),
    );

  const routes: readonly Route[] = [
    {
      path: collection.path,
      level,
      operations: offered([
        { verb: 'list', method: 'GET', run: (call) => list(collection, call, at(call)) },
        { verb: 'create', method: 'POST', run: (call) => create(collection, call, at(call)) },
      ]),
    },
    {
      path: `${collection.path}/:${collection.item}`,
      level,
      operations: offered([
        {
          verb: 'read',
          method: 'GET',
          run: member((entry, call, place) => read(collection, entry, call, place)),
        },
        {
          verb: 'replace',
          method: 'PUT',
          run: member((entry, call, place) => replace(collection, entry, call, place)),
        },
        {
          verb: 'patch',
          method: 'PATCH',
          run: member((entry, call, place) => patch(collection, entry, call, place)),
        },
        {
          verb: 'remove',
          method: 'DELETE',
          run: member((entry, _call, place) => remove(collection, entry, place)),
        },
      ]),
    },
  ];
  return routes.filter((route) => Object.keys(route.operations).length > 0);

  function member(run: (entry: ReturnType<typeof find<T>>, call: Call, place: Place) => Answer) {
    return (call: Call): Answer => {
      const place = at(call);
      return run(find(collection, call, place), call, place);
    };
  }
}

type Handler = { readonly verb: Verb; readonly method: Method; readonly run: (call: Call) => Answer };

function operationOf<T>(collection: Collection<T>, verb: Verb, run: (call: Call) => Answer): Operation {
  const access = verb === 'list' || verb === 'read' ? 'read' : 'write';
  const permission: Permission = `${collection.family}:${access}`;
  return {
    permission,
    run,
    ...(collection.populationOf === undefined ? {} : { byPopulation: true }),
    ...(collection.license === undefined ? {} : { license: collection.license }),
  };
}
