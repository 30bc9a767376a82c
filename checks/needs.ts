import type { Resource } from '../fixtures/resource.ts';

type Optional = 'read' | 'update';

/** The operations that platform rows are about, beyond those that every collection offers. */
export const needs: Readonly<Record<string, readonly Optional[]>> = {
  'platform-create-returns-id': ['read'],
  'platform-create-then-read': ['read'],
  'platform-read-one-200': ['read'],
  'platform-not-found-read-404': ['read'],
  'platform-delete-then-read-404': ['read'],
  'platform-delete-spares-siblings': ['read'],
  'platform-isolation-read': ['read'],
  'platform-collection-item-agrees-with-read': ['read'],
  'platform-links-self-readable': ['read'],
  'platform-expand-embeds': ['read'],
  'platform-update-200': ['update'],
  'platform-update-then-read': ['update'],
  'platform-put-repeatable': ['update'],
  'platform-put-own-unique-value': ['update'],
  'platform-put-clears-omitted': ['update'],
  'platform-request-null-clears': ['update'],
  'platform-immutable-in-put': ['update'],
  'platform-not-found-update-404': ['update'],
  'platform-refused-update-changes-nothing': ['update'],
  'platform-id-stable': ['read', 'update'],
  'platform-id-server-assigned': ['read'],
  'platform-request-utf8-round-trip': ['read', 'update'],
  'platform-updated-at-advances': ['read', 'update'],
  'platform-updated-at-read-only': ['read', 'update'],
  'platform-created-at-read-only': ['read', 'update'],
};

/** Whether a collection offers every operation that a row is about. */
export function offersAll({ operations }: Resource, row: string): boolean {
  return (needs[row] ?? []).every((kind) => operations[kind] !== undefined);
}
