import { defectsOf } from '../defect.ts';
import { gives } from '../faults/members.ts';
import { misreports } from '../faults/refusals.ts';
import {
  dropsRefusedRule,
  failsWithoutGroup,
  hidesWithoutGroup,
  keepsNamedGroup,
  removesFromRules,
} from './groupRemoval.ts';
import { at } from './places.ts';
import {
  acceptsBare,
  acceptsRule,
  dropsRule,
  idsOf,
  isUuid,
  keepsRule,
  type References,
  readsList,
  readsPart,
  readsRule,
  refusesRule,
  storesRule,
  wrapped,
} from './references.ts';

const list = 'group.groups';
const id = 'group.groups[*].id';
const answered = 'accessControl.group.groups';

/** What a server can do wrong with the group rule of an operation. */
export const groupRule = defectsOf({
  'api-server-operations-group-accepted': [
    ['answers with the bare ids of a group rule', gives(at.one, answered, idsOf)],
    ['reads the bare ids of a group rule', gives(at.read, answered, idsOf)],
    ['drops the group rule', dropsRule('group')],
    ['refuses a group rule', refusesRule('group')],
  ],
  'api-server-operations-group-groups-required': [
    ['takes a group rule without groups', acceptsRule(list, 'REQUIRED_VALUE')],
    [
      'takes a group rule without groups in a replace',
      acceptsRule(list, 'REQUIRED_VALUE', { on: 'replace' }),
    ],
    [
      'drops a group rule without groups',
      readsRule('group', (rule) => (Object.keys(rule as object).length === 0 ? undefined : rule)),
    ],
  ],
  'api-server-operations-group-groups-empty': [
    ['stores a group rule that nobody satisfies', acceptsRule(list, 'EMPTY_VALUE')],
    [
      'stores a group rule that nobody satisfies in a replace',
      acceptsRule(list, 'EMPTY_VALUE', { on: 'replace' }),
    ],
  ],
  'api-server-operations-group-groups-max-25': [
    [
      'takes 26 groups',
      acceptsRule(list, 'SIZE_LIMIT_EXCEEDED', { when: (sent) => (sent as References).length === 26 }),
    ],
    ['takes any number of groups in a replace', acceptsRule(list, 'SIZE_LIMIT_EXCEEDED', { on: 'replace' })],
    ['refuses 25 groups', refusesRule('group', ({ group }) => (group?.groups.length ?? 0) >= 25)],
    ['keeps the first 25 groups', readsList('group', 'groups', (all) => all.slice(0, 25))],
    ['stores 24 of 25 groups', storesRule('group', ({ groups }) => ({ groups: groups.slice(0, 24) }))],
  ],
  'api-server-operations-group-groups-type': [
    ['stores an object as the list of groups', acceptsRule(list, 'INVALID_VALUE')],
    ['takes one group for a list of groups', readsPart('group', 'groups', (one) => [one].flat())],
    ['answers with the only group outside a list', gives(at.read, answered, ([one]: References) => one)],
  ],
  'api-server-operations-group-element-object': [
    ['stores bare ids of groups', acceptsBare('group.groups[*]')],
    ['takes bare ids of groups', readsList('group', 'groups', (all) => all.map(wrapped))],
  ],
  'api-server-operations-group-id-required': [
    ['takes a group without an id', acceptsRule(id, undefined, { when: (sent) => sent === undefined })],
    [
      'drops groups without an id',
      readsList('group', 'groups', (all) => all.filter((one) => Object.keys(one as object).length > 0)),
    ],
  ],
  'api-server-operations-group-id-uuid': [
    [
      'refuses the id of a group that is no UUID for the scope rule',
      misreports(at.write, { target: 'accessControl.group.groups[*].id' }, (detail) => ({
        ...detail,
        target: 'accessControl.scope',
      })),
    ],
    ['stores any text as the id of a group', acceptsRule(id, undefined, { when: (sent) => !isUuid(sent) })],
    [
      'stores any text as the id of a group in a replace',
      acceptsRule(id, undefined, { on: 'replace', when: (sent) => !isUuid(sent) }),
    ],
  ],
  'api-server-operations-group-exists': [
    ['stores the ids of groups that do not exist', acceptsRule(id, undefined, { when: isUuid })],
    ['looks for the first group only', acceptsRule('group.groups[1].id', undefined, { when: isUuid })],
  ],
  'api-server-operations-group-deleted-later': [
    ['removes a deleted group from the rules that name it', removesFromRules()],
    ['fails to read an operation whose group was deleted', failsWithoutGroup()],
    ['refuses to delete a group that a rule names', keepsNamedGroup()],
    ['leaves operations whose group was deleted out of the list', hidesWithoutGroup()],
  ],
  'api-server-operations-group-deleted-then-rewritten': [
    [
      'looks only for groups that are new to the rule',
      acceptsRule(id, undefined, {
        when: (sent, { previous }) =>
          previous?.accessControl?.group?.groups.some((one) => one.id === sent) === true,
      }),
    ],
    ['looks for no group in a replace', acceptsRule(id, undefined, { on: 'replace', when: isUuid })],
    ['refuses a replace that names a deleted group, and drops the rule', dropsRefusedRule()],
  ],
  'api-server-operations-group-mutable': [
    ['answers 200 and keeps the groups of a rule', keepsRule('group')],
    [
      'keeps the first group of a rule',
      keepsRule('group', (old, { groups }) => ({ groups: [...old.groups.slice(0, 1), ...groups.slice(1)] })),
    ],
    [
      'adds the groups of a replace to the old ones',
      keepsRule('group', (old, { groups }) => ({ groups: [...old.groups, ...groups] })),
    ],
  ],
  'api-server-operations-group-type': [
    ['stores a list as the group rule', acceptsRule('group', 'INVALID_VALUE')],
    [
      'takes a list of groups for a group rule',
      readsRule('group', (rule) => (Array.isArray(rule) ? { groups: rule } : rule)),
    ],
    [
      'answers with a list as the group rule',
      gives(at.read, 'accessControl.group', ({ groups }: { groups: References }) => groups),
    ],
  ],
});
