import { randomUUID } from 'node:crypto';
import type { Place } from '../engine/place.ts';
import type { Entry } from '../store/shelf.ts';
import { changed, type World } from '../store/world.ts';
import type { ApiServer } from './apiServers.ts';
import { versions } from './authorizationVersions.ts';
import type { DecisionEndpoint } from './decisionEndpoints.ts';
import { forgetDecisions } from './recentDecisions.ts';

/** What the deployments of an API service have led to so far (facts 4.5); one that was never deployed has none. */
export type Deployment = {
  /** time of the last success */
  readonly deployedAt?: string;
  readonly decisionEndpoint?: { readonly id: string };
  readonly authorizationVersion?: { readonly id: string };
  /** how the last one that ended went */
  readonly outcome?: Status;
  readonly running?: Running;
};

/** The member `status` of a deployment. */
export type Status = {
  readonly code: string;
  readonly error?: { readonly id: string; readonly code: string; readonly message: string };
};

/** The deployment that a service has, if any. */
export function deploymentOf(world: World, environmentId: string, serviceId: string): Deployment | undefined {
  return world.shelf<Deployment>(environmentId, kind).get(serviceId)?.value;
}

/** The status at this moment: how the last deployment went, or how far the running one is. */
export function statusOf(deployment: Deployment | undefined): Status {
  if (deployment === undefined) return { code: 'DEPLOYMENT_UNINITIALIZED' };
  const { running, outcome, decisionEndpoint } = deployment;
  if (running === undefined) return outcome ?? { code: 'DEPLOYMENT_UNINITIALIZED' };
  const half = (running.fromMs + running.untilMs) / 2;
  if (Date.now() < half) return { code: 'POLICIES_CREATE_IN_PROGRESS' };
  const step = decisionEndpoint === undefined ? 'CREATE' : 'UPDATE';
  return { code: `DECISION_ENDPOINT_${step}_IN_PROGRESS` };
}

/**
 * Begins to deploy a service as it is now. It ends after the time that the seed sets; another one that is begun before
 * that takes its place.
 */
export function deploy(service: Entry<ApiServer>, customPolicies: boolean, place: Place): void {
  const { world, ownerId } = place;
  const fromMs = Date.now();
  const running: Running = { fromMs, untilMs: fromMs + world.deployment.durationMs };
  save(service.id, { ...deploymentOf(world, ownerId, service.id), running }, place);
  world.agenda.plan(running.untilMs, () => {
    // the environment or the service may be gone by then, or deployed anew
    if (!world.organizationOf.has(ownerId)) return;
    const deployment = deploymentOf(world, ownerId, service.id);
    if (deployment?.running === running) end(service, customPolicies, deployment, running, place);
  });
  world.agenda.catchUp();
}

/** Removes the deployment of a service that is gone, with its decision endpoint. */
export function forgetDeployment(serviceId: string, place: Place): void {
  const { world, ownerId } = place;
  const endpointId = deploymentOf(world, ownerId, serviceId)?.decisionEndpoint?.id;
  world.shelf(ownerId, kind).remove(serviceId);
  if (endpointId === undefined) return;
  world.shelf(ownerId, 'decisionEndpoints').remove(endpointId);
  forgetDecisions(endpointId, place);
}

const kind = 'deployments';

/** A deployment on its way, from its request to its end in milliseconds since 1970. */
type Running = { readonly fromMs: number; readonly untilMs: number };

function end(
  service: Entry<ApiServer>,
  customPolicies: boolean,
  { running: _, ...before }: Deployment,
  { untilMs }: Running,
  place: Place,
): void {
  const { name } = service.value;
  if (place.world.deployment.failingNames.some((text) => name.includes(text))) {
    const message = `The policies of the API service ${name} could not be deployed.`;
    const error = { id: randomUUID(), code: 'UNEXPECTED_ERROR', message };
    // what was deployed before stays in force
    save(service.id, { ...before, outcome: { code: 'DEPLOYMENT_FAILED', error } }, place);
    return;
  }
  const deployment: Deployment = {
    deployedAt: new Date(untilMs).toISOString(),
    decisionEndpoint: { id: putDecisionEndpoint(service.value, before.decisionEndpoint?.id ?? '', place) },
    ...(customPolicies ? { authorizationVersion: { id: newestVersion(place) } } : {}),
    outcome: { code: 'DEPLOYMENT_SUCCESSFUL' },
  };
  save(service.id, deployment, place);
}

/** The first deployment makes a decision endpoint of the service's name, later ones keep it. */
function putDecisionEndpoint({ name }: ApiServer, id: string, { world, ownerId }: Place): string {
  const shelf = world.shelf<DecisionEndpoint>(ownerId, 'decisionEndpoints');
  const known = shelf.get(id);
  const value: DecisionEndpoint = {
    // whether requests are recorded is for clients to say
    recordRecentRequests: known?.value.recordRecentRequests ?? false,
    name,
    description: `Decision endpoint of the API service ${name}`,
    owned: true,
  };
  const next = known === undefined ? world.entry(randomUUID(), '', value) : changed(known, value);
  shelf.put(next);
  return next.id;
}

/** Policies are edited elsewhere: what is deployed is their newest version, or one of its own where there are none. */
function newestVersion({ world, ownerId }: Place): string {
  return [...versions(world, ownerId).all()].at(-1)?.id ?? randomUUID();
}

function save(serviceId: string, deployment: Deployment, { world, ownerId }: Place): void {
  world.shelf<Deployment>(ownerId, kind).put(world.entry(serviceId, '', deployment));
}
