import { type ApiServer, apiServers, hasCustomPolicies } from '../../collections/apiServers.ts';
import { type Deployment, deploy, deploymentOf } from '../../collections/deployments.ts';
import type { Collection } from '../../engine/collection.ts';
import type { Entry } from '../../store/shelf.ts';
import type { World } from '../../store/world.ts';
import type { Fault } from '../defect.ts';
import type { Parts } from '../parts.ts';
import { type Asked, askedOf } from '../reply.ts';
import { body } from './answers.ts';

type Json = Record<string, unknown>;

const path = `${apiServers.path}/:${apiServers.item}/deployment`;

/** Where deployments are read and asked for. */
export const at = { read: `GET ${path}`, deploy: `POST ${path}`, both: [`GET ${path}`, `POST ${path}`] };

/** The deployment that a request is about. */
export type About = { readonly service: string; readonly environment: string; readonly world: World };

/** Shows something else of deployments, in all states or in the ones whose code matches. */
export function tells(
  where: string | readonly string[],
  code: RegExp,
  change: (shown: Json, asked: Asked) => void,
): Fault {
  return body(where, (shown, asked) => {
    if (code.test(codeOf(shown))) change(shown, asked);
  });
}

/** Tells another code for those that match. */
export function codes(where: string | readonly string[], code: RegExp, as: unknown): Fault {
  return tells(where, code, (shown) => {
    shown.status = { ...(shown.status as Json), code: as };
  });
}

/** Does something to what is stored of a deployment when it is asked for, before or after that is done. */
export function onDeploy(
  act: (about: About, asked: Asked) => void,
  when: 'before' | 'after' = 'before',
): Fault {
  return (parts) =>
    parts.wrap(at.deploy, (handler) => async (request) => {
      const asked = askedOf(request);
      const about = aboutOf(asked, parts);
      if (when === 'before') act(about, asked);
      const answer = await handler(request);
      if (when === 'after') act(about, asked);
      return answer;
    });
}

/** Does something before a deployment is read. */
export function onRead(act: (about: About) => void): Fault {
  return (parts) => parts.request(at.read, (_request, asked) => act(aboutOf(asked, parts)));
}

/** The deployment that a request is about, as it is by now. */
export function aboutOf({ parameters }: Asked, { gatekeeper: { world } }: Parts): About {
  world.agenda.catchUp();
  return {
    service: parameters[apiServers.item] ?? '',
    environment: parameters.environmentId ?? '',
    world,
  };
}

/** Changes what is stored of the deployment of a service, where there is one. */
export function restores({ service, environment, world }: About, as: (old: Deployment) => Deployment): void {
  const shelf = world.shelf<Deployment>(environment, 'deployments');
  const entry = shelf.get(service);
  if (entry !== undefined) shelf.put({ ...entry, value: as(entry.value) });
}

/** Does something whenever a member of a collection is written; told the service that it is or lies below. */
export function onWrite<T>(collection: Collection<T>, act: (about: About, entry: Entry<T>) => void): Fault {
  return (parts) => {
    const { stored } = collection;
    parts.change(collection as Collection<T> & object, {
      stored: (entry, place) => {
        stored?.(entry, place);
        const { world, ownerId } = place;
        act({ service: entry.parentId || entry.id, environment: ownerId, world }, entry);
      },
    });
  };
}

/** Deploys a service as it is. */
export function redeploys({ service, environment, world }: About): void {
  const entry = world.shelf<ApiServer>(environment, apiServers.kind).get(service);
  const place = { world, base: '', ownerId: environment, parentId: '', url: '' };
  if (entry !== undefined) deploy(entry, hasCustomPolicies(entry.value), place);
}

/** Whether a service was deployed and no other deployment of it is on its way. */
export function isDeployed({ service, environment, world }: About): boolean {
  const deployment = deploymentOf(world, environment, service);
  return deployment !== undefined && deployment.running === undefined;
}

/** Whether a deployment of a service succeeded, whatever came of later ones. */
export function wasDeployed({ service, environment, world }: About): boolean {
  return deploymentOf(world, environment, service)?.deployedAt !== undefined;
}

/** Loses what is known of the deployments of a service. */
export function forgets({ service, environment, world }: About): void {
  world.shelf(environment, 'deployments').remove(service);
}

/** Lets every deployment fail, and tells the failure in its own way. */
export function fails(as: (error: Json) => Json | undefined = (error) => error): Fault {
  return (parts) => {
    parts.change(parts.gatekeeper.world.deployment, { failingNames: [''] });
    tells(at.both, /FAILED$/, (shown) => {
      const { error, ...others } = shown.status as { code: string; error: Json };
      const told = as(error);
      shown.status = told === undefined ? others : { ...others, error: told };
    })(parts);
  };
}

function codeOf(shown: Json): string {
  const { code } = (shown.status ?? {}) as { code?: unknown };
  return String(code);
}
