import { describe, expect, test } from 'vitest';
import { readFacts } from '../../../emulator/policy/attributes.ts';
import { holds } from '../../../emulator/policy/conditions.ts';
import type { Attribute, AttributeType, Condition } from '../../../emulator/policy/document.ts';
import type { Json } from '../session.ts';

const parameter = (name: string, type: AttributeType): Attribute => ({
  name,
  type,
  source: { from: 'parameters' },
});
const attributes = new Map(
  [
    parameter('word', 'text'),
    parameter('amount', 'number'),
    parameter('balance', 'number'),
    parameter('urgent', 'boolean'),
    { name: 'user', type: 'text', source: { from: 'user' } } as const,
    {
      name: 'share',
      type: 'number',
      source: { from: 'quotient', dividend: 'amount', divisor: 'balance' },
    } as const,
  ].map((one) => [one.name, one]),
);

/** What a condition comes to for the given parameters: true, false, or the code of the trouble. */
function come(condition: Condition, parameters: Json, userId?: string): boolean | string {
  const facts = readFacts(attributes, { parameters, userId });
  if ('trouble' in facts) return facts.trouble.code;
  const outcome = holds(condition, facts.value);
  return 'trouble' in outcome ? outcome.trouble.code : outcome.value;
}

const is = (attribute: string, operator: 'equals' | 'greater' | 'less' | 'in' | 'present', value?: Json) =>
  value === undefined ? { attribute, operator } : { attribute, operator, value };

describe('a comparison', () => {
  test.each<[string, Condition, object, boolean | string]>([
    ['an equal text', is('word', 'equals', 'a'), { word: 'a' }, true],
    ['a text in another case', is('word', 'equals', 'a'), { word: 'A' }, false],
    ['a text in a list', is('word', 'in', ['a', 'b']), { word: 'b' }, true],
    ['a text outside a list', is('word', 'in', ['a', 'b']), { word: 'c' }, false],
    ['a greater number', is('amount', 'greater', 5), { amount: 6 }, true],
    ['an equal number as greater', is('amount', 'greater', 5), { amount: 5 }, false],
    ['a smaller number', is('amount', 'less', 5), { amount: 4.5 }, true],
    ['an equal number as less', is('amount', 'less', 5), { amount: 5 }, false],
    ['a number in a text', is('amount', 'greater', 5), { amount: '30' }, true],
    ['a negative decimal in a text', is('amount', 'less', 0), { amount: '-0.5' }, true],
    ['a boolean', is('urgent', 'equals', true), { urgent: true }, true],
    ['a boolean in a text', is('urgent', 'equals', false), { urgent: 'false' }, true],
    ['a quotient', is('share', 'greater', 1), { amount: 3, balance: 2 }, true],
    ['a value that is there', is('word', 'present'), { word: '' }, true],
    ['a value that is not', is('word', 'present'), {}, false],
    ['null, which is no value', is('word', 'present'), { word: null }, false],
    ['half a quotient', is('share', 'present'), { amount: 3 }, false],
    ['a whole quotient', is('share', 'present'), { amount: 3, balance: 1 }, true],
    ['a missing value', is('word', 'equals', 'a'), {}, 'MISSING_ATTRIBUTE'],
    ['half a quotient, compared', is('share', 'greater', 1), { amount: 3 }, 'MISSING_ATTRIBUTE'],
    ['division by zero', is('share', 'greater', 1), { amount: 3, balance: 0 }, 'PROCESSING_ERROR'],
    ['a name nobody knows', is('word', 'present'), { other: 1 }, 'MISSING_ATTRIBUTE'],
    ['a computed name', is('word', 'present'), { share: 1 }, 'MISSING_ATTRIBUTE'],
    ['the user as a parameter', is('word', 'present'), { user: 'u' }, 'MISSING_ATTRIBUTE'],
    ['a number for a text', is('urgent', 'present'), { word: 1 }, 'TYPE_CONVERSION_ERROR'],
    ['a text for a number', is('urgent', 'present'), { amount: '1e3' }, 'TYPE_CONVERSION_ERROR'],
    ['an empty text for a number', is('urgent', 'present'), { amount: '' }, 'TYPE_CONVERSION_ERROR'],
    ['a number for a boolean', is('urgent', 'present'), { urgent: 1 }, 'TYPE_CONVERSION_ERROR'],
    ['a list for a number', is('urgent', 'present'), { amount: [1] }, 'TYPE_CONVERSION_ERROR'],
  ])('with %s', (_what, condition, parameters, result) => {
    expect(come(condition, parameters)).toBe(result);
  });

  test('reads the user from the context', () => {
    expect(come(is('user', 'equals', 'u'), {}, 'u')).toBe(true);
    expect(come(is('user', 'present'), {})).toBe(false);
    expect(come(is('user', 'equals', 'u'), {})).toBe('MISSING_ATTRIBUTE');
  });
});

/** T holds, F does not, ? is not known. */
const parts: Readonly<Record<string, Condition>> = {
  T: { and: [] },
  F: { or: [] },
  '?': is('word', 'equals', 'a'),
};

describe('joined conditions', () => {
  test.each<[string, 'and' | 'or', string]>([
    ['', 'and', 'T'],
    ['T', 'and', 'T'],
    ['TT', 'and', 'T'],
    ['TF', 'and', 'F'],
    ['T?', 'and', '?'],
    ['?F', 'and', 'F'],
    ['F?', 'and', 'F'],
    ['', 'or', 'F'],
    ['FF', 'or', 'F'],
    ['FT', 'or', 'T'],
    ['F?', 'or', '?'],
    ['?T', 'or', 'T'],
    ['T?', 'or', 'T'],
  ])('%s by %s come to %s', (letters, join, result) => {
    const inner = [...letters].map((letter) => parts[letter] as Condition);
    const condition: Condition = join === 'and' ? { and: inner } : { or: inner };
    const expected = { T: true, F: false, '?': 'MISSING_ATTRIBUTE' }[result];
    expect(come(condition, {})).toBe(expected);
    const opposite = { T: false, F: true, '?': 'MISSING_ATTRIBUTE' }[result];
    expect(come({ not: condition }, {})).toBe(opposite);
  });
});
