import {
  acrList,
  groupList,
  invalidReferences,
  type ReferenceList,
  scopeList,
  validReferences,
} from '../fixtures/arbitraries/referenceList.ts';
import type { Drawing, Given } from '../fixtures/resource.ts';
import type { Scope } from '../fixtures/scope.ts';
import { apiServers } from './apiServers.ts';
import { makeGroup, makePolicy, makeScope } from './operationForms.ts';

/** One list of references in an operation, and what it takes to fill it beyond its limit. */
type Filled = {
  readonly property: string;
  readonly list: ReferenceList;
  /** The row that lists within the limits fulfil. */
  readonly requirement: string;
  /** How many are made: a few more than the limit. */
  readonly count: number;
  readonly make: (scope: Scope, given: Given) => Promise<string>;
  /** The rule of access control around the list. */
  readonly rule: (elements: readonly object[]) => object;
};

const lists: readonly Filled[] = [
  {
    property: 'accessControl.group.groups',
    list: groupList,
    requirement: 'api-server-operations-group-groups-max-25',
    count: 27,
    make: makeGroup,
    rule: (groups) => ({ group: { groups } }),
  },
  {
    property: 'accessControl.scope.scopes',
    list: scopeList,
    requirement: 'api-server-operations-scope-accepted',
    count: 12,
    make: makeScope,
    rule: (scopes) => ({ scope: { matchType: 'ANY', scopes } }),
  },
  {
    property: 'accessControl.authentication.acrs',
    list: acrList,
    requirement: 'api-server-operations-acrs-max-1',
    count: 3,
    make: makePolicy,
    rule: (acrs) => ({ authentication: { acrs } }),
  },
];

/** The drawn lists of groups, scopes and sign-on policies of operations, at and over their limits. */
export const referenceDrawings: readonly Drawing[] = lists.map((filled) => ({
  property: filled.property,
  requirement: filled.requirement,
  valid: (_prefix, given) => validReferences(filled.list, idsIn(given, filled)),
  invalid: (_prefix, given) => invalidReferences(filled.list, idsIn(given, filled)),
  into: {
    arrange: (scope) => arranged(scope, filled),
    full: (scope, given) => ({
      name: scope.name(),
      paths: [{ type: 'EXACT', pattern: '/accounts' }],
      accessControl: filled.rule([{ id: idsIn(given, filled)[0], ...(filled.list.members ?? {}) }]),
    }),
  },
}));

/** A service, and as many as are needed of what the list refers to, made beside each other. */
async function arranged(scope: Scope, { count, make }: Filled): Promise<Given> {
  const service = await scope.create(apiServers);
  const given = {
    collection: `${service.path}/operations`,
    ids: { resourceID: service.given.ids.resourceID ?? '' },
  };
  const made = await Promise.all(Array.from({ length: count }, () => make(scope, given)));
  const numbered = made.map((id, index) => [`listed${index}`, id] as const);
  return { ...given, ids: { ...given.ids, ...Object.fromEntries(numbered) } };
}

/** What was made for a list; texts in its place where only the classes are asked for. */
function idsIn(given: Given | undefined, { count }: Filled): readonly string[] {
  return Array.from({ length: count }, (_, index) => given?.ids[`listed${index}`] ?? `listed${index}`);
}
