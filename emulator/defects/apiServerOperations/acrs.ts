import { defectsOf, type Fault } from '../defect.ts';
import { gives, omits } from '../faults/members.ts';
import { accepts, refuses } from '../faults/validation.ts';
import { at, operations } from './places.ts';
import {
  acceptsBare,
  acceptsRule,
  isUuid,
  keepsRule,
  type References,
  readsList,
  readsPart,
  readsRule,
  refusesRule,
  storesRule,
} from './references.ts';

const rule = 'authentication';
const list = 'authentication.acrs';
const id = 'authentication.acrs[*].id';

/** What a server can do wrong with the policies of an authentication rule. */
export const acrs = defectsOf({
  'api-server-operations-acrs-max-1': [
    [
      'takes two entries of acrs',
      acceptsRule(list, 'SIZE_LIMIT_EXCEEDED', { when: (sent) => (sent as References).length === 2 }),
    ],
    ['takes any number of acrs in a replace', acceptsRule(list, 'SIZE_LIMIT_EXCEEDED', { on: 'replace' })],
    ['keeps the first entry of acrs', readsList(rule, 'acrs', (all) => all.slice(0, 1))],
    [
      'refuses acrs in a replace',
      refuses(
        operations,
        'accessControl.authentication.acrs',
        ({ accessControl: rules }, old) => old !== undefined && rules?.authentication?.acrs !== undefined,
      ),
    ],
    [
      'refuses an entry of acrs',
      refusesRule(rule, ({ authentication }) => authentication?.acrs !== undefined),
    ],
  ],
  'api-server-operations-acrs-empty': [
    ['stores an empty list of acrs', acceptsRule(list, 'EMPTY_VALUE')],
    ['stores an empty list of acrs in a replace', acceptsRule(list, 'EMPTY_VALUE', { on: 'replace' })],
  ],
  'api-server-operations-acrs-type': [
    ['stores an object as the list of acrs', acceptsRule(list, 'INVALID_VALUE')],
    ['takes one entry for a list of acrs', readsPart(rule, 'acrs', (one) => [one].flat())],
    [
      'answers with the only entry of acrs outside a list',
      gives(at.read, 'accessControl.authentication.acrs', ([one]: References) => one),
    ],
  ],
  'api-server-operations-acrs-element-object': [
    ['stores bare ids of policies', acceptsBare('authentication.acrs[*]')],
    [
      'takes bare ids of policies',
      readsList(rule, 'acrs', (all) =>
        all.map((one) => (typeof one === 'string' ? { id: one, type: 'PINGONE' } : one)),
      ),
    ],
  ],
  'api-server-operations-acrs-id-required': [
    [
      'takes an entry of acrs without an id',
      acceptsRule(id, undefined, { when: (sent) => sent === undefined }),
    ],
    [
      'drops an authentication rule whose entry has no id',
      readsRule(rule, (sent) => (lacksId(sent) ? undefined : sent)),
    ],
  ],
  'api-server-operations-acrs-element-type-required': [
    ['takes an entry of acrs without a type', acceptsEntry((sent) => sent === undefined)],
    [
      'takes an entry of acrs without a type for a sign-on policy',
      readsList(rule, 'acrs', (all) =>
        all.map((one) => (typeof one === 'object' ? { type: 'PINGONE', ...one } : one)),
      ),
    ],
  ],
  'api-server-operations-acrs-element-type-values': [
    ['stores any type of an entry of acrs', acceptsEntry((sent) => sent !== undefined)],
    [
      'takes an unknown type of an entry of acrs for PINGONE',
      readsList(rule, 'acrs', (all) =>
        all.map((one) =>
          typeof one === 'object' && (one as { type?: unknown }).type === 'OKTA'
            ? { ...one, type: 'PINGONE' }
            : one,
        ),
      ),
    ],
  ],
  'api-server-operations-acrs-pingone': [
    [
      'refuses sign-on policies',
      refusesRule(
        rule,
        ({ authentication }) => authentication?.acrs?.some((one) => one.type === 'PINGONE') === true,
      ),
    ],
    [
      'answers with entries of acrs without their type',
      omits(at.one, 'accessControl.authentication.acrs.*.type'),
    ],
    [
      'stores sign-on policies as flow policies',
      storesRule(rule, (one) =>
        one.acrs === undefined
          ? one
          : { ...one, acrs: one.acrs.map((entry) => ({ ...entry, type: 'DAVINCI' })) },
      ),
    ],
  ],
  'api-server-operations-acrs-policy-exists': [
    ['stores the id of a policy that does not exist', acceptsRule(id, undefined, { when: isUuid })],
    ['looks for the policy in a create only', acceptsRule(id, undefined, { on: 'replace', when: isUuid })],
  ],
  'api-server-operations-acrs-mutable': [
    [
      'answers 200 and keeps acrs',
      keepsRule(rule, ({ acrs }, one) => (acrs === undefined ? one : { ...one, acrs })),
    ],
    ['reads the acrs from before a replace', keepsRule(rule)],
  ],
});

/** Takes an entry for its type, and then cannot look for what it names. */
function acceptsEntry(when: (type: unknown) => boolean): Fault {
  return accepts(operations, /^accessControl\.authentication\.acrs\[\d+\]\.\w+$/, undefined, {
    when: (_sent, { holder }) => {
      const { type } = holder as { type?: unknown };
      return type !== 'PINGONE' && when(type);
    },
  });
}

function lacksId(sent: unknown): boolean {
  const { acrs: all } = sent as { acrs?: unknown };
  return Array.isArray(all) && all.some((one) => typeof one === 'object' && !Object.hasOwn(one ?? {}, 'id'));
}
