import { apiPaths } from './apiPaths.ts';
import { type Sender, type Served, standardSender } from './http/application.ts';
import type { Gatekeeper } from './oauth/authenticate.ts';
import { authPaths } from './oauth/authPaths.ts';
import { signingKey } from './oauth/signingKey.ts';
import { TokenCache } from './oauth/tokenCache.ts';
import type { EmulatorSeed } from './seed.ts';
import { plant } from './store/plant.ts';

/** What an emulator serves, before anybody can reach it. */
export type Prepared = {
  /** the paths of the management API */
  readonly api: readonly Served[];
  /** the paths of the authorization server */
  readonly auth: readonly Served[];
  readonly sender: Sender;
  /** takes back what was changed of parts that emulators share */
  readonly restore: () => void;
};

/** Changes the parts of an emulator before it starts, to see whether someone notices. */
export type Alter = (gatekeeper: Gatekeeper, seed: EmulatorSeed) => Altered;

/** What was changed of an emulator's parts, and how to change it back. */
export type Altered = {
  readonly served: (paths: readonly Served[]) => readonly Served[];
  readonly sender: (send: Sender) => Sender;
  readonly restore: () => void;
};

/** Makes the world of a seed and what serves it. */
export async function prepare(seed: EmulatorSeed, alter?: Alter): Promise<Prepared> {
  const gatekeeper: Gatekeeper = { world: plant(seed), key: await signingKey(), tokens: new TokenCache() };
  const api = apiPaths(gatekeeper);
  const auth = authPaths(gatekeeper);
  if (alter === undefined) return { api, auth, sender: standardSender, restore: () => {} };
  const { served, sender, restore } = alter(gatekeeper, seed);
  return { api: served(api), auth: served(auth), sender: sender(standardSender), restore };
}
