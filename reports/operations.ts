import type { Operation } from '../schemas/contract.ts';
import type { Evidence } from '../schemas/events.ts';

/** One operation and the answers it gave. */
export type OperationRow = {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** By status code; `reason` says why a documented status cannot be provoked. */
  readonly statuses: Readonly<Record<string, OperationStatus>>;
};

export type OperationStatus = {
  readonly documented: boolean;
  readonly basis?: 'operation' | 'page';
  readonly seen: number;
  readonly reason?: string;
};

/** Every operation with its documented statuses and those seen, in the order of the contract. */
export function operationRows(
  operations: readonly Operation[],
  evidence: readonly Evidence[],
): readonly OperationRow[] {
  const seen = seenStatuses(evidence);
  return operations.map((operation) => {
    const counts = new Map(seen.get(operation.id));
    const statuses: Record<string, OperationStatus> = {};
    for (const { status, basis, unprovoked } of operation.statuses) {
      const count = counts.get(String(status)) ?? 0;
      const reason = count === 0 && unprovoked !== undefined ? { reason: unprovoked } : {};
      statuses[status] = { documented: true, basis, seen: count, ...reason };
      counts.delete(String(status));
    }
    for (const [status, count] of counts) statuses[status] = { documented: false, seen: count };
    return { id: operation.id, method: operation.method, path: operation.path, statuses };
  });
}

/** How often each operation answered each status: operation id to status to count. */
export function seenStatuses(
  evidence: readonly Evidence[],
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const seen = new Map<string, Map<string, number>>();
  for (const { statuses } of evidence) {
    for (const [key, count] of Object.entries(statuses)) {
      const space = key.lastIndexOf(' ');
      const operation = key.slice(0, space);
      const status = key.slice(space + 1);
      const counts = seen.get(operation) ?? new Map<string, number>();
      counts.set(status, (counts.get(status) ?? 0) + count);
      seen.set(operation, counts);
    }
  }
  return seen;
}
