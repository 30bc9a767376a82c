import { at, type Exchange } from '../fixtures/exchange.ts';
import type { Resource } from '../fixtures/resource.ts';
import type { Made, Scope } from '../fixtures/scope.ts';

/** The answers that hold links, and the member they are about. */
export type Documents = {
  readonly made: Made;
  /** What a create, a read and a replacement answered, in this order, as far as they are offered. */
  readonly representations: readonly Exchange[];
  /** The collection, and the first of its pages where limit is documented. */
  readonly collections: readonly Exchange[];
};

/**
 * Creates two members and reads them in every way.
 * @throws Blocked when they cannot be created
 */
export async function documentsOf(scope: Scope, resource: Resource): Promise<Documents> {
  const given = await resource.arrange(scope);
  await scope.create(resource, { given });
  const made = await scope.create(resource, { given });
  const { read, update } = resource.operations;
  const representations = [made.exchange];
  if (read !== undefined) representations.push(await scope.api.get(made.path));
  if (update !== undefined)
    representations.push(await scope.api.put(made.path, resource.changed(scope, given)));
  const lists = resource.limit === undefined ? [''] : ['', '?limit=1'];
  const collections = [];
  for (const query of lists) collections.push(await scope.api.get(given.collection + query));
  return { made, representations, collections };
}

/** Every path at which a member is found, and to which its self link may lead. */
export function homesOf(scope: Scope, resource: Resource, collection: string, id: string): readonly string[] {
  return [`${collection}/${id}`, ...(resource.alsoAt?.(scope, id) ?? [])];
}

/** One entry of a `_links` object, anywhere in an answer. */
export type Linked = { readonly name: string; readonly link: unknown };

/** Every link of an answer, those of embedded resources among them. */
export function linksIn(value: unknown): readonly Linked[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    name === '_links' ? entries(member) : linksIn(member),
  );
}

/** The href of a link as it stands, by name; undefined when there is none. */
export function hrefOf(resource: unknown, name: string): string | undefined {
  const links = at(resource, '_links');
  const href =
    typeof links === 'object' && links !== null
      ? at((links as Record<string, unknown>)[name], 'href')
      : undefined;
  return typeof href === 'string' ? href : undefined;
}

/** The path of a link below the base of the API, without query; undefined when it does not lie there. */
export function pathOf(scope: Scope, href: string | undefined): string | undefined {
  if (href === undefined || !URL.canParse(href)) return undefined;
  const base = new URL(scope.target.apiUrl).pathname.replace(/\/$/, '');
  const { pathname } = new URL(href);
  return pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : undefined;
}

/** The members of a collection document; none when it has no such array. */
export function membersOf(collection: Exchange, embedded: string): readonly Record<string, unknown>[] {
  const members = at(collection.json, `_embedded.${embedded}`);
  return Array.isArray(members) ? members : [];
}

function entries(links: unknown): readonly Linked[] {
  if (typeof links !== 'object' || links === null) return [];
  return Object.entries(links).map(([name, link]) => ({ name, link }));
}
