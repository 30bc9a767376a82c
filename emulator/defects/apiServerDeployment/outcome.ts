import { randomUUID } from 'node:crypto';
import type { DecisionEndpoint } from '../../collections/decisionEndpoints.ts';
import { decisionEndpoints } from '../../collections/decisionEndpoints.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { at, onDeploy, restores, tells } from '../faults/deployments.ts';
import { adds, gives, omits } from '../faults/members.ts';
import { shows } from '../faults/state.ts';
import type { Asked } from '../reply.ts';
import { nobody } from './nobody.ts';

const UNINITIALIZED = /UNINITIALIZED$/;

/** What a server can do wrong with what deployments lead to: a time, a decision endpoint. */
export const outcome = defectsOf({
  'api-server-deployment-deployed-at-null': [
    ['has a time before the first deployment', before('deployedAt', () => new Date().toISOString())],
    ['has the time zero before the first deployment', before('deployedAt', () => new Date(0).toISOString())],
    ['has an empty time before the first deployment', before('deployedAt', () => '')],
  ],
  'api-server-deployment-deployed-at-set': [
    ['leaves the time of a deployment out', omits(at.both, 'deployedAt')],
    ['has null for the time of a deployment', adds(at.both, 'deployedAt', null)],
    [
      'tells the time of a deployment in seconds',
      gives(at.both, 'deployedAt', (time: unknown) => Math.floor(Date.parse(String(time)) / 1000)),
    ],
    [
      'tells the day of a deployment',
      gives(at.both, 'deployedAt', (time: unknown) => String(time).slice(0, 10)),
    ],
    [
      'tells the time of a deployment without its zone',
      gives(at.both, 'deployedAt', (time: unknown) => String(time).replace('Z', '')),
    ],
    [
      'tells another year',
      gives(at.both, 'deployedAt', (time: unknown) => String(time).replace(/^\d{4}/, '2001')),
    ],
    [
      'tells the time of an hour ago',
      gives(at.both, 'deployedAt', (time: unknown) =>
        new Date(Date.parse(String(time)) - 3_600_000).toISOString(),
      ),
    ],
  ],
  'api-server-deployment-deployed-at-advances': [
    ['keeps the time of the first deployment', keepsFirstTime()],
    ['tells later deployments as earlier ones', goesBack()],
  ],
  'api-server-deployment-deployed-at-stable': [
    ['tells the time of the read', gives(at.read, 'deployedAt', () => new Date().toISOString())],
    [
      'tells another time at each read',
      gives(at.read, 'deployedAt', (time: unknown) =>
        new Date(Date.parse(String(time)) + Math.floor(performance.now())).toISOString(),
      ),
    ],
    ['takes the time away once it was read', timesOnce()],
  ],
  'api-server-deployment-decision-endpoint-id': [
    ['does not name the decision endpoint', omits(at.both, 'decisionEndpoint')],
    [
      'names the decision endpoint by its bare id',
      gives(at.both, 'decisionEndpoint', (one: { readonly id: string }) => one.id),
    ],
    [
      'names the decision endpoint by a text that is no UUID',
      gives(at.both, 'decisionEndpoint.id', 'endpoint'),
    ],
    ['names the decision endpoint when it is asked to deploy only', omits(at.read, 'decisionEndpoint')],
    ['has null for the decision endpoint', adds(at.read, 'decisionEndpoint', null)],
  ],
  'api-server-deployment-decision-endpoint-before': [
    [
      'has an empty id of a decision endpoint before the first deployment',
      before('decisionEndpoint', () => ({ id: '' })),
    ],
    ['has an empty decision endpoint before the first deployment', before('decisionEndpoint', () => ({}))],
    [
      'has a text for a decision endpoint before the first deployment',
      before('decisionEndpoint', () => 'none'),
    ],
    [
      'has false for a decision endpoint before the first deployment',
      before('decisionEndpoint', () => false),
    ],
  ],
  'api-server-deployment-decision-endpoint-exists': [
    ['names a decision endpoint that does not exist', gives(at.both, 'decisionEndpoint.id', nobody)],
    ['makes no decision endpoint', hides()],
    [
      'reads a decision endpoint of a deployment under another id',
      shows(decisionEndpoints, (shownSo, { value }) => (value.owned ? { ...shownSo, id: nobody } : shownSo)),
    ],
  ],
  'api-server-deployment-decision-endpoint-name': [
    ['calls a decision endpoint by its id', names((_name, id) => id)],
    ['calls a decision endpoint by its service and more', names((name) => `${name} endpoint`)],
    ['calls every decision endpoint of a service alike', names(() => 'API service')],
    ['calls a decision endpoint by its service in capitals', names((name) => name.toUpperCase())],
  ],
  'api-server-deployment-decision-endpoint-stable': [
    [
      'makes a new decision endpoint at each deployment',
      onDeploy((about) =>
        restores(about, (old) => ({
          ...old,
          ...(old.decisionEndpoint && { decisionEndpoint: { id: randomUUID() } }),
        })),
      ),
    ],
    ['names another decision endpoint at each deployment', renames()],
  ],
});

/** Shows a member before the first deployment. */
function before(member: string, value: () => unknown): Fault {
  return tells(at.both, UNINITIALIZED, (shown) => {
    shown[member] = value();
  });
}

/** Remembers by service, for as long as the emulator lives. */
function remembering<T>(fault: (memory: Map<string, T>) => Fault): Fault {
  return (parts) => fault(new Map())(parts);
}

function keepsFirstTime(): Fault {
  return remembering<unknown>((first) =>
    gives(at.both, 'deployedAt', (time: unknown, asked: Asked) => {
      const service = asked.parameters.apiServerId ?? '';
      first.set(service, first.get(service) ?? time);
      return first.get(service);
    }),
  );
}

function goesBack(): Fault {
  return remembering<{ time: unknown; steps: number }>((last) =>
    gives(at.both, 'deployedAt', (time: unknown, asked: Asked) => {
      const service = asked.parameters.apiServerId ?? '';
      const old = last.get(service);
      const steps = old === undefined ? 0 : old.time === time ? old.steps : old.steps + 1;
      last.set(service, { time, steps });
      return new Date(Date.parse(String(time)) - steps * 60_000).toISOString();
    }),
  );
}

function timesOnce(): Fault {
  return remembering<unknown>((read) =>
    gives(at.read, 'deployedAt', (time: unknown, asked: Asked) => {
      const service = asked.parameters.apiServerId ?? '';
      const again = read.get(service) === time;
      read.set(service, time);
      return again ? undefined : time;
    }),
  );
}

/** Another id at each deployment; reads in between tell the same one. */
function renames(): Fault {
  return remembering<string>((ids) => (parts) => {
    onDeploy(({ service }) => void ids.set(service, randomUUID()))(parts);
    gives(
      at.both,
      'decisionEndpoint.id',
      (id: unknown, asked: Asked) => ids.get(asked.parameters.apiServerId ?? '') ?? id,
    )(parts);
  });
}

/** Keeps decision endpoints of deployments from being read. */
function hides(): Fault {
  return (parts) =>
    parts.request(`GET ${decisionEndpoints.path}/:${decisionEndpoints.item}`, (_request, { parameters }) => {
      const { environmentId = '', [decisionEndpoints.item]: id = '' } = parameters;
      const shelf = parts.gatekeeper.world.shelf<DecisionEndpoint>(environmentId, decisionEndpoints.kind);
      if (shelf.get(id)?.value.owned === true) shelf.remove(id);
    });
}

function names(as: (name: string, id: string) => string): Fault {
  return shows(decisionEndpoints, (shownSo, { id, value }) =>
    value.owned ? { ...shownSo, name: as(value.name, id) } : shownSo,
  );
}
