import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { createApplication, type Served } from './http/application.ts';
import { type Alter, prepare } from './prepared.ts';
import { checkSeed, defaultSeed, type EmulatorSeed } from './seed.ts';
import type { DeploymentSettings } from './store/deploymentSettings.ts';

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
  /** how deployments of API services go, whatever the seed says */
  readonly deployment?: Partial<DeploymentSettings>;
  /** changes the parts of the emulator before it starts, to see whether someone notices */
  readonly alter?: Alter;
};

/**
 * Starts an emulator of the management API and its authorization server over HTTP.
 * @throws SeedError for a seed that cannot be used, and the system's error for a port that is taken
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { host = '127.0.0.1', port = 0, authPort, deployment } = options;
  const given = options.seed === undefined ? defaultSeed : checkSeed(options.seed);
  const seed =
    deployment === undefined
      ? given
      : checkSeed({ ...given, deployment: { ...given.deployment, ...deployment } });
  const { api, auth, sender, restore } = await prepare(seed, options.alter);
  const listeners: FastifyInstance[] = [];
  const listen = async (paths: readonly Served[], at: number) => {
    const application = createApplication(paths, sender);
    listeners.push(application);
    await application.listen({ host, port: at });
    return originOf(host, application.server.address() as AddressInfo);
  };
  const close = async () => {
    await Promise.all(listeners.map((listener) => listener.close()));
    restore();
  };
  try {
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
