import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attempt, makeService, operation } from './services.ts';
import { openSession, type Session } from './session.ts';

let session: Session;
let operations: string;

beforeAll(async () => {
  session = await openSession();
  ({ operations } = await makeService(session));
});
afterAll(() => session.emulator.close());

const guarded = (accessControl: unknown) => operation({ accessControl });
const times = (count: number, one: (index: number) => unknown) =>
  Array.from({ length: count }, (_, index) => one(index));

const tried = (body: object) => attempt(session, operations, body);

describe('the access control of an operation', () => {
  test.each<[string, object, readonly string[]]>([
    ['a text as access control', guarded('none'), ['INVALID_VALUE accessControl']],
    ['a list as group rule', guarded({ group: [] }), ['INVALID_VALUE accessControl.group']],
    ['a group rule without groups', guarded({ group: {} }), ['REQUIRED_VALUE accessControl.group.groups']],
    [
      'a group rule with no group',
      guarded({ group: { groups: [] } }),
      ['EMPTY_VALUE accessControl.group.groups'],
    ],
    [
      '26 groups',
      guarded({ group: { groups: times(26, () => ({ id: randomUUID() })) } }),
      ['SIZE_LIMIT_EXCEEDED accessControl.group.groups'],
    ],
    [
      'a bare group id',
      guarded({ group: { groups: [randomUUID()] } }),
      ['INVALID_VALUE accessControl.group.groups[0]'],
    ],
    [
      'a group without id',
      guarded({ group: { groups: [{}] } }),
      ['REQUIRED_VALUE accessControl.group.groups[0].id'],
    ],
    [
      'a group id that is no UUID',
      guarded({ group: { groups: [{ id: 'x' }] } }),
      ['INVALID_VALUE accessControl.group.groups[0].id'],
    ],
    [
      'an unknown group',
      guarded({ group: { groups: [{ id: randomUUID() }] } }),
      ['INVALID_VALUE accessControl.group.groups[0].id'],
    ],
    [
      'an unknown scope',
      guarded({ scope: { scopes: [{ id: randomUUID() }] } }),
      ['INVALID_VALUE accessControl.scope.scopes[0].id'],
    ],
    [
      'a scope rule without scopes',
      guarded({ scope: { matchType: 'ANY' } }),
      ['REQUIRED_VALUE accessControl.scope.scopes'],
    ],
    [
      'an unknown match type',
      guarded({ scope: { matchType: '', scopes: [{ id: randomUUID() }] } }),
      ['INVALID_VALUE accessControl.scope.matchType'],
    ],
    ['a permission without id', guarded({ permission: {} }), ['REQUIRED_VALUE accessControl.permission.id']],
    [
      'a permission key',
      guarded({ permission: { id: 'accounts:read' } }),
      ['INVALID_VALUE accessControl.permission.id'],
    ],
    [
      'an unknown permission',
      guarded({ permission: { id: randomUUID() } }),
      ['INVALID_VALUE accessControl.permission.id'],
    ],
    [
      'an empty authentication rule',
      guarded({ authentication: {} }),
      ['REQUIRED_VALUE accessControl.authentication'],
    ],
    [
      'empty acrs',
      guarded({ authentication: { acrs: [] } }),
      ['EMPTY_VALUE accessControl.authentication.acrs'],
    ],
    [
      'two acrs',
      guarded({ authentication: { acrs: times(2, () => ({ id: randomUUID(), type: 'PINGONE' })) } }),
      ['SIZE_LIMIT_EXCEEDED accessControl.authentication.acrs'],
    ],
    [
      'acrs without type',
      guarded({ authentication: { acrs: [{ id: randomUUID() }] } }),
      ['REQUIRED_VALUE accessControl.authentication.acrs[0].type'],
    ],
    [
      'an unknown flow policy',
      guarded({ authentication: { acrs: [{ id: randomUUID(), type: 'DAVINCI' }] } }),
      ['INVALID_VALUE accessControl.authentication.acrs[0].id'],
    ],
    [
      'a maxAge of zero',
      guarded({ authentication: { maxAge: 0 } }),
      ['OUT_OF_RANGE accessControl.authentication.maxAge'],
    ],
    [
      'a broken maxAge',
      guarded({ authentication: { maxAge: 1.5 } }),
      ['INVALID_VALUE accessControl.authentication.maxAge'],
    ],
  ])('is refused with %s', async (_what, body, faults) => {
    expect(await tried(body)).toEqual(faults);
  });
});
