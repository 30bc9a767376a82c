import { randomUUID } from 'node:crypto';
import { type ApiServer, hasCustomPolicies } from '../../collections/apiServers.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { body, isObject } from '../faults/answers.ts';
import { adds, gives, omits } from '../faults/members.ts';
import { valueIn, withIn } from '../faults/nested.ts';
import { misreports, refusesSent } from '../faults/refusals.ts';
import { reads } from '../faults/requests.ts';
import { reverts, shows, together, understands } from '../faults/state.ts';
import { freezes, keepsRefused } from '../faults/storage.ts';
import { accepts, refuses, stores } from '../faults/validation.ts';
import { absent, type Body, has, isNoObject, isText, mends } from './bodies.ts';
import { at, nobody, services, shown } from './places.ts';

const custom = 'accessControl.custom';
const enabled = `${custom}.enabled`;
const switchedOn = { custom: { enabled: true } };

/** What a server can do wrong with the policies that a service brings itself. */
export const policies = defectsOf({
  'api-servers-custom-default': [
    [
      'switches custom policies on unless it is told not to',
      mends(has('accessControl', absent), (body) => ({ ...body, accessControl: switchedOn })),
    ],
    ['shows custom policies of a service that never spoke of them as on', showsAbsentAsOn()],
    [
      'refuses a service that does not speak of policies',
      refusesSent(at.create, 'accessControl', lacksControl),
    ],
  ],
  'api-servers-custom-enabled-type': [
    ['stores anything as the switch of custom policies', accepts(services, enabled, 'INVALID_VALUE')],
    [
      'stores anything as the switch of custom policies in a replace',
      accepts(services, enabled, 'INVALID_VALUE', { on: 'replace' }),
    ],
    [
      'takes any text for custom policies that are on',
      mends(has(enabled, isText), (body) => withIn(body, enabled, true)),
    ],
    [
      'leaves custom policies off where the switch is no boolean',
      mends(has(enabled, isNoFlag), (body) => withIn(body, enabled, false)),
    ],
    ['reads the switch of custom policies as a text', gives(at.read, enabled, String)],
  ],
  'api-servers-custom-type': [
    ['stores anything as custom policies', accepts(services, custom, 'INVALID_VALUE')],
    [
      'leaves custom policies off where they are no object',
      mends(has(custom, isNoObject), (body) => withIn(body, custom, undefined)),
    ],
    [
      'takes a list for custom policies that are on',
      mends(has(custom, Array.isArray), (body) => withIn(body, custom, { enabled: true })),
    ],
    [
      'refuses custom policies that are no object for the name',
      misreports(at.write, { target: custom }, (detail) => ({ ...detail, target: 'name' })),
    ],
    ['shows custom policies in a list', gives(shown, custom, (one: unknown) => [one])],
  ],
  'api-servers-custom-enabled-stored': [
    ['does not keep whether custom policies are on', understands(services, withoutControl)],
    ['reads custom policies as off', gives(at.read, enabled, false)],
    ['answers a create as if custom policies were off', omits(at.create, enabled)],
    ['refuses custom policies', refuses(services, enabled, hasCustomPolicies)],
  ],
  'api-servers-custom-enabled-false': [
    [
      'takes custom policies that are off for ones that are on',
      mends(has(custom, isObject), (body) => withIn(body, enabled, true)),
    ],
    ['reads custom policies that are off as on', gives(at.read, enabled, true)],
    ['refuses to be told that custom policies are off', refusesSent(at.create, enabled, has(enabled, isOff))],
  ],
  'api-servers-custom-enabled-mutable': [
    ['answers 200 and keeps custom policies as they were', freezes(services, 'accessControl')],
    ['switches custom policies once and goes on with the old ones', reverts(services, 'accessControl')],
    [
      'switches custom policies on and never off',
      switches((value, old) => hasCustomPolicies(value) || hasCustomPolicies(old)),
    ],
    [
      'switches custom policies off and never on',
      switches((value, old) => hasCustomPolicies(value) && hasCustomPolicies(old)),
    ],
    [
      'refuses to switch custom policies, and switches them',
      together(refuses(services, enabled, isSwitched), keepsRefused(services)),
    ],
    ['refuses to switch custom policies for the name', refuses(services, 'name', isSwitched)],
  ],
  'api-servers-policy-id-with-custom': [
    ['has no root policy where custom policies are on', shows(services, withoutPolicy)],
    ['leaves the root policy of a service out of reads', omits(at.read, 'policy')],
    [
      'shows the root policy of a service by its bare id',
      gives(shown, 'policy', (one: unknown) => valueIn(one, 'id')),
    ],
    ['calls the root policy of a service root', gives(shown, 'policy.id', 'root')],
  ],
  'api-servers-policy-id-without-custom': [
    [
      'makes a root policy for each service',
      stores(services, (value) => ({ policy: { id: randomUUID() }, ...value })),
    ],
    ['makes up a root policy for a new service', adds(at.create, 'policy', { id: nobody })],
    ['makes up a root policy for a service that is read', adds(at.read, 'policy', { id: nobody })],
  ],
  'api-servers-policy-id-read-only': [
    ['stores the root policy that a client sends', understands(services, withSentPolicy)],
    ['shows the root policy that a create sends', showsSentPolicy(at.create)],
    ['shows the root policy that a replace sends', showsSentPolicy(at.replace)],
    [
      'takes the root policy that a replace sends',
      together(understands(services, withSentPolicy), forgetsOfCreate()),
    ],
    [
      'refuses a root policy for the name',
      refusesSent(at.write, 'name', ({ policy }) => policy !== undefined),
    ],
  ],
});

function lacksControl({ accessControl }: Body): boolean {
  return absent(accessControl);
}

function isOff(value: unknown): boolean {
  return value === false;
}

function isNoFlag(value: unknown): boolean {
  return !absent(value) && typeof value !== 'boolean';
}

function showsAbsentAsOn(): Fault {
  return shows(services, (shownSo) =>
    shownSo.accessControl === undefined ? { ...shownSo, accessControl: switchedOn } : shownSo,
  );
}

function withoutControl({ accessControl: _, ...others }: Body): never {
  return others as never;
}

function withoutPolicy({ policy: _, ...others }: Body): Body {
  return others;
}

function isSwitched(value: ApiServer, previous: ApiServer | undefined): boolean {
  return previous !== undefined && hasCustomPolicies(value) !== hasCustomPolicies(previous);
}

/** Decides itself, of what a service was and what it is to be, whether a replace leaves custom policies on. */
function switches(on: (value: ApiServer, previous: ApiServer) => boolean): Fault {
  return stores(services, (value, previous) =>
    previous === undefined
      ? value
      : { ...value, accessControl: { custom: { enabled: on(value, previous) } } },
  );
}

function withSentPolicy(read: Body, { policy }: Body): never {
  return (policy === undefined ? read : { ...read, policy }) as never;
}

/** What a create sends is not taken: only a replace shows it. */
function forgetsOfCreate(): Fault {
  return reads(at.create, ({ policy: _, ...others }) => others);
}

function showsSentPolicy(where: string): Fault {
  return body(where, (json, { body: sent }) => {
    const policy = valueIn(sent, 'policy');
    if (policy !== undefined) json.policy = policy;
  });
}
