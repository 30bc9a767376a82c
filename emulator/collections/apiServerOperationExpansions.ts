import type { Collection, Representation } from '../engine/collection.ts';
import { environmentUrl, type Place } from '../engine/place.ts';
import type { Entry } from '../store/shelf.ts';
import type { ApiServerOperation } from './apiServerOperations.ts';
import { groups } from './groups.ts';
import { scopes } from './scopes.ts';
import { signOnPolicies } from './signOnPolicies.ts';

/** The groups of an operation's group rule that still exist. */
export function expandGroups({ value }: Entry<ApiServerOperation>, place: Place): readonly Representation[] {
  return found(groups, value.accessControl?.group?.groups, place, () => `${environmentUrl(place)}/groups`);
}

/** The scopes of an operation's scope rule that still exist. */
export function expandScopes({ value }: Entry<ApiServerOperation>, place: Place): readonly Representation[] {
  const urlOf = (resourceId: string) => `${environmentUrl(place)}/resources/${resourceId}/scopes`;
  return found(scopes, value.accessControl?.scope?.scopes, place, urlOf);
}

/** The sign-on policies of an operation's authentication rule that still exist. */
export function expandPolicies(
  { value }: Entry<ApiServerOperation>,
  place: Place,
): readonly Representation[] {
  const { acrs } = value.accessControl?.authentication ?? {};
  return found(signOnPolicies, acrs, place, () => `${environmentUrl(place)}/signOnPolicies`);
}

function found<T>(
  collection: Collection<T>,
  references: readonly { readonly id: string }[] | undefined,
  place: Place,
  urlOf: (parentId: string) => string,
): readonly Representation[] {
  const shelf = place.world.shelf<T>(place.ownerId, collection.kind);
  return (references ?? []).flatMap(({ id }) => {
    const entry = shelf.get(id);
    if (entry === undefined) return [];
    const { parentId } = entry;
    return [collection.represent(entry, { ...place, parentId, url: urlOf(parentId) })];
  });
}
