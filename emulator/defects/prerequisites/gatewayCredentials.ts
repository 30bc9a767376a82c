import { gatewayCredentials } from '../../collections/gatewayCredentials.ts';
import { invalidData } from '../../http/errors.ts';
import { required } from '../../validation/faults.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { body, status } from '../faults/answers.ts';
import { gives, omits } from '../faults/members.ts';
import { embeds } from '../faults/pages.ts';
import { removesAlways, removesWith } from '../faults/statuses.ts';
import { keepsDeleted } from '../faults/storage.ts';
import { quota } from '../faults/validation.ts';
import { placesOf } from '../where.ts';

const at = placesOf(gatewayCredentials);
const row = (name: string) => `prerequisites-gateway-credentials-${name}`;
const nobody = '5a9e3c71-8d24-4f6b-a1c0-7e8b9d2f3a46';
const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJqdGkiOiIxIn0.c2lnbmVk';

type Claims = Record<string, unknown>;

/** What a server can do wrong with the credentials of gateways. */
export const gatewayCredentialsDefects = defectsOf({
  [row('create-201')]: [
    [
      'wants a body for a new credential',
      (parts) =>
        parts.request(at.create, (request) => {
          if (!(request.body instanceof Buffer) || request.body.length === 0)
            throw invalidData([required('name')]);
        }),
    ],
    ['answers 200 to the create of a credential', status(at.create, 201, 200)],
    ['numbers credentials', gives(at.create, 'id', '12')],
    ['does not tell when it created a credential', omits(at.create, 'createdAt')],
    [
      'tells when it created a credential as a number',
      gives(at.create, 'createdAt', (date: string) => Date.parse(date)),
    ],
  ],
  [row('secret-once')]: [
    ['lists credentials with their signed tokens', shows(at.list, 'credential')],
    ['lists credentials with a token', shows(at.list, 'token')],
    ['reads a credential with its signed token', shows(at.read, 'credential')],
    [
      'does not sign a credential',
      gives(at.create, 'credential', (text: string) => text.split('.').slice(0, 2).join('.')),
    ],
    ['gives a credential that is no token', gives(at.create, 'credential', 'secret')],
  ],
  [row('jti')]: [
    ['leaves the id out of the token of a credential', claims(({ jti: _, ...rest }) => rest)],
    ['gives the token of a credential another id', claims((all) => ({ ...all, jti: nobody }))],
    [
      'gives the token of a credential the id of its gateway',
      claims((all) => ({ ...all, jti: all.gatewayId })),
    ],
  ],
  [row('claims')]: [
    ['names another gateway in the token of a credential', claims((all) => ({ ...all, gatewayId: nobody }))],
    [
      'names the organization as the environment of a credential',
      claims((all) => ({ ...all, environmentId: all.organizationId })),
    ],
    ...['aud', 'iat', 'iss', 'gatewayId', 'environmentId'].map(
      (name) =>
        [
          `leaves ${name} out of the token of a credential`,
          claims((all) => ({ ...all, [name]: undefined })),
        ] as const,
    ),
    [
      'tells the type of the gateway of a credential as an object',
      claims((all) => ({ ...all, gatewayType: { name: all.gatewayType } })),
    ],
    ['tells null as the console of a credential', claims((all) => ({ ...all, consoleUrl: null }))],
  ],
  [row('limit')]: [
    ['takes a sixth credential of a gateway', quota(gatewayCredentials, 6)],
    ['refuses the fifth credential of a gateway', quota(gatewayCredentials, 4)],
    ['removes the oldest credential of a gateway for a sixth one', removesOldest()],
    ['answers 409 to a sixth credential of a gateway', status(at.create, 400, 409)],
    ['empties the credentials of a gateway that it refuses a sixth one', emptiesRefused()],
  ],
  [row('list')]: [
    [
      'lists the credentials of every gateway',
      (parts) =>
        parts.change(gatewayCredentials, {
          members: ({ world, ownerId }) => world.shelf<object>(ownerId, gatewayCredentials.kind).all(),
        }),
    ],
    ['lists credentials as items', embeds(at.list, (_name, all) => ({ items: all }))],
    ['lists credentials without the time of their creation', omits(at.list, 'createdAt')],
    ['lists credentials without their ids', omits(at.list, 'id')],
    [
      'lists the oldest credential of a gateway only',
      embeds(at.list, (name, all) => ({ [name]: all.slice(0, 1) })),
    ],
    ['answers 206 to the list of credentials', status(at.list, 200, 206)],
  ],
  [row('delete-204')]: [
    [
      'deletes all credentials of a gateway with one',
      (parts) =>
        parts.change(gatewayCredentials, {
          removed: ({ parentId }, { world, ownerId }) => {
            const shelf = world.shelf(ownerId, gatewayCredentials.kind);
            for (const { id } of [...shelf.below(parentId)]) shelf.remove(id);
          },
        }),
    ],
    ['keeps a deleted credential', keepsDeleted(gatewayCredentials)],
    ['answers 200 to the delete of a credential', removesWith(at.remove, 200, true)],
    ['answers 202 to the delete of a credential', removesWith(at.remove, 202)],
    ['deletes a credential that is gone', removesAlways(at.remove)],
  ],
});

/** Shows a signed token, in one credential or in each of a list. */
function shows(where: string, name: string): Fault {
  return body(where, (json) => {
    const { _embedded } = json as { readonly _embedded?: { readonly credentials: Claims[] } };
    for (const one of _embedded?.credentials ?? [json]) one[name] = jwt;
  });
}

/** Changes what the token of a new credential says. */
function claims(change: (all: Claims) => Claims): Fault {
  return body(at.create, (json) => {
    const [head = '', payload = '', signature = ''] = String(json.credential).split('.');
    const all = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Claims;
    const next = Buffer.from(JSON.stringify(change(all)), 'utf8').toString('base64url');
    json.credential = [head, next, signature].join('.');
  });
}

function removesOldest(): Fault {
  return (parts) => {
    quota(gatewayCredentials)(parts);
    parts.change(gatewayCredentials, {
      stored: (_entry, { world, ownerId, parentId }) => {
        const shelf = world.shelf(ownerId, gatewayCredentials.kind);
        const [oldest] = shelf.below(parentId);
        if (oldest !== undefined && shelf.sizeBelow(parentId) > 5) shelf.remove(oldest.id);
      },
    });
  };
}

function emptiesRefused(): Fault {
  return (parts) => {
    const { world } = parts.gatekeeper;
    parts.reply(at.create, ({ status: answered }, { path }) => {
      const [, environmentId = '', gatewayId = ''] =
        /environments\/([^/]+)\/gateways\/([^/]+)/.exec(path) ?? [];
      const shelf = world.shelf(environmentId, gatewayCredentials.kind);
      if (answered === 400) for (const { id } of [...shelf.below(gatewayId)]) shelf.remove(id);
    });
  };
}
