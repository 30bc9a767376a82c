import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { apiPaths } from './apiPaths.ts';
import { createApplication, type Served } from './http/application.ts';
import type { Gatekeeper } from './oauth/authenticate.ts';
import { authPaths } from './oauth/authPaths.ts';
import { signingKey } from './oauth/signingKey.ts';
import { TokenCache } from './oauth/tokenCache.ts';
import { checkSeed, defaultSeed, type EmulatorSeed } from './seed.ts';
import { plant } from './store/plant.ts';

/** A running emulator. */
export type Emulator = {
  /** where the management API is, such as http://127.0.0.1:8080/v1 */
  readonly apiUrl: string;
  /** where the authorization server is, such as http://127.0.0.1:8081 */
  readonly authUrl: string;
  readonly seed: EmulatorSeed;
  /** Ends the emulator with its open connections; what it knew is gone. */
  close(): Promise<void>;
};

/** How to start an emulator; port 0 is a free one, and without `authPort` one port serves both. */
export type EmulatorOptions = {
  readonly host?: string;
  readonly port?: number;
  readonly authPort?: number;
  readonly seed?: EmulatorSeed;
};

/**
 * Starts an emulator of the management API and its authorization server over HTTP.
 * @throws SeedError for a seed that cannot be used, and the system's error for a port that is taken
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { host = '127.0.0.1', port = 0, authPort } = options;
  const seed = options.seed === undefined ? defaultSeed : checkSeed(options.seed);
  const gatekeeper: Gatekeeper = { world: plant(seed), key: await signingKey(), tokens: new TokenCache() };
  const listeners: FastifyInstance[] = [];
  const listen = async (paths: readonly Served[], at: number) => {
    const application = createApplication(paths);
    listeners.push(application);
    await application.listen({ host, port: at });
    return originOf(host, application.server.address() as AddressInfo);
  };
  const close = async () => {
    await Promise.all(listeners.map((listener) => listener.close()));
  };
  try {
    const api = apiPaths(gatekeeper);
    const auth = authPaths(gatekeeper);
    const apiOrigin = await listen(authPort === undefined ? [...api, ...auth] : api, port);
    const authOrigin = authPort === undefined ? apiOrigin : await listen(auth, authPort);
    return { apiUrl: `${apiOrigin}/v1`, authUrl: authOrigin, seed, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function originOf(host: string, { port }: AddressInfo): string {
  // an address that stands for all of them is no address to connect to
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
