import type { Entry } from '../store/shelf.ts';

/**
 * An entry that is on no shelf, for lists that are computed when they are read.
 * @param sequence its place in the order of the list; the same in every request, so that cursors find it again
 */
export function computed<T>(sequence: number, value: T): Entry<T> {
  return { id: '', parentId: '', sequence, createdAt: '', updatedAt: '', value };
}
