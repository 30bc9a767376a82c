import { applications, renewSecret, secretOf } from '../../collections/applications.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { claims } from '../faults/access.ts';
import { status } from '../faults/answers.ts';
import { judgedAs, presents, tokenEndpoint } from '../faults/clients.ts';
import { gives, misleads, omits, unlinks } from '../faults/members.ts';
import { closesTo } from '../faults/permissions.ts';
import { reads } from '../faults/requests.ts';
import { noContent } from '../faults/statuses.ts';
import type { Parts } from '../parts.ts';
import { askedOf } from '../reply.ts';
import { elsewhere } from '../rows/standing.ts';
import { application, nobody } from './places.ts';

const { at } = application;
const secret = `${at.read}/secret`;
const renewal = secret.replace('GET', 'POST');

/** What a server can do wrong with what opens the token endpoint to an application, and with what it may do then. */
export const applicationSecretsDefects = defectsOf({
  'prerequisites-applications-id-is-client-id': [
    ['gives tokens to the workers of its seed only', knowsSeededOnly()],
    ['creates an application with another client id', gives(at.create, 'clientId', nobody)],
    ['names another client in the tokens of new workers', namesAnother()],
    [
      'takes the name of an application for its client id',
      gives(at.create, 'clientId', (_old, { body }) => nameIn(body)),
    ],
  ],
  'prerequisites-applications-secret': [
    ['renews a secret and does not take the new one', takesOldOnly()],
    ['answers the renewal of a secret with the old one', renewsNothing()],
    ['shows a new secret and keeps the old one', renewsOnce()],
    ['answers the renewal of a secret with 204', noContent(renewal)],
    ['answers 202 to the renewal of a secret', status(renewal, 200, 202)],
    ['shows an empty secret where it is renewed', gives(renewal, 'secret', '')],
    ['shows a number where a secret is renewed', gives(renewal, 'secret', 17)],
    ['goes on reading the old secret once it is renewed', readsOld()],
    ['takes no secret of a new worker before it is renewed', takesRenewedOnly()],
  ],
  'prerequisites-applications-secret-links': [
    ['links a secret to another application', misleads(secret, 'application', elsewhere)],
    ['leaves the link of a secret to its application out', unlinks(secret, 'application')],
    ['links a secret to another environment', misleads(secret, 'environment', elsewhere)],
    ['leaves the link of a secret to its environment out', unlinks(secret, 'environment')],
    ['links a secret to the secret of another application', misleads(secret, 'self', elsewhere)],
    ['leaves the self link of a secret out', unlinks(secret, 'self')],
    ['names another environment of a secret', gives(secret, 'environment.id', nobody)],
    ['does not name the environment of a secret', omits(secret, 'environment')],
  ],
  'prerequisites-applications-actor-roles': [
    ['gives every worker the roles of its creator', inherits(true)],
    ['gives no worker the roles of its creator', inherits(false)],
    [
      'turns round which workers have the roles of their creators',
      reads(at.create, (sent) => ({ ...sent, assignActorRoles: sent.assignActorRoles === false })),
    ],
    [
      'gives workers tokens that open no environment',
      (parts) =>
        closesTo(
          'GET /environments/:environmentId',
          (_world, { clientId }) => !isSeeded(parts, clientId),
        )(parts),
    ],
    ['answers 404 to a worker without roles that asks for a token', status(tokenEndpoint, 400, 404)],
  ],
});

function nameIn(body: unknown): unknown {
  return (body as { readonly name?: unknown } | undefined)?.name;
}

function inherits(assignActorRoles: boolean): Fault {
  return reads(at.create, (sent) => ({ ...sent, assignActorRoles }));
}

function isSeeded({ seed }: Parts, id: unknown): boolean {
  return seed.workers.some(({ clientId }) => clientId === id);
}

function knowsSeededOnly(): Fault {
  return (parts) =>
    judgedAs((_application, { id }) => (isSeeded(parts, id) ? {} : { enabled: false }))(parts);
}

/** The tokens of its seed name whom they have to, or nothing could be asked for. */
function namesAnother(): Fault {
  return (parts) =>
    claims((all) => (isSeeded(parts, all.client_id) ? all : { ...all, client_id: nobody }))(parts);
}

type Renewal = { readonly environmentId: string; readonly id: string; readonly old: string };

/** Does something when a secret was renewed, and answers with what that gives. */
function onRenewal(
  act: (
    parts: Parts,
    renewed: Renewal,
    answered: Record<string, unknown>,
  ) => Record<string, unknown> | undefined,
): Fault {
  return (parts) =>
    parts.wrap(renewal, (handler) => async (request) => {
      const { environmentId = '', [applications.item]: id = '' } = askedOf(request).parameters;
      const old = secretOf(parts.gatekeeper.world, environmentId, id) ?? '';
      const answer = await handler(request);
      const body = act(parts, { environmentId, id, old }, answer.body as Record<string, unknown>);
      return body === undefined ? answer : { ...answer, body };
    });
}

function renewsNothing(): Fault {
  return onRenewal(({ gatekeeper }, { environmentId, id, old }, answered) => {
    renewSecret(gatekeeper.world, environmentId, id, old);
    return { ...answered, secret: old };
  });
}

function renewsOnce(): Fault {
  return onRenewal(({ gatekeeper }, { environmentId, id, old }) => {
    renewSecret(gatekeeper.world, environmentId, id, old);
    return undefined;
  });
}

function readsOld(): Fault {
  return (parts) => {
    const renewed = new Map<string, string>();
    onRenewal((_parts, { id, old }) => {
      renewed.set(id, old);
      return undefined;
    })(parts);
    const applicationOf = (path: string) => path.split('/').at(-2) ?? '';
    gives(secret, 'secret', (now: string, { path }) => renewed.get(applicationOf(path)) ?? now)(parts);
  };
}

/** The workers of its seed have secrets of old, or nothing could be asked for. */
function takesRenewedOnly(): Fault {
  return (parts) => {
    const renewed = new Set<string>();
    onRenewal((_parts, { id }) => {
      renewed.add(id);
      return undefined;
    })(parts);
    presents(({ id = '' }) =>
      renewed.has(id) || isSeeded(parts, id) ? undefined : { secret: 'not valid yet' },
    )(parts);
  };
}

function takesOldOnly(): Fault {
  return (parts) => {
    const renewed = new Map<string, string>();
    onRenewal((_parts, { id, old }) => {
      renewed.set(id, old);
      return undefined;
    })(parts);
    presents(({ environmentId, id = '', secret: sent }) => {
      const old = renewed.get(id);
      if (old === undefined) return undefined;
      const right = secretOf(parts.gatekeeper.world, environmentId, id);
      return { secret: sent === old ? right : 'unknown' };
    })(parts);
  };
}
