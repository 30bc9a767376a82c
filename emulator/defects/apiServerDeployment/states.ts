import { apiServers } from '../../collections/apiServers.ts';
import { defectsOf, type Fault } from '../defect.ts';
import {
  type About,
  at,
  codes,
  fails,
  forgets,
  isDeployed,
  onDeploy,
  onRead,
  onWrite,
  redeploys,
  restores,
  tells,
} from '../faults/deployments.ts';
import { together } from '../faults/state.ts';

const UNINITIALIZED = /UNINITIALIZED$/;
const SUCCESSFUL = /SUCCESSFUL$/;
const PROGRESS = /IN_PROGRESS$/;
const CREATING = 'DECISION_ENDPOINT_CREATE_IN_PROGRESS';
const UPDATING = 'DECISION_ENDPOINT_UPDATE_IN_PROGRESS';

/** What a server can do wrong with the states that a deployment goes through. */
export const states = defectsOf({
  'api-server-deployment-uninitialized': [
    ['tells a success before the first deployment', codes(at.both, UNINITIALIZED, 'DEPLOYMENT_SUCCESSFUL')],
    [
      'tells progress before the first deployment',
      codes(at.both, UNINITIALIZED, 'POLICIES_CREATE_IN_PROGRESS'),
    ],
    ['tells a failure before the first deployment', codes(at.both, UNINITIALIZED, 'DEPLOYMENT_FAILED')],
    [
      'deploys services when they are created',
      onWrite(apiServers, (about, { createdAt, updatedAt }) =>
        createdAt === updatedAt ? redeploys(about) : undefined,
      ),
    ],
  ],
  'api-server-deployment-status-code-values': [
    ['tells DEPLOYED', codes(at.both, SUCCESSFUL, 'DEPLOYED')],
    ['tells a success in small letters', codes(at.both, SUCCESSFUL, 'deployment_successful')],
    ['tells NOT_DEPLOYED', codes(at.both, UNINITIALIZED, 'NOT_DEPLOYED')],
    ['tells DEPLOYMENT_IN_PROGRESS', codes(at.both, PROGRESS, 'DEPLOYMENT_IN_PROGRESS')],
    ['tells an empty state before the first deployment', codes(at.read, UNINITIALIZED, '')],
  ],
  'api-server-deployment-status-present': [
    [
      'has no state before the first deployment',
      tells(at.both, UNINITIALIZED, (shown) => void delete shown.status),
    ],
    [
      'answers to a request for a deployment without a state',
      tells(at.deploy, /./, (shown) => void delete shown.status),
    ],
    [
      'has a state without a code after a success',
      tells(at.both, SUCCESSFUL, (shown) => void Object.assign(shown, { status: {} })),
    ],
    [
      'has null for a state while it deploys',
      tells(at.both, PROGRESS, (shown) => void Object.assign(shown, { status: null })),
    ],
    ['tells states by number', codes(at.both, SUCCESSFUL, 3)],
    [
      'tells the state as a text',
      tells(
        at.both,
        UNINITIALIZED,
        (shown) => void Object.assign(shown, { status: 'DEPLOYMENT_UNINITIALIZED' }),
      ),
    ],
  ],
  'api-server-deployment-becomes-successful': [
    ['lets every deployment fail', fails()],
    ['lets deployments of services with operations fail', failsWhen(hasOperations)],
    [
      'never ends a deployment',
      (parts) => parts.change(parts.gatekeeper.world.deployment, { durationMs: 3_600_000 }),
    ],
    [
      'tells a success and stores none',
      together(codes(at.deploy, PROGRESS, 'DEPLOYMENT_SUCCESSFUL'), onDeploy(forgets, 'after')),
    ],
  ],
  'api-server-deployment-leaves-uninitialized': [
    ['forgets a deployment when its service is replaced', onWrite(apiServers, forgets)],
    [
      'forgets a deployment with its second read',
      atRead((about, count) => (count === 2 ? forgets(about) : undefined)),
    ],
    [
      'forgets a deployment with its fifth read',
      atRead((about, count) => (count === 5 ? forgets(about) : undefined)),
    ],
  ],
  'api-server-deployment-in-progress-then-final': [
    ['tells progress and success in turn', fallsBack((count) => count % 2 === 0)],
    ['deploys by itself what is read', atRead((about, count) => (count > 1 ? redeploys(about) : undefined))],
    ['falls back to progress after a while', fallsBack((count) => count >= 3)],
  ],
  'api-server-deployment-create-versus-update': [
    [
      'updates a decision endpoint in the first deployment',
      tells(at.both, PROGRESS, (shown) =>
        shown.decisionEndpoint === undefined ? put(shown, UPDATING) : undefined,
      ),
    ],
    [
      'creates a decision endpoint in the second deployment',
      tells(at.both, PROGRESS, (shown) =>
        shown.decisionEndpoint === undefined ? undefined : put(shown, CREATING),
      ),
    ],
    ['answers each request with the update of a decision endpoint', codes(at.deploy, PROGRESS, UPDATING)],
    ['answers each request with the creation of a decision endpoint', codes(at.deploy, PROGRESS, CREATING)],
  ],
});

function put(shown: Record<string, unknown>, code: string): void {
  shown.status = { code };
}

function hasOperations({ service, environment, world }: About): boolean {
  return world.shelf(environment, 'apiServerOperations').sizeBelow(service) > 0;
}

/** Lets deployments fail of which the condition holds when they are asked for. */
function failsWhen(when: (about: About) => boolean): Fault {
  return onDeploy((about) => {
    Object.assign(about.world.deployment, { failingNames: when(about) ? [''] : [] });
  });
}

/** Counts the reads of what is deployed, each time from its deployment on. */
function atRead(act: (about: About, count: number) => void): Fault {
  return (parts) => {
    const counts = new Map<string, number>();
    onDeploy(({ service }) => void counts.delete(service))(parts);
    onRead((about) => {
      if (!isDeployed(about)) return;
      const count = (counts.get(about.service) ?? 0) + 1;
      counts.set(about.service, count);
      act(about, count);
    })(parts);
  };
}

/** Tells progress at some of the reads of what is deployed. */
function fallsBack(at: (count: number) => boolean): Fault {
  return atRead((about, count) => {
    restores(about, (old) => ({
      ...old,
      outcome: { code: at(count) ? 'POLICIES_CREATE_IN_PROGRESS' : 'DEPLOYMENT_SUCCESSFUL' },
    }));
  });
}
