import { assert, assertStatus } from '../../../fixtures/assertions.ts';
import { describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import type { Body } from '../../../fixtures/resource.ts';
import type { Made, Scope } from '../../../fixtures/scope.ts';
import { settled } from '../../../fixtures/settle.ts';
import { environments } from '../../../resources/environments.ts';
import { membersOf, type Shown } from '../facets.ts';

/** Path of the collection. */
export const ENVIRONMENTS = '/environments';

/** A new environment may not be reachable at once (client facts 4 and 6). */
export const USABLE_LIMIT_MS = 30_000;

/** A removal may take this long to show (rows environments-delete-…). */
export const REMOVAL_LIMIT_MS = 120_000;

/** The regions of all documents together (facts 0.1). */
export const REGIONS = ['NA', 'CA', 'EU', 'AU', 'SG', 'AP'];

/** A replacement answers 200; the OpenAPI lists 201 beside it (row environments-update-200). */
export const REPLACED = [200, 201];

/**
 * Creates a sandbox environment and waits until it can be read.
 * @param changes members of the body to set, or, when undefined, to leave out
 * @throws Blocked when it is not created or does not become readable
 */
export async function createSandbox(scope: Scope, changes: Body = {}): Promise<Made> {
  const given = await environments.arrange(scope);
  const body = { ...environments.body(scope, given), ...changes };
  const made = await scope.create(environments, { given, body });
  const read = await settled(
    scope,
    USABLE_LIMIT_MS,
    () => scope.api.get(made.path),
    ({ status }) => status === 200,
  );
  if (read.status !== 200) throw new Blocked(`a new environment cannot be read: ${describeExchange(read)}`);
  return made;
}

/** The environment under test read alone, and every environment of the list. */
export async function environmentsShown(scope: Scope): Promise<readonly Shown[]> {
  const one = await scope.api.get(scope.environment);
  assertStatus(one, 200);
  const list = await scope.api.get(ENVIRONMENTS);
  return [{ value: one.json as Shown['value'], exchange: one }, ...membersOf(list, 'environments')];
}

/** Every environment, over all pages. */
export function listEnvironments(scope: Scope): Promise<Shown['value'][]> {
  return scope.list(ENVIRONMENTS, 'environments');
}

/** The environments that are there during the whole run. */
export function knownIds({ target }: Scope): readonly string[] {
  const { environmentId, adminEnvironmentId, secondEnvironmentId } = target;
  return [...new Set([environmentId, adminEnvironmentId, secondEnvironmentId].flatMap((id) => id ?? []))];
}

/** Demands that no environment came of a refused create: none has its name, none its description. */
export async function assertNoneLike(scope: Scope, body: Body): Promise<void> {
  const like = (await listEnvironments(scope)).filter(
    ({ name, description }) => same(name, body.name) || same(description, body.description),
  );
  assert(
    like.length === 0,
    'a refused create made an environment',
    { expected: 'no environment with the name or description that was sent', received: like },
    assertNoneLike,
  );
}

/** Demands that the answer to a replacement says so. */
export function assertReplaced(exchange: Exchange): void {
  assertStatus(exchange, ...REPLACED);
}

function same(stored: unknown, sent: unknown): boolean {
  return typeof sent === 'string' && sent !== '' && stored === sent;
}
