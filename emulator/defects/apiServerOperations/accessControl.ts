import type { ApiServer } from '../../collections/apiServers.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { gives } from '../faults/members.ts';
import { refusesWith } from '../faults/refusals.ts';
import { reads } from '../faults/requests.ts';
import { together } from '../faults/state.ts';
import { merges } from '../faults/storage.ts';
import { accepts, refuses, stores } from '../faults/validation.ts';
import { at, type Operation, operations } from './places.ts';
import { acceptsRule, storesRules } from './references.ts';

/** What a server can do wrong with the access rules of an operation as a whole. */
export const accessControl = defectsOf({
  'api-server-operations-access-control-optional': [
    [
      'refuses an operation without access rules',
      refuses(operations, 'accessControl', (value) => value.accessControl === undefined),
    ],
    [
      'refuses a replace without access rules',
      refuses(
        operations,
        'accessControl',
        (value, old) => old !== undefined && value.accessControl === undefined,
      ),
    ],
  ],
  'api-server-operations-access-control-type': [
    [
      'answers with a list as the access rules',
      gives(at.read, 'accessControl', (rules: object) => Object.values(rules)),
    ],
    ['stores a text as the access rules', accepts(operations, 'accessControl', 'INVALID_VALUE')],
    [
      'stores a text as the access rules in a replace',
      accepts(operations, 'accessControl', 'INVALID_VALUE', { on: 'replace' }),
    ],
    [
      'takes a text for no access rules',
      reads(at.write, ({ accessControl: rules, ...others }) =>
        typeof rules === 'string' ? others : undefined,
      ),
    ],
  ],
  'api-server-operations-access-control-cleared': [
    [
      'keeps the access rules that a replace leaves out',
      merges(operations, (sent, old) =>
        old.accessControl === undefined
          ? sent
          : ({ accessControl: old.accessControl, ...sent } as typeof sent),
      ),
    ],
    ['keeps the group rule that a replace leaves out', keepsLeftOut('group')],
    ['keeps the authentication rule that a replace leaves out', keepsLeftOut('authentication')],
  ],
  'api-server-operations-access-control-combined': [
    [
      'keeps the first of several rules',
      storesRules((rules) => Object.fromEntries(Object.entries(rules).slice(0, 1))),
    ],
    [
      'keeps two of several rules',
      storesRules((rules) => Object.fromEntries(Object.entries(rules).slice(0, 2))),
    ],
    [
      'refuses a group rule beside a scope rule',
      refuses(
        operations,
        'accessControl',
        ({ accessControl: rules }) => rules?.group !== undefined && rules.scope !== undefined,
      ),
    ],
    [
      'refuses more than three rules',
      refuses(operations, 'accessControl', ({ accessControl: rules }) => Object.keys(rules ?? {}).length > 3),
    ],
  ],
  'api-server-operations-built-in-rules-need-pingone': [
    [
      'answers 403 to rules below a service on an external server',
      refusesWith(at.write, { code: 'CONSTRAINT_VIOLATION' }, 403, 'ACCESS_FAILED'),
    ],
    ['takes rules below a service on an external server', acceptsRule('group', 'CONSTRAINT_VIOLATION')],
    [
      'takes rules below a service on an external server in a replace',
      acceptsRule('group', 'CONSTRAINT_VIOLATION', { on: 'replace' }),
    ],
    ['drops rules below a service on an external server', dropsExternal()],
  ],
  'api-server-operations-custom-enabled': [
    [
      'answers with custom rules switched off where they were switched on',
      gives(at.one, 'accessControl.custom.enabled', false),
    ],
    [
      'reads custom rules switched off where they were switched on',
      gives(at.read, 'accessControl.custom.enabled', false),
    ],
    [
      'refuses custom rules of an operation',
      refuses(operations, 'accessControl.custom', ({ accessControl: rules }) => rules?.custom !== undefined),
    ],
    [
      'refuses custom rules of an operation in a replace',
      refuses(
        operations,
        'accessControl.custom',
        ({ accessControl: rules }, old) => old !== undefined && rules?.custom !== undefined,
      ),
    ],
  ],
});

/** Goes on with a rule of one kind that a replacement does not have. */
function keepsLeftOut(kind: 'group' | 'authentication'): Fault {
  return stores(operations, (value, previous) => {
    const old = previous?.accessControl?.[kind];
    return old === undefined ? value : { ...value, accessControl: { [kind]: old, ...value.accessControl } };
  });
}

function dropsExternal(): Fault {
  const drops: Fault = (parts) => {
    const { complete } = operations;
    parts.change(operations, {
      complete: (candidate) => {
        const { world, ownerId, parentId } = candidate.place;
        const service = world.shelf<ApiServer>(ownerId, 'apiServers').get(parentId);
        const value = complete?.(candidate) ?? candidate.value;
        return service?.value.authorizationServer.type === 'EXTERNAL' ? withoutRules(value) : value;
      },
    });
  };
  return together(acceptsRule('group', 'CONSTRAINT_VIOLATION'), drops);
}

function withoutRules({ accessControl: _, ...others }: Operation): Operation {
  return others;
}
