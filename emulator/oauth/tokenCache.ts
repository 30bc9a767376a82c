import type { Grant } from './accessToken.ts';

/** Authorization headers whose token was verified once, so that a signature is not checked for each request. */
export class TokenCache {
  readonly #grants = new Map<string, Grant>();

  /** What the token of a header was found to grant, unless it was never seen or has expired. */
  find(header: string): Grant | undefined {
    const grant = this.#grants.get(header);
    if (grant === undefined || grant.expiresAtMs > Date.now()) return grant;
    this.#grants.delete(header);
    return undefined;
  }

  add(header: string, grant: Grant): void {
    if (this.#grants.size >= capacity) {
      const oldest = this.#grants.keys().next();
      if (oldest.done !== true) this.#grants.delete(oldest.value);
    }
    this.#grants.set(header, grant);
  }
}

const capacity = 2000;
