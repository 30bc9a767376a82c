import type { Grant } from './accessToken.ts';

/** Authorization headers whose token was verified once, so that a signature is not checked for each request. */
export class TokenCache {
  readonly #grants = new Map<string, Grant>();
  #lastHeader = '';
  #lastGrant: Grant | undefined;

  /** What the token of a header was found to grant, unless it was never seen or has expired. */
  find(header: string): Grant | undefined {
    // most requests carry the token of the one before; comparing long texts is cheaper than hashing them
    const grant = header === this.#lastHeader ? this.#lastGrant : this.#grants.get(header);
    if (grant === undefined) return undefined;
    if (grant.expiresAtMs <= Date.now()) {
      this.#grants.delete(header);
      return undefined;
    }
    this.#lastHeader = header;
    this.#lastGrant = grant;
    return grant;
  }

  /** Remembers what a verified token grants; the oldest of too many is forgotten. */
  add(header: string, grant: Grant): void {
    if (this.#grants.size >= capacity) {
      const oldest = this.#grants.keys().next();
      if (oldest.done !== true) this.#grants.delete(oldest.value);
    }
    this.#grants.set(header, grant);
  }
}

const capacity = 2000;
