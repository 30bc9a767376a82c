/**
 * What is to happen at a given time without anybody asking for it. No timer runs: whoever is about to look calls
 * `catchUp` first, which does what has become due, each thing as of its own time.
 */
export class Agenda {
  readonly #changes: Due[] = [];

  /** Plans a change for a time in milliseconds since 1970. */
  plan(atMs: number, change: () => void): void {
    const later = this.#changes.findIndex((one) => one.atMs > atMs);
    this.#changes.splice(later < 0 ? this.#changes.length : later, 0, { atMs, change });
  }

  /** Does what is due now, in the order of time. */
  catchUp(): void {
    if (this.#changes.length === 0) return;
    const nowMs = Date.now();
    for (let next = this.#changes[0]; next !== undefined && next.atMs <= nowMs; next = this.#changes[0]) {
      this.#changes.shift();
      next.change();
    }
  }
}

type Due = { readonly atMs: number; readonly change: () => void };
