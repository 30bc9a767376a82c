import { vi } from 'vitest';
import type { EmulatorOptions } from '../../emulator/server.ts';
import { type Answered, type Json, openSession, type Session } from './session.ts';

/** How long deployments take in these tests, in milliseconds of a clock that only the tests move. */
export const durationMs = 40;

/** The media type that deploys. */
export const deployType = 'application/vnd.pingidentity.apiserver.deploy+json';

/** A session whose API services can be made, changed and deployed in a word. */
export type Deployments = {
  readonly session: Session;
  /** path of the sandbox */
  readonly env: string;
  bodyOf(more?: object): object;
  service(more?: object): Promise<Json>;
  put(service: Json, more: object): Promise<Answered>;
  remove(service: Json): Promise<Answered>;
  deploy(service: Json, type?: string, body?: string): Promise<Answered>;
  /** the deployment as it is read now */
  state(service: Json): Promise<Json>;
  /** deploys, lets the time pass and reads */
  settled(service: Json): Promise<Json>;
};

/** Opens a session in which deployments take `durationMs`, unless `deployment` says otherwise. */
export async function openDeployments(
  deployment: EmulatorOptions['deployment'] = { durationMs },
): Promise<Deployments> {
  const session = await openSession({ deployment });
  const env = `/environments/${session.ids.sandbox}`;
  const { id } = await session.make(`${env}/resources`, { name: 'custom' });
  const bodyOf = (more: object = {}) => ({
    name: 'deployed',
    baseUrls: ['https://api.example.com'],
    authorizationServer: { resource: { id } },
    ...more,
  });
  const { send } = session;
  const urlOf = (service: Json) => service._links.self.href;
  const deploy = (service: Json, type = deployType, body?: string) =>
    send('POST', `${urlOf(service)}/deployment`, { headers: { 'content-type': type }, body });
  const state = async (service: Json) => (await send('GET', `${urlOf(service)}/deployment`)).body;
  return {
    session,
    env,
    bodyOf,
    service: (more) => session.make(`${env}/apiServers`, bodyOf(more)),
    put: (service, more) => send('PUT', urlOf(service), { body: bodyOf(more) }),
    remove: (service) => send('DELETE', urlOf(service)),
    deploy,
    state,
    settled: async (service) => {
      await deploy(service);
      pass(durationMs);
      return state(service);
    },
  };
}

/** Moves the clock on; it must be held by fake timers. */
export function pass(ms: number): void {
  vi.setSystemTime(Date.now() + ms);
}
