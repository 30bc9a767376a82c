import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Algorithm, Policy, Rule } from '../../../emulator/policy/document.ts';
import { evaluate } from '../../../emulator/policy/evaluate.ts';
import { type PolicyVersion, versionsOf } from '../../../emulator/policy/version.ts';

/** A parameter `v` that is 1 or 2 or not sent, so that a rule on it applies, does not, or is not known. */
const attributes = ['a', 'b', 'c'].map(
  (name) => ({ name, type: 'number', source: { from: 'parameters' } }) as const,
);

const advice = { id: 'advice', name: 'Advice', code: 'advice', payload: { text: 'mind the gap' } };

function version(rules: readonly Rule[], policies: readonly Policy[]): PolicyVersion {
  const [made] = versionsOf({
    name: 'test',
    versions: [
      {
        id: 'v',
        name: 'v',
        tagged: true,
        root: policies[0]?.id ?? '',
        attributes,
        statements: [advice],
        rules,
        policies,
      },
    ],
  });
  if (made === undefined) throw new Error('a document with one version has one');
  return made;
}

const rule = (id: string, effect: 'PERMIT' | 'DENY', attribute?: string): Rule => ({
  id,
  name: id,
  effect,
  statements: ['advice'],
  ...(attribute === undefined ? {} : { condition: { attribute, operator: 'equals', value: 1 } }),
});

const policy = (
  id: string,
  algorithm: Algorithm,
  children: readonly string[],
  more: object = {},
): Policy => ({
  id,
  name: id,
  algorithm,
  children,
  ...more,
});

const never: Rule = { id: 'never', name: 'never', effect: 'DENY', condition: { or: [] } };

describe('an evaluation', () => {
  const made = version(
    [rule('permit', 'PERMIT', 'a'), rule('deny', 'DENY', 'b'), rule('always', 'PERMIT')],
    [
      policy('root', 'deny-overrides', ['inner', 'other']),
      policy('inner', 'first-applicable', ['permit', 'deny']),
      policy('other', 'permit-overrides', ['always'], {
        condition: { attribute: 'c', operator: 'equals', value: 1 },
      }),
      policy('nothing', 'deny-overrides', []),
    ],
  );
  const decide = (parameters: Record<string, number>, policyId?: string) => {
    const { decision, trouble, statements } = evaluate(made, policyId, { parameters });
    return [decision, trouble?.code, statements.length];
  };

  test('goes down to the policies of policies and gives statements of those that agree', () => {
    expect(decide({ a: 1, c: 1 })).toEqual(['PERMIT', undefined, 2]);
    expect(decide({ a: 1, c: 2 })).toEqual(['PERMIT', undefined, 1]);
    expect(decide({ a: 2, b: 1, c: 1 })).toEqual(['DENY', undefined, 1]);
    expect(decide({ a: 2, b: 2, c: 2 })).toEqual(['NOT_APPLICABLE', undefined, 0]);
    expect(evaluate(made, 'inner', { parameters: { a: 1 } }).statements).toEqual([advice]);
  });

  test('reports the first trouble of what is not known, and none beside another decision', () => {
    expect(decide({ c: 1 })).toEqual(['INDETERMINATE', 'MISSING_ATTRIBUTE', 0]);
    expect(decide({ a: 1 })).toEqual(['INDETERMINATE', 'MISSING_ATTRIBUTE', 0]);
    expect(decide({ a: 2, b: 1 })).toEqual(['DENY', undefined, 1]);
    expect(decide({ a: 1 }, 'inner')).toEqual(['PERMIT', undefined, 1]);
  });

  test('begins at the policy asked for, or at the root when there is none of that id', () => {
    expect(decide({}, 'nothing')).toEqual(['NOT_APPLICABLE', undefined, 0]);
    expect(decide({ a: 1, c: 1 }, 'gone')).toEqual(['PERMIT', undefined, 2]);
  });
});

describe('a version', () => {
  const [first, second] = versionsOf({
    name: 'test',
    versions: [
      { id: '1', name: 'one', tagged: true, root: 'p', attributes, rules: [rule('r', 'PERMIT')] },
      { id: '2', name: 'two', tagged: false, rules: [rule('r', 'DENY')], policies: [] },
    ],
  });

  test('has what the one before has, and its own in the place of that', () => {
    expect([first?.rules.get('r')?.effect, second?.rules.get('r')?.effect]).toEqual(['PERMIT', 'DENY']);
    expect([second?.root, second?.attributes.size, second?.tagged]).toEqual(['p', 3, false]);
  });
});

const drawn = fc.record({
  rules: fc.array(fc.tuple(fc.constantFrom('PERMIT', 'DENY'), fc.constantFrom('a', 'b', 'c')), {
    maxLength: 6,
  }),
  parameters: fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(1, 2)),
  at: fc.nat(6),
});
const run = { seed: 20240607, numRuns: 300 };

const decisionOf = (
  algorithm: Algorithm,
  rules: readonly Rule[],
  parameters: Readonly<Record<string, number>>,
) => {
  const children = rules.map(({ id }) => id);
  const made = version(
    [...new Map(rules.map((one) => [one.id, one])).values()],
    [policy('root', algorithm, children)],
  );
  const { decision, statements } = evaluate(made, undefined, { parameters });
  return [decision, statements.length];
};

describe.each<Algorithm>(['deny-overrides', 'permit-overrides', 'first-applicable'])('by %s', (algorithm) => {
  test('a rule that never applies changes nothing', () => {
    fc.assert(
      fc.property(drawn, ({ rules, parameters, at }) => {
        const list = rules.map(([effect, name], index) => rule(`r${index}`, effect, name));
        const longer = [...list.slice(0, at), never, ...list.slice(at)];
        expect(decisionOf(algorithm, longer, parameters)).toEqual(decisionOf(algorithm, list, parameters));
      }),
      run,
    );
  });
});

test.each<Algorithm>([
  'deny-overrides',
  'permit-overrides',
])('%s gives the same decision and as many statements when the rules are reversed', (algorithm) => {
  fc.assert(
    fc.property(drawn, ({ rules, parameters }) => {
      const list = rules.map(([effect, name], index) => rule(`r${index}`, effect, name));
      expect(decisionOf(algorithm, list.toReversed(), parameters)).toEqual(
        decisionOf(algorithm, list, parameters),
      );
    }),
    run,
  );
});
