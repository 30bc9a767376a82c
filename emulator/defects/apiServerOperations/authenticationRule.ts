import { defectsOf } from '../defect.ts';
import { gives } from '../faults/members.ts';
import { misreports } from '../faults/refusals.ts';
import { at, type Operation } from './places.ts';
import {
  acceptsRule,
  dropsRule,
  keepsRule,
  readsPart,
  readsRule,
  refusesRule,
  storesRule,
} from './references.ts';

type Rule = NonNullable<NonNullable<Operation['accessControl']>['authentication']>;

const rule = 'authentication';

const age = 'authentication.maxAge';

/** What a server can do wrong with the authentication rule of an operation. */
export const authenticationRule = defectsOf({
  'api-server-operations-authentication-empty': [
    ['stores an empty authentication rule', acceptsRule(rule, 'REQUIRED_VALUE')],
    [
      'stores an empty authentication rule in a replace',
      acceptsRule(rule, 'REQUIRED_VALUE', { on: 'replace' }),
    ],
    ['drops an empty authentication rule', readsRule(rule, (sent) => (isEmpty(sent) ? undefined : sent))],
  ],
  'api-server-operations-authentication-acrs-only': [
    [
      'demands maxAge of an authentication rule',
      refusesRule(rule, ({ authentication }) => authentication?.maxAge === undefined),
    ],
    ['drops acrs', storesRule(rule, ({ acrs: _, ...others }) => others)],
    ['drops an authentication rule', dropsRule(rule)],
  ],
  'api-server-operations-authentication-max-age-only': [
    [
      'demands acrs of an authentication rule',
      refusesRule(rule, ({ authentication }) => authentication?.acrs === undefined),
    ],
    ['drops the maxAge of an authentication rule', storesRule(rule, ({ maxAge: _, ...others }) => others)],
    [
      'stores another maxAge than was sent',
      storesRule(rule, (one) => (one.maxAge === undefined ? one : { ...one, maxAge: one.maxAge * 1000 })),
    ],
  ],
  'api-server-operations-authentication-both': [
    [
      'keeps the acrs of an authentication rule alone',
      storesRule(rule, ({ acrs, maxAge }) =>
        acrs === undefined ? { ...(maxAge === undefined ? {} : { maxAge }) } : { acrs },
      ),
    ],
    [
      'keeps the maxAge of an authentication rule alone',
      storesRule(rule, ({ acrs, maxAge }) =>
        maxAge === undefined ? { ...(acrs === undefined ? {} : { acrs }) } : { maxAge },
      ),
    ],
    [
      'refuses acrs beside maxAge',
      refusesRule(
        rule,
        ({ authentication }) => authentication?.acrs !== undefined && authentication.maxAge !== undefined,
      ),
    ],
  ],
  'api-server-operations-authentication-type': [
    ['stores a text as the authentication rule', acceptsRule(rule, 'INVALID_VALUE')],
    [
      'drops a text for the authentication rule',
      readsRule(rule, (sent) => (typeof sent === 'string' ? undefined : sent)),
    ],
    [
      'answers with a list as the authentication rule',
      gives(at.read, 'accessControl.authentication', ({ acrs = [] }: Rule) => acrs),
    ],
  ],
  'api-server-operations-max-age-positive': [
    [
      'refuses a maxAge of 0 for acrs',
      misreports(at.write, { target: 'accessControl.authentication.maxAge' }, (detail) => ({
        ...detail,
        target: 'accessControl.authentication.acrs',
      })),
    ],
    ['takes a maxAge of 0', acceptsRule(age, 'OUT_OF_RANGE', { when: (sent) => sent === 0 })],
    ['takes a negative maxAge', acceptsRule(age, 'OUT_OF_RANGE', { when: (sent) => Number(sent) < 0 })],
    ['refuses a maxAge of 1', refusesRule(rule, ({ authentication }) => authentication?.maxAge === 1)],
    [
      'takes a negative maxAge for a positive one',
      readsPart(rule, 'maxAge', (sent) => (typeof sent === 'number' ? Math.abs(sent) : sent)),
    ],
  ],
  'api-server-operations-max-age-integer': [
    [
      'stores a maxAge with a fraction',
      acceptsRule(age, 'INVALID_VALUE', { when: (sent) => typeof sent === 'number' }),
    ],
    [
      'rounds maxAge',
      readsPart(rule, 'maxAge', (sent) => (typeof sent === 'number' ? Math.round(sent) : sent)),
    ],
    [
      'cuts the fraction of maxAge',
      readsPart(rule, 'maxAge', (sent) => (typeof sent === 'number' ? Math.trunc(sent) : sent)),
    ],
  ],
  'api-server-operations-max-age-type': [
    [
      'stores a text as maxAge',
      acceptsRule(age, 'INVALID_VALUE', { when: (sent) => typeof sent === 'string' }),
    ],
    [
      'takes a text for no maxAge but a standard one',
      readsPart(rule, 'maxAge', (sent) => (typeof sent === 'string' ? 300 : sent)),
    ],
    ['reads maxAge as a text', gives(at.read, `accessControl.${age}`, String)],
  ],
  'api-server-operations-max-age-mutable': [
    [
      'answers 200 and keeps maxAge',
      keepsRule(rule, ({ maxAge }, one) => (maxAge === undefined ? one : { ...one, maxAge })),
    ],
    [
      'keeps the smaller maxAge',
      keepsRule(rule, ({ maxAge = 0 }, one) => ({ ...one, maxAge: Math.min(maxAge, one.maxAge ?? maxAge) })),
    ],
  ],
});

function isEmpty(sent: unknown): boolean {
  return typeof sent === 'object' && sent !== null && Object.keys(sent).length === 0;
}
