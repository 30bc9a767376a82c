import { type ApiServer, hasCustomPolicies, apiServers as services } from '../../collections/apiServers.ts';
import { type Resource, resources } from '../../collections/resources.ts';
import type { Fault } from '../../defects/defect.ts';
import { valueIn } from '../../defects/faults/nested.ts';
import { refusedOtherwise } from '../../defects/faults/refusals.ts';
import { together } from '../../defects/faults/state.ts';
import { refuses } from '../../defects/faults/validation.ts';
import { placesOf } from '../../defects/where.ts';
import type { Collection } from '../../engine/collection.ts';
import { invalidData } from '../../http/errors.ts';
import { isObject, type JsonObject } from '../../json/json.ts';
import { duplicate, invalid } from '../../validation/faults.ts';
import { demands, refusesIds, takesAs } from '../bodies.ts';
import type { OtherReadings } from '../variant.ts';

const typePath = 'authorizationServer.type';

const staysOfType = refuses(
  services,
  typePath,
  ({ authorizationServer }, previous) =>
    previous !== undefined && authorizationServer.type !== previous.authorizationServer.type,
);

/** What the documents say of API services in two ways. */
export const apiServers: OtherReadings = {
  'api-server-id': [['refuses an id for an API service other than its own', refusesIds(services)]],
  'api-server-name-scope': [
    [
      'lets an API service and a resource not have the same name',
      together(
        sharesNamesWith<ApiServer, Resource>(services, resources),
        sharesNamesWith<Resource, ApiServer>(resources, services),
      ),
    ],
  ],
  'api-server-type-required':
    'The stance takes the type as optional: a server that demands it is judged to be wrong.',
  'api-server-type-mutable': [
    ['does not let an API service move between PINGONE_SSO and EXTERNAL', staysOfType],
    [
      'tells nothing else of a body that would move an API service to another type',
      together(staysOfType, tellsTypeAlone()),
    ],
  ],
  'api-server-custom-mutable': [
    [
      'does not let custom policies be switched after creation',
      refuses(
        services,
        'accessControl.custom.enabled',
        (value, previous) =>
          previous !== undefined && hasCustomPolicies(value) !== hasCustomPolicies(previous),
      ),
    ],
  ],
  'api-server-directory-omitted': [
    [
      'takes a directory that is left out for one of the same type as the authorization server',
      takesAs(services, withEqualDirectory),
    ],
  ],
  'api-server-directory-type': [
    ['takes a directory without a type for PINGONE_SSO', takesAs(services, withDirectoryType)],
  ],
  'api-server-external-omitted': [
    [
      'demands an external OAuth server of an EXTERNAL service',
      demands(
        services,
        'authorizationServer.externalOAuthServer',
        (sent) => valueIn(sent, 'authorizationServer.type') === 'EXTERNAL',
      ),
    ],
  ],
  'api-server-backslash':
    'The stance expects both kinds of segments to be refused, as the emulator does: a server that takes one of them is judged to be wrong.',
};

/** Refuses what moves a service for that, whatever else is wrong with it. */
function tellsTypeAlone(): Fault {
  return (parts) =>
    refusedOtherwise(placesOf(services).replace, ({ code }, { body, parameters }) => {
      const shelf = parts.gatekeeper.world.shelf<ApiServer>(parameters.environmentId ?? '', services.kind);
      const old = shelf.get(parameters[services.item] ?? '')?.value.authorizationServer.type;
      const sent = valueIn(body, typePath) ?? 'PINGONE_SSO';
      const moves = old !== undefined && old !== sent && (sent === 'PINGONE_SSO' || sent === 'EXTERNAL');
      return code === 'INVALID_DATA' && moves
        ? invalidData([invalid(typePath, 'The type cannot be changed.')])
        : undefined;
    })(parts);
}

/** Refuses a name that a member of another collection has. */
function sharesNamesWith<T extends { readonly name: string }, O extends { readonly name: string }>(
  collection: Collection<T>,
  other: Collection<O>,
): Fault {
  return (parts) => {
    const { verify } = collection;
    parts.change(collection as Collection<T> & object, {
      verify: (candidate, faults) => {
        verify?.(candidate, faults);
        const { world, ownerId } = candidate.place;
        for (const { id, value } of world.shelf<O>(ownerId, other.kind).all())
          if (value.name === candidate.value.name) faults.push(duplicate('name', 'The name is in use.', id));
      },
    });
  };
}

function withEqualDirectory(sent: JsonObject): JsonObject {
  if ((sent.directory ?? null) !== null || valueIn(sent, 'authorizationServer.type') !== 'EXTERNAL')
    return sent;
  return { ...sent, directory: { type: 'EXTERNAL' } };
}

function withDirectoryType(sent: JsonObject): JsonObject {
  const { directory } = sent;
  if (directory === undefined || !isObject(directory) || (directory.type ?? null) !== null) return sent;
  return { ...sent, directory: { ...directory, type: 'PINGONE_SSO' } };
}
