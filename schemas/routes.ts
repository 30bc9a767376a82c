/** Finds the operation of a request by a tree of path segments, built once. */
import { type Operation, operations } from './operations.ts';

/** Finds an operation by method, path and, where several share both, media type of the request. */
export type Router = (method: string, pathname: string, contentType?: string) => Operation | undefined;

type Node = {
  readonly literals: Map<string, Node>;
  parameter?: Node;
  /** Operations that end here, by method. */
  readonly ends: Map<string, Operation[]>;
};

let routers: Readonly<Record<Operation['side'], Router>> | undefined;

/**
 * The operation that a request belongs to. Literal segments win over parameters.
 * @param pathname path below apiPath or authPath, without query, for instance `/environments/{id}/groups`
 * @param contentType tells operations on one method and path apart; ignored where there is only one
 */
export const matchOperation = (
  method: string,
  pathname: string,
  side: Operation['side'],
  contentType?: string,
): Operation | undefined => {
  routers ??= { api: router(of('api')), auth: router(of('auth')) };
  return routers[side](method, pathname, contentType);
};

/** Builds the tree of some operations once and looks requests up in it. */
export const router = (known: readonly Operation[]): Router => {
  const root = grow(known);
  return (method, pathname, contentType) => {
    const found = walk(root, pathname.split('/'), 1, method.toUpperCase());
    if (found === undefined || found.length === 1) return found?.[0];
    const mediaType = contentType?.split(';', 1)[0]?.trim().toLowerCase();
    return (
      found.find((each) => each.requestMediaTypes.some((type) => type.toLowerCase() === mediaType)) ??
      found[0]
    );
  };
};

const of = (side: Operation['side']): readonly Operation[] =>
  operations().filter((each) => each.side === side);

const walk = (
  node: Node,
  segments: readonly string[],
  at: number,
  method: string,
): readonly Operation[] | undefined => {
  const segment = segments[at];
  if (segment === undefined) return node.ends.get(method);
  if (segment === '') return undefined;
  const literal = node.literals.get(segment);
  const found = literal && walk(literal, segments, at + 1, method);
  return found ?? (node.parameter && walk(node.parameter, segments, at + 1, method));
};

const grow = (known: readonly Operation[]): Node => {
  const root = empty();
  for (const each of known) {
    let node = root;
    for (const segment of each.path.split('/').slice(1)) node = child(node, segment);
    const ends = node.ends.get(each.method);
    if (ends === undefined) node.ends.set(each.method, [each]);
    else ends.push(each);
  }
  return root;
};

const child = (node: Node, segment: string): Node => {
  if (segment.startsWith('{')) {
    node.parameter ??= empty();
    return node.parameter;
  }
  const known = node.literals.get(segment) ?? empty();
  node.literals.set(segment, known);
  return known;
};

const empty = (): Node => ({ literals: new Map(), ends: new Map() });
