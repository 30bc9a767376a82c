/** One stored resource. `value` is never changed in place: a replacement puts a new one. */
export type Entry<T = unknown> = {
  readonly id: string;
  /** id of the resource it lies below in the path; '' when the path names none */
  readonly parentId: string;
  /** place in the order of creation */
  readonly sequence: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly value: T;
};

/**
 * All resources of one kind in one environment (or organization), in the order of their creation.
 * Keys are texts that at most one of them may hold, such as a name that must be unique.
 */
export class Shelf<T = unknown> {
  readonly #entries = new Map<string, Entry<T>>();
  readonly #children = new Map<string, Map<string, Entry<T>>>();
  readonly #keys = new Map<string, readonly string[]>();
  readonly #holders = new Map<string, string>();

  get size(): number {
    return this.#entries.size;
  }

  /** How many lie below one parent. */
  sizeBelow(parentId: string): number {
    return parentId === '' ? this.size : (this.#children.get(parentId)?.size ?? 0);
  }

  get(id: string): Entry<T> | undefined {
    return this.#entries.get(id);
  }

  has(id: string): boolean {
    return this.#entries.has(id);
  }

  all(): Iterable<Entry<T>> {
    return this.#entries.values();
  }

  below(parentId: string): Iterable<Entry<T>> {
    return parentId === '' ? this.all() : (this.#children.get(parentId)?.values() ?? []);
  }

  /** The id that holds a key. */
  holder(key: string): string | undefined {
    return this.#holders.get(key);
  }

  /** Stores a new entry, or a new state of a stored one; a stored one keeps its place in the order. */
  put(entry: Entry<T>, keys: readonly string[] = []): void {
    if (this.#keys.size > 0) this.#release(entry.id);
    this.#entries.set(entry.id, entry);
    // without a parent, the siblings are simply all
    if (entry.parentId !== '') this.#siblings(entry.parentId).set(entry.id, entry);
    if (keys.length === 0) return;
    this.#keys.set(entry.id, keys);
    for (const key of keys) this.#holders.set(key, entry.id);
  }

  /** Removes an entry and frees its keys. */
  remove(id: string): void {
    const entry = this.#entries.get(id);
    if (entry === undefined) return;
    this.#release(id);
    this.#entries.delete(id);
    if (entry.parentId === '') return;
    const siblings = this.#siblings(entry.parentId);
    siblings.delete(id);
    if (siblings.size === 0) this.#children.delete(entry.parentId);
  }

  #siblings(parentId: string): Map<string, Entry<T>> {
    const known = this.#children.get(parentId);
    if (known !== undefined) return known;
    const siblings = new Map<string, Entry<T>>();
    this.#children.set(parentId, siblings);
    return siblings;
  }

  #release(id: string): void {
    for (const key of this.#keys.get(id) ?? []) this.#holders.delete(key);
    this.#keys.delete(id);
  }
}
