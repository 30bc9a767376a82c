import { at, type Exchange, isObject } from '../fixtures/exchange.ts';
import { Blocked } from '../fixtures/mismatch.ts';
import type { Made, Scope } from '../fixtures/scope.ts';
import { decisionEndpoints } from './decisionEndpoints.ts';

/** More versions than these are not tried, in whatever order a target lists them. */
const TRIED = 6;

/** The path of the versions of the policies in the environment of a scope (facts 4.1). */
export function versionsOf(scope: Scope): string {
  return `${scope.environment}/authorizationVersions`;
}

/** The arrays of a collection document, by key. No document names the key of the versions, so any one will do. */
export function arraysIn({ json }: Exchange): Readonly<Record<string, readonly unknown[]>> {
  const embedded = at(json, '_embedded');
  const arrays = isObject(embedded) ? Object.entries(embedded).filter(([, each]) => Array.isArray(each)) : [];
  return Object.fromEntries(arrays) as Record<string, unknown[]>;
}

/**
 * The ids of the first versions that the environment shows, at least one.
 * @throws Blocked when it has none: policies are written in the policy editor, which no document in scope describes
 */
export async function someVersions(scope: Scope): Promise<readonly string[]> {
  const page = await scope.api.get(versionsOf(scope));
  const ids = Object.values(arraysIn(page))
    .flat()
    .map((member) => at(member, 'id'))
    .filter((id) => typeof id === 'string');
  if (ids.length === 0) throw new Blocked('the environment shows no version of its policies');
  return ids.slice(0, TRIED);
}

/** A version of the policies that endpoints take, and an endpoint that was created with it. */
export type Deployable = { readonly id: string; readonly made: Made };

/** @throws Blocked when the environment has no version that endpoints take */
export async function deployableVersion(scope: Scope): Promise<Deployable> {
  const [found] = await deployableVersions(scope, 1);
  return found as Deployable;
}

/**
 * Finds versions that endpoints take; one without a tag may be refused (field notes, facts 4.1).
 * @throws Blocked when there are fewer than asked for
 */
export async function deployableVersions(scope: Scope, count: number): Promise<readonly Deployable[]> {
  const found: Deployable[] = [];
  for (const id of await someVersions(scope)) {
    if (found.length === count) break;
    const given = await decisionEndpoints.arrange(scope);
    const body = { ...decisionEndpoints.body(scope, given), authorizationVersion: { id } };
    const made = await scope.create(decisionEndpoints, { given, body }).catch((error: unknown) => {
      if (error instanceof Blocked) return undefined;
      throw error;
    });
    if (made !== undefined) found.push({ id, made });
  }
  if (found.length === count) return found;
  throw new Blocked(
    `endpoints take ${found.length} of the first ${TRIED} versions of the policies, and ${count} are needed`,
  );
}
