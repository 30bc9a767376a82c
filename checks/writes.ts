import { readMember } from '../fixtures/aftermath.ts';
import { assertStatus } from '../fixtures/assertions.ts';
import { at, describeExchange, type Exchange, isObject } from '../fixtures/exchange.ts';
import { Blocked } from '../fixtures/mismatch.ts';
import type { Body, Given, Resource } from '../fixtures/resource.ts';
import type { Scope } from '../fixtures/scope.ts';
import { requirement } from '../schemas/contract.ts';
import { successes } from './check.ts';

/** The two ways in which a body reaches a resource; most rules hold for both. */
export type Write = 'create' | 'replace';

export const writes: readonly Write[] = ['create', 'replace'];

/** The ways that a resource offers. */
export function writesOf({ operations }: Resource): readonly Write[] {
  return operations.update === undefined ? ['create'] : ['create', 'replace'];
}

/** A valid body, and what has to stand before it can be sent. */
export type Clean = {
  readonly arrange: (scope: Scope) => Promise<Given>;
  /** The body; another name at each call. */
  readonly body: (scope: Scope, given: Given) => Body;
  /** A valid body with other values: what stands when a faulty one is sent, so that any effect of that shows. */
  readonly other?: (scope: Scope, given: Given) => Body;
};

/** A write that can be sent any number of times. */
export type PreparedWrite = {
  readonly scope: Scope;
  readonly resource: Resource;
  readonly given: Given;
  /** A clean body with a name that nothing has. */
  readonly clean: () => Body;
  readonly send: (body: Body) => Promise<Exchange>;
  /** Reads what an accepted write stored. */
  readonly read: (written: Exchange) => Promise<Exchange>;
  /** The path of the resource that is replaced; undefined for a create. */
  readonly path: string | undefined;
};

/** The rows among these that speak of a write; a row that names no operations speaks of both. */
export function rowsOf(ids: readonly string[], write: Write): readonly string[] {
  const method = write === 'create' ? 'POST ' : 'PUT ';
  return ids.filter((id) => {
    const { operations } = requirement(id);
    return operations === undefined || operations.some((operation) => operation.startsWith(method));
  });
}

/**
 * Arranges a write; for a replace, makes what it replaces.
 * @throws Blocked when that cannot be had
 */
export async function openWrite(
  scope: Scope,
  resource: Resource,
  write: Write,
  { arrange, body }: Clean,
): Promise<PreparedWrite> {
  const given = await arrange(scope);
  const clean = () => body(scope, given);
  const common = { scope, resource, given, clean };
  if (write === 'create') {
    const read = (written: Exchange) => readMember(scope, resource, given, at(written.json, 'id'));
    return { ...common, send: (sent) => scope.api.post(given.collection, sent), read, path: undefined };
  }
  const { path } = await scope.create(resource, { given, body: clean() });
  return { ...common, send: (sent) => scope.api.put(path, sent), read: () => scope.api.get(path), path };
}

/**
 * Arranges a write and sends its clean request once, so that a refusal of another one means something. What a faulty
 * replace is about then stands with other values.
 * @throws Blocked when that is not accepted
 */
export async function prepareWrite(
  scope: Scope,
  resource: Resource,
  write: Write,
  clean: Clean,
): Promise<PreparedWrite> {
  const prepared = await openWrite(scope, resource, write, clean);
  const bodies = [prepared.clean()];
  if (write === 'replace' && clean.other !== undefined) bodies.push(clean.other(scope, prepared.given));
  for (const body of bodies) {
    const control = await prepared.send(body);
    if (control.status < 300 && isObject(control.json)) continue;
    const answer = `${describeExchange(control)} ${control.text.slice(0, 300)}`;
    throw new Blocked(`a valid ${write} of ${resource.name} was not accepted: ${answer}`);
  }
  return prepared;
}

/** Demands that a body is accepted, and returns the answer together with a later read. */
export async function accept(write: PreparedWrite, body: Body): Promise<readonly [Exchange, Exchange]> {
  const { create, update } = write.resource.operations;
  const answer = await write.send(body);
  assertStatus(answer, ...successes(write.path === undefined ? create : update));
  const read = await write.read(answer);
  assertStatus(read, 200);
  return [answer, read];
}
