import { defectsOf, type Fault } from '../defect.ts';
import { gives } from '../faults/members.ts';
import { refuses } from '../faults/validation.ts';
import { at, operations } from './places.ts';
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
  storesRules,
  wrapped,
} from './references.ts';

const list = 'scope.scopes';
const id = 'scope.scopes[*].id';
const matchType = 'scope.matchType';
const answered = 'accessControl.scope.scopes';

/** What a server can do wrong with the scope rule of an operation. */
export const scopeRule = defectsOf({
  'api-server-operations-scope-accepted': [
    ['answers with the bare ids of a scope rule', gives(at.one, answered, idsOf)],
    ['drops the scope rule', dropsRule('scope')],
    [
      'keeps the first scope of a rule',
      storesRule('scope', ({ scopes, ...others }) => ({ ...others, scopes: scopes.slice(0, 1) })),
    ],
    ['refuses two scopes', refusesRule('scope', ({ scope }) => (scope?.scopes.length ?? 0) > 1)],
    [
      'turns the scopes of a rule around',
      storesRule('scope', ({ scopes, ...others }) => ({ ...others, scopes: [...scopes].reverse() })),
    ],
  ],
  'api-server-operations-scope-scopes-required': [
    ['takes a scope rule without scopes', acceptsRule(list, 'REQUIRED_VALUE')],
    [
      'takes a scope rule without scopes in a replace',
      acceptsRule(list, 'REQUIRED_VALUE', { on: 'replace' }),
    ],
    [
      'drops a scope rule without scopes',
      readsRule('scope', (rule) =>
        (rule as { scopes?: unknown }).scopes === undefined && !Array.isArray(rule) ? undefined : rule,
      ),
    ],
  ],
  'api-server-operations-scope-scopes-empty': [
    ['stores a scope rule without a scope in its list', acceptsRule(list, 'EMPTY_VALUE')],
    [
      'stores a scope rule without a scope in its list in a replace',
      acceptsRule(list, 'EMPTY_VALUE', { on: 'replace' }),
    ],
  ],
  'api-server-operations-scope-scopes-type': [
    ['stores an object as the list of scopes', acceptsRule(list, 'INVALID_VALUE')],
    ['takes one scope for a list of scopes', readsPart('scope', 'scopes', (one) => [one].flat())],
    [
      'answers with the only scope outside a list',
      gives(at.read, answered, (all: References) => (all.length === 1 ? all[0] : all)),
    ],
  ],
  'api-server-operations-scope-element-object': [
    ['stores bare ids of scopes', acceptsBare('scope.scopes[*]')],
    ['takes bare ids of scopes', readsList('scope', 'scopes', (all) => all.map(wrapped))],
  ],
  'api-server-operations-scope-id-required': [
    ['takes a scope without an id', acceptsRule(id, undefined, { when: (sent) => sent === undefined })],
    [
      'takes a scope without an id in a replace',
      acceptsRule(id, undefined, { on: 'replace', when: (sent) => sent === undefined }),
    ],
  ],
  'api-server-operations-scope-exists': [
    ['stores the ids of scopes that do not exist', acceptsRule(id, undefined, { when: isUuid })],
    ['looks for scopes in a create only', acceptsRule(id, undefined, { on: 'replace', when: isUuid })],
  ],
  'api-server-operations-scope-match-type-all': [
    ['stores ANY for ALL', storesRule('scope', (rule) => ({ ...rule, matchType: 'ANY' }))],
    ['reads ANY for ALL', gives(at.read, `accessControl.${matchType}`, 'ANY')],
    ['refuses ALL', refusesRule('scope', ({ scope }) => scope?.matchType === 'ALL')],
  ],
  'api-server-operations-scope-match-type-any': [
    ['stores ALL for ANY', storesRule('scope', (rule) => ({ ...rule, matchType: 'ALL' }))],
    ['reads ALL for ANY', gives(at.read, `accessControl.${matchType}`, 'ALL')],
    ['refuses ANY', refusesRule('scope', ({ scope }) => scope?.matchType === 'ANY')],
  ],
  'api-server-operations-scope-match-type-values': [
    ['stores any matchType', acceptsRule(matchType)],
    ['stores the matchType NONE', acceptsRule(matchType, undefined, { when: (sent) => sent === 'NONE' })],
    ['stores an empty matchType', acceptsRule(matchType, undefined, { when: (sent) => sent === '' })],
    [
      'takes an unknown matchType for ANY',
      readsPart('scope', 'matchType', (sent) => (sent === 'ALL' ? sent : 'ANY')),
    ],
  ],
  'api-server-operations-scope-match-type-optional': [
    [
      'drops a scope rule without a matchType',
      storesRules(({ scope, ...others }) => (scope?.matchType === undefined ? others : { ...others, scope })),
    ],
    ['refuses a scope rule without a matchType for its scopes', refusesWithoutMatchType()],
    ['makes up a matchType', storesRule('scope', (rule) => ({ matchType: 'SOME' as 'ANY', ...rule }))],
  ],
  'api-server-operations-scope-mutable': [
    ['answers 200 and keeps the scope rule', keepsRule('scope')],
    [
      'answers 200 and keeps the scopes of a rule',
      keepsRule('scope', ({ scopes }, rule) => ({ ...rule, scopes })),
    ],
    [
      'answers 200 and keeps the matchType',
      keepsRule('scope', ({ matchType: old }, rule) =>
        old === undefined ? rule : { ...rule, matchType: old },
      ),
    ],
  ],
  'api-server-operations-scope-type': [
    ['stores a list as the scope rule', acceptsRule('scope', 'INVALID_VALUE')],
    [
      'takes a list of scopes for a scope rule',
      readsRule('scope', (rule) => (Array.isArray(rule) ? { matchType: 'ANY', scopes: rule } : rule)),
    ],
    [
      'answers with a list as the scope rule',
      gives(at.read, 'accessControl.scope', ({ scopes }: { scopes: References }) => scopes),
    ],
  ],
});

function refusesWithoutMatchType(): Fault {
  return refuses(operations, 'accessControl.scope.scopes', ({ accessControl: rules }) => {
    return rules?.scope !== undefined && rules.scope.matchType === undefined;
  });
}
