import { notFound } from '../http/errors.ts';
import type { Call } from '../http/route.ts';
import type { World } from '../store/world.ts';

/** Where a collection is: its owner, its parent and its URL as the client addressed it. */
export type Place = {
  readonly world: World;
  /** such as http://127.0.0.1:8080/v1 */
  readonly base: string;
  /** id of the environment, or of the organization for what lies below one */
  readonly ownerId: string;
  /** id of the resource the collection lies below in the path, '' without one */
  readonly parentId: string;
  /** URL of the collection, without query */
  readonly url: string;
};

/** The resource that the path names above the collection. */
export type Parent = {
  /** shelf on which it stands */
  readonly kind: string;
  /** parameter of the path that names it */
  readonly parameter: string;
};

/** The URL of a path for given parameters. */
export type UrlOf = (base: string, parameters: Readonly<Record<string, string>>) => string;

/** Turns a path with `:name` parameters into a function that fills them in. */
export function compilePath(path: string): UrlOf {
  const parts = path.split(/:([A-Za-z]+)/);
  return (base, parameters) => {
    let url = base;
    for (let index = 0; index < parts.length; index += 2) {
      url += parts[index];
      const name = parts[index + 1];
      if (name !== undefined) url += encodeURIComponent(parameters[name] ?? '');
    }
    return url;
  };
}

/**
 * The place a call addresses.
 * @throws ApiError 404 when the parent that the path names does not exist in the environment
 */
export function placeOf(urlOf: UrlOf, ownerId: string, parent: Parent | undefined, call: Call): Place {
  const { world, base, parameters } = call;
  const parentId = parent === undefined ? '' : (parameters[parent.parameter] ?? '');
  if (parent !== undefined && !world.shelf(ownerId, parent.kind).has(parentId)) throw notFound();
  return { world, base, ownerId, parentId, url: urlOf(base, parameters) };
}

/** Id of an entry that the path names by another resource, which may stand below several parents. */
export function memberId(place: { readonly parentId: string }, name: string): string {
  return `${place.parentId}/${name}`;
}

/** URL of an environment. */
export function environmentUrl(place: { readonly base: string; readonly ownerId: string }): string {
  return `${place.base}/environments/${place.ownerId}`;
}
