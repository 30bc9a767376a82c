import { type Gateway, gateways } from '../../collections/gateways.ts';
import type { ApiError } from '../../http/errors.ts';
import { defectsOf } from '../defect.ts';
import { status } from '../faults/answers.ts';
import { confuses } from '../faults/identity.ts';
import { gives, omits } from '../faults/members.ts';
import { embeds, members } from '../faults/pages.ts';
import { misreports, refusesWith } from '../faults/refusals.ts';
import { reads } from '../faults/requests.ts';
import { swallows, together } from '../faults/state.ts';
import { noContent, removesWith } from '../faults/statuses.ts';
import { keepsDeleted, keepsRefused, losesCreated, storesRefused } from '../faults/storage.ts';
import { accepts, stores, thaws } from '../faults/validation.ts';
import { placesOf } from '../where.ts';

const at = placesOf(gateways);
const row = (name: string) => `prerequisites-gateways-${name}`;
const create = { on: 'create' } as const;
const replace = { on: 'replace' } as const;
const unsaid = { target: 'enabled', code: 'REQUIRED_VALUE' };

/** What a server can do wrong with gateways. */
export const gatewaysDefects = defectsOf({
  [row('create-201')]: [
    ['leaves the type out where a gateway is created', omits(at.create, 'type')],
    ['answers 200 to the create of a gateway', status(at.create, 201, 200)],
    ['answers the create of a gateway without a body', noContent(at.create)],
    ['leaves the id out where a gateway is created', omits(at.create, 'id')],
    ['enables a gateway that is created disabled', gives(at.create, 'enabled', (old: boolean) => !old)],
  ],
  [row('required-properties')]: [
    ...(['name', 'type', 'enabled'] as const).flatMap(
      (name) =>
        [
          [`creates a gateway without ${name}`, accepts(gateways, name, 'REQUIRED_VALUE', create)],
          [
            `replaces a gateway by one without ${name}`,
            swallows(gateways, name, (value) => value === undefined, standIn(name)),
          ],
        ] as const,
    ),
    [
      'enables a gateway that does not say whether it is',
      reads(at.write, (body) => (body.enabled === undefined ? { ...body, enabled: true } : undefined)),
    ],
    ['stores a gateway that it refuses', storesRefused(gateways)],
    [
      'refuses a gateway without a type for its name',
      misreports(at.write, { target: 'type', code: 'REQUIRED_VALUE' }, (detail) => ({
        ...detail,
        target: 'name',
      })),
    ],
    [
      'clears the name of a gateway that is replaced without one',
      accepts(gateways, 'name', 'REQUIRED_VALUE', replace),
    ],
    [
      'refuses a new gateway for its name that does not say whether it is enabled',
      misreports(at.create, unsaid, (detail) => ({ ...detail, target: 'name' })),
    ],
    ['refuses a gateway without a type, and stores it', storesRefused(gateways, lacks('type'))],
    [
      'refuses the replace of a gateway for its name that does not say whether it is enabled',
      misreports(at.replace, unsaid, (detail) => ({ ...detail, target: 'name' })),
    ],
    [
      'refuses the replace of a gateway that does not say whether it is enabled, and makes it',
      keepsRefused(gateways, lacks('enabled')),
    ],
  ],
  [row('type-enumerated')]: [
    ['stores a type of gateways that nobody knows', accepts(gateways, 'type', 'INVALID_VALUE', create)],
    [
      'takes a type of gateways that it does not know for an integration',
      reads(at.create, (body) =>
        body.type === 'CARRIER_PIGEON' ? { ...body, type: 'API_GATEWAY_INTEGRATION' } : undefined,
      ),
    ],
    ['stores a gateway whose type it refuses', storesRefused(gateways)],
    [
      'answers 409 to an unknown type of gateways',
      refusesWith(at.create, { target: 'type' }, 409, 'CONFLICT'),
    ],
    [
      'refuses an unknown type of gateways as a missing one',
      misreports(at.create, { target: 'type' }, (detail) => ({ ...detail, code: 'REQUIRED_VALUE' })),
    ],
  ],
  [row('type-fixed')]: [
    ['changes the type of a gateway', thaws(gateways, 'type')],
    [
      'says that it changed the type of a gateway',
      together(
        thaws(gateways, 'type'),
        stores(gateways, (value, previous) => ({ ...value, type: previous?.type ?? value.type })),
        gives(at.replace, 'type', 'PING_FEDERATE'),
      ),
    ],
    [
      'answers 409 to another type of a gateway',
      refusesWith(at.replace, { target: 'type' }, 409, 'CONFLICT'),
    ],
    [
      'changes the type of a gateway and says that it did not',
      together(thaws(gateways, 'type'), gives(at.replace, 'type', 'API_GATEWAY_INTEGRATION')),
    ],
  ],
  [row('read')]: [
    ['lists enabled gateways only', members(at.list, (all) => all.filter(({ enabled }) => enabled === true))],
    ['lists gateways as items', embeds(at.list, (_name, all) => ({ items: all }))],
    ['reads a disabled gateway as an enabled one', gives(at.read, 'enabled', true)],
    ['reads the oldest gateway whatever the id', confuses(gateways, at.read, ([oldest]) => oldest)],
    ['answers 203 to the read of a gateway', status(at.read, 200, 203)],
    ['stores no gateway that it creates', losesCreated(gateways)],
  ],
  [row('delete-204')]: [
    ['answers 200 to the delete of a gateway', removesWith(at.remove, 200, true)],
    ['answers 202 to the delete of a gateway', removesWith(at.remove, 202)],
    ['keeps a deleted gateway', keepsDeleted(gateways)],
  ],
});

/** Whether something is refused for what it lacks. */
function lacks(property: keyof Gateway) {
  return ({ details }: ApiError) => details.some(({ target }) => target === property);
}

function standIn(name: keyof Gateway): string | boolean {
  return name === 'enabled' ? true : name === 'type' ? 'API_GATEWAY_INTEGRATION' : 'Gateway';
}
