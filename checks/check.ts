import type { Case } from '../fixtures/case.ts';
import type { Resource } from '../fixtures/resource.ts';
import { operation } from '../schemas/contract.ts';
import { offersAll } from './needs.ts';

/** A rule that holds for every resource: it yields the cases that try it on one. */
export type Check = (resource: Resource) => Iterable<Case>;

/**
 * A case of a platform row on one resource, together with the resource's own rows that say the same.
 * Yields nothing when the resource is excepted from the row or lacks an operation that the row is about.
 * @param row id of the platform row; further ids stand or fall with it
 */
export function* caseFor(
  resource: Resource,
  row: string | readonly string[],
  title: string,
  run: Case['run'],
): Generator<Case> {
  const rows = (typeof row === 'string' ? [row] : row).filter(
    (id) => resource.except?.[id] === undefined && offersAll(resource, id),
  );
  if (rows.length === 0) return;
  const requirements = [...new Set(rows.flatMap((id) => [id, ...(resource.also[id] ?? [])]))];
  const capabilities = resource.capability === undefined ? {} : { capabilities: [resource.capability] };
  yield { title, requirements, ...capabilities, run };
}

/** The documented success statuses of an operation; none when there is no such operation. */
export function successes(operationId: string | undefined): readonly number[] {
  if (operationId === undefined) return [];
  return operation(operationId)
    .statuses.map(({ status }) => status)
    .filter((status) => status < 300);
}

/** Whether a collection lies below an environment, and is not the collection of environments itself. */
export function isBelowEnvironment({ operations }: Resource): boolean {
  return operation(operations.list).path.startsWith('/environments/{envID}/');
}
