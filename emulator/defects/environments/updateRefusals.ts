import { environments } from '../../collections/environments.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { afterwards, grants } from '../faults/environments.ts';
import { only } from '../faults/only.ts';
import { misreports, refusesWith } from '../faults/refusals.ts';
import { reads as readsBody } from '../faults/requests.ts';
import { accepts } from '../faults/validation.ts';
import { at, type Stored, status, type } from './places.ts';

const replace = { on: 'replace' } as const;

/** What a server can do wrong where a replace of an environment has to be refused, or a change of type or status. */
export const updateRefusals = defectsOf({
  'environments-update-name-required': [
    ['keeps the name of an environment where a replace has none', keepsName()],
    [
      'clears the name of an environment where a replace has none',
      accepts(environments, 'name', 'REQUIRED_VALUE', replace),
    ],
    [
      'refuses a replace of an environment without a name for its type',
      misreports(at.replace, { target: 'name', code: 'REQUIRED_VALUE' }, (detail) => ({
        ...detail,
        target: 'type',
      })),
    ],
  ],
  'environments-update-name-empty': [
    ['empties the name of an environment', accepts(environments, 'name', 'EMPTY_VALUE', replace)],
    [
      'refuses to empty the name of an environment and does it',
      afterwards(
        at.replace,
        ({ body, keep }) => {
          if (body.name === '') keep({ name: '' });
        },
        'refused',
      ),
    ],
  ],
  'environments-update-name-unique': [
    [
      'gives an environment the name of another one',
      only(at.replace, environments, accepts(environments, 'name', 'UNIQUENESS_VIOLATION')),
    ],
    [
      'refuses a taken name of an environment and describes it anew',
      afterwards(at.replace, ({ body, keep }) => keep({ description: String(body.description) }), 'refused'),
    ],
    [
      'tells of a taken name of an environment no code',
      misreports(at.replace, { code: 'UNIQUENESS_VIOLATION' }, (detail) => ({
        ...detail,
        code: 'INVALID_VALUE',
      })),
    ],
    [
      'answers 403 to a taken name of an environment',
      refusesWith(at.replace, { code: 'UNIQUENESS_VIOLATION' }, 403, 'ACCESS_FAILED'),
    ],
  ],
  'environments-update-type-required': [
    [
      'takes a missing type of a replace for a sandbox',
      readsBody(at.replace, (body) => (body.type === undefined ? { ...body, type: 'SANDBOX' } : undefined)),
    ],
    [
      'clears the type of an environment where a replace has none',
      accepts(environments, 'type', undefined, { ...replace, when: (value) => value === undefined }),
    ],
  ],
  'environments-update-type-enumerated': [
    [
      'replaces an environment with a type that nobody knows',
      accepts(environments, 'type', 'INVALID_VALUE', { ...replace, when: (value) => value !== 'PRODUCTION' }),
    ],
    [
      'takes a type of a replace that it does not know for a sandbox',
      readsBody(at.replace, (body) => (isKnown(body.type) ? undefined : { ...body, type: 'SANDBOX' })),
    ],
    [
      'stores a type that it refuses',
      afterwards(
        at.replace,
        ({ body, keep }) => {
          if (!isKnown(body.type)) keep({ type: body.type as unknown as Stored['type'] });
        },
        'refused',
      ),
    ],
  ],
  'environments-update-type-operation-required': [
    [
      'promotes an environment that nobody said the type of',
      readsBody(type, (body) => (body.type === undefined ? { type: 'PRODUCTION' } : undefined)),
    ],
    [
      'answers 200 to the type operation without a type',
      readsBody(type, (body) => (body.type === undefined ? { type: 'SANDBOX' } : undefined)),
    ],
    [
      'refuses the type operation without a type for the name',
      misreports(type, { code: 'REQUIRED_VALUE' }, (detail) => ({ ...detail, target: 'name' })),
    ],
  ],
  'environments-update-type-operation-enumerated': [
    [
      'gives an environment a type that nobody knows',
      grants(type, { target: 'type' }, ({ body }) =>
        isKnown(body.type) ? undefined : { type: body.type as unknown as Stored['type'] },
      ),
    ],
    [
      'takes a type that it does not know for the one for production',
      readsBody(type, (body) =>
        body.type !== undefined && !isKnown(body.type) ? { type: 'PRODUCTION' } : undefined,
      ),
    ],
    [
      'promotes an environment that it refuses to give a type',
      afterwards(
        type,
        ({ body, keep }) => {
          if (!isKnown(body.type)) keep({ type: 'PRODUCTION' });
        },
        'refused',
      ),
    ],
    [
      'refuses an unknown type as a missing one',
      misreports(type, { target: 'type', code: 'INVALID_VALUE' }, (detail) => ({
        ...detail,
        code: 'EMPTY_VALUE',
      })),
    ],
  ],
  'environments-update-status-required': [
    [
      'gives an environment a status that nobody knows',
      grants(status, { target: 'status' }, ({ body }) =>
        body.status === undefined ? undefined : { status: body.status as Stored['status'] },
      ),
    ],
    [
      'takes a missing status for an active one',
      readsBody(status, (body) => (body.status === undefined ? { status: 'ACTIVE' } : undefined)),
    ],
    [
      'takes a status that it does not know for an active one',
      readsBody(status, (body) => (body.status === 'DELETED' ? { status: 'ACTIVE' } : undefined)),
    ],
    [
      'refuses a missing status for the licence',
      misreports(status, { target: 'status', code: 'REQUIRED_VALUE' }, (detail) => ({
        ...detail,
        target: 'license',
      })),
    ],
    [
      'marks an environment for deletion whose status it refuses',
      afterwards(status, ({ keep }) => keep({ status: 'DELETE_PENDING' }), 'refused'),
    ],
  ],
});

function isKnown(name: unknown): boolean {
  return name === 'PRODUCTION' || name === 'SANDBOX';
}

function keepsName(): Fault {
  return (parts) => {
    const { world } = parts.gatekeeper;
    readsBody(at.replace, (body, { parameters }) => {
      const id = parameters.environmentId ?? '';
      const owner = world.organizationOf.get(id) ?? '';
      const name = world.shelf<Stored>(owner, environments.kind).get(id)?.value.name;
      return body.name === undefined ? { ...body, name } : undefined;
    })(parts);
  };
}
