import { environments } from '../../collections/environments.ts';
import { defectsOf } from '../defect.ts';
import { gives } from '../faults/members.ts';
import { only } from '../faults/only.ts';
import { misreports, refusesWith } from '../faults/refusals.ts';
import { reads as readsBody } from '../faults/requests.ts';
import { together, understands } from '../faults/state.ts';
import { accepts, refuses, stores } from '../faults/validation.ts';
import type { Asked } from '../reply.ts';
import { makesRefused } from './makesRefused.ts';
import { at } from './places.ts';
import { repeatsUnknown } from './subtypes.ts';
import { taken } from './takenNames.ts';

type Body = Record<string, unknown>;
const create = { on: 'create' } as const;

/** What a server can do wrong with the values of a new environment. */
export const creationValues = defectsOf({
  'environments-create-name-required': [
    ['creates an environment without a name', accepts(environments, 'name', 'REQUIRED_VALUE', create)],
    [
      'names an environment that has no name',
      readsBody(at.create, (body) =>
        body.name === undefined ? { ...body, name: 'Environment' } : undefined,
      ),
    ],
    [
      'refuses a missing name of an environment for its type',
      misreports(at.create, { target: 'name', code: 'REQUIRED_VALUE' }, (detail) => ({
        ...detail,
        target: 'type',
      })),
    ],
  ],
  'environments-create-name-empty': [
    ['creates an environment with an empty name', accepts(environments, 'name', 'EMPTY_VALUE', create)],
    [
      'names an environment whose name is empty',
      readsBody(at.create, (body) => (body.name === '' ? { ...body, name: 'Environment' } : undefined)),
    ],
  ],
  'environments-create-name-unique': [
    [
      'creates a second environment of the same name',
      only(at.create, environments, accepts(environments, 'name', 'UNIQUENESS_VIOLATION')),
    ],
    [
      'numbers the second environment of the same name',
      together(
        only(at.create, environments, accepts(environments, 'name', 'UNIQUENESS_VIOLATION')),
        stores(environments, (value, previous) => (previous ? value : { ...value, name: `${value.name} 2` })),
      ),
    ],
    [
      'refuses a taken name of an environment as a wrong value',
      misreports(at.create, { code: 'UNIQUENESS_VIOLATION' }, (detail) => ({
        ...detail,
        code: 'INVALID_VALUE',
      })),
    ],
    [
      'answers 409 to a taken name of a new environment',
      refusesWith(at.create, { code: 'UNIQUENESS_VIOLATION' }, 409, 'INVALID_DATA'),
    ],
    ...taken,
  ],
  'environments-create-region-required': [
    [
      'creates an environment in its own region where none is named',
      readsBody(at.create, (body) => (body.region === undefined ? { ...body, region: 'NA' } : undefined)),
    ],
    ['creates an environment without a region', accepts(environments, 'region', 'REQUIRED_VALUE')],
  ],
  'environments-create-region-enumerated': [
    [
      'creates an environment in a region that nobody knows',
      accepts(environments, 'region', 'INVALID_VALUE', { ...create, when: (value) => value === 'XX' }),
    ],
    [
      'reads the region of a new environment without regard to case',
      readsBody(at.create, uppercase('region')),
    ],
    [
      'creates an environment in its own region where it does not know the one that is named',
      readsBody(at.create, (body) => (body.region === 'XX' ? { ...body, region: 'NA' } : undefined)),
    ],
  ],
  'environments-create-region-of-organization': [
    [
      'creates an environment in another region than asked for',
      readsBody(at.create, (body) => (isOther(body.region) ? { ...body, region: 'NA' } : undefined)),
    ],
    [
      'refuses a region with itself among the allowed ones',
      misreports(at.create, { target: 'region' }, (detail) => ({
        ...detail,
        innerError: { allowedValues: ['NA', 'CA', 'EU', 'AU', 'SG', 'AP'] },
      })),
    ],
    ['answers 409 to a region of others', refusesWith(at.create, { target: 'region' }, 409, 'CONFLICT')],
    [
      'refuses a region of others for the licence',
      misreports(at.create, { target: 'region' }, (detail) =>
        detail.innerError === undefined ? detail : { ...detail, target: 'license' },
      ),
    ],
    [
      'refuses a region of others, and makes the environment in its own',
      makesRefused(({ region }) => isOther(region), { region: 'NA' }),
    ],
  ],
  'environments-create-type-required': [
    [
      'takes a missing type of a new environment for a sandbox',
      readsBody(at.create, (body) => (body.type === undefined ? { ...body, type: 'SANDBOX' } : undefined)),
    ],
    ['creates an environment without a type', accepts(environments, 'type', 'REQUIRED_VALUE', create)],
  ],
  'environments-create-type-enumerated': [
    [
      'creates an environment of a type that nobody knows',
      accepts(environments, 'type', 'INVALID_VALUE', { ...create, when: (value) => value === 'TEST' }),
    ],
    ['reads the type of a new environment without regard to case', readsBody(at.create, uppercase('type'))],
    [
      'takes a type that it does not know for a sandbox',
      readsBody(at.create, (body) => (body.type === 'TEST' ? { ...body, type: 'SANDBOX' } : undefined)),
    ],
  ],
  'environments-create-subtype-enumerated': [
    ['stores a subtype of environments that nobody knows', accepts(environments, 'subtype', 'INVALID_VALUE')],
    [
      'refuses one of the subtypes of environments',
      refuses(environments, 'subtype', ({ subtype }) => subtype === 'UAT'),
    ],
    [
      'refuses a subtype of environments for the type',
      misreports(at.create, { target: 'subtype' }, (detail) => ({ ...detail, target: 'type' })),
    ],
    [
      'drops a subtype of environments that nobody knows',
      readsBody(at.create, ({ subtype, ...body }) => (subtype === 'PLAYGROUND' ? body : undefined)),
    ],
    [
      'shows the type of an environment for its subtype',
      gives(at.create, 'subtype', (_old: string, { body }: Asked) => (body as Body).type),
    ],
    [
      'stores one of the subtypes of environments as another',
      understands(environments, (read) => (read.subtype === 'STAGING' ? { ...read, subtype: 'QA' } : read)),
    ],
    [
      'refuses a subtype of environments, and makes one without it',
      makesRefused(({ subtype }) => subtype === 'PLAYGROUND', { subtype: undefined }),
    ],
    ['knows no subtype of environments, and repeats one that nobody knows', repeatsUnknown()],
  ],
});

function uppercase(name: string) {
  return (body: Body): Body | undefined =>
    typeof body[name] === 'string' ? { ...body, [name]: (body[name] as string).toUpperCase() } : undefined;
}

function isOther(region: unknown): boolean {
  return typeof region === 'string' && ['CA', 'EU', 'AU', 'SG', 'AP'].includes(region);
}
