import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromSchema } from '../../fixtures/arbitraries/fromSchema.ts';
import { brokenJsonBodyRules, invalidUtf8Body } from '../../fixtures/arbitraries/jsonBody.ts';
import { validScimFilter } from '../../fixtures/arbitraries/scimFilter.ts';
import { knownRequirements } from '../tables/knownRequirements.ts';
import { populations } from './words.ts';

const seed = 20240229;
const numRuns = 150;

describe.each(populations)('$title', ({ arbitrary, breaks, brokenRules, isCorrect }) => {
  it('holds only values that break exactly the rules of their class', () => {
    for (const value of fc.sample(arbitrary, { seed, numRuns })) {
      expect(brokenRules(value), JSON.stringify(value)).toEqual(breaks);
      expect(isCorrect(value), JSON.stringify(value)).toBe(breaks.length === 0);
    }
  });

  it('gives the same values for the same seed', () => {
    const draw = () => fc.sample(arbitrary, { seed, numRuns: 20 });
    expect(draw()).toEqual(draw());
  });

  it.each([
    ['every value fails', () => true],
    ['some values fail', (value: unknown) => JSON.stringify(value).length % 3 !== 0],
  ])('stays in its class while it shrinks when %s', (_, isFailure) => {
    const outside: unknown[] = [];
    const property = fc.property(arbitrary, (value) => {
      if (brokenRules(value).join() !== breaks.join()) outside.push(value);
      return !isFailure(value);
    });
    for (const step of [1, 2, 3, 4, 5]) {
      const { counterexample } = fc.check(property, { seed: seed + step, numRuns: 20 });
      if (counterexample !== null) expect(brokenRules(counterexample[0])).toEqual(breaks);
    }
    expect(outside).toEqual([]);
  });
});

describe('invalid classes', () => {
  it('have titles of their own', () => {
    const titles = populations.map(({ title }) => title);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  it('name requirements of the catalogue', () => {
    const known = knownRequirements();
    const unknown = populations.flatMap(({ breaks }) => breaks.filter((id) => !known.has(id)));
    expect(unknown).toEqual([]);
  });
});

describe('fromSchema', () => {
  it.each([
    { type: 'string', pattern: '^a$' },
    { type: 'string', format: 'phone' },
    {},
  ] as const)('refuses a schema it cannot serve: %j', (schema) => {
    expect(() => fromSchema(schema)).toThrow(/write an arbitrary/);
  });
});

describe('validScimFilter', () => {
  it('writes each value so that a JSON reader gets it back', () => {
    const filters = validScimFilter({ filters: [{ attribute: 'name', operators: ['sw'] }] });
    for (const { expression, terms } of fc.sample(filters, { seed, numRuns })) {
      expect(JSON.parse(expression.slice('name sw '.length))).toBe(terms[0]?.value);
    }
  });
});

describe('invalidUtf8Body', () => {
  it('is JSON in Latin-1 and no text in UTF-8', () => {
    for (const bytes of fc.sample(invalidUtf8Body, { seed, numRuns })) {
      expect(brokenJsonBodyRules(Buffer.from(bytes).toString('latin1'))).toEqual([]);
      expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow(TypeError);
    }
  });
});
