import type * as fc from 'fast-check';
import type { InvalidClass } from '../../fixtures/arbitraries/invalidClass.ts';

/** One arbitrary under test: valid values, which break no rule, or a class, whose values break exactly one. */
export type Population = {
  readonly title: string;
  readonly arbitrary: fc.Arbitrary<unknown>;
  /** The requirements that every value breaks: none, or the one of its class. */
  readonly breaks: readonly string[];
  readonly brokenRules: (value: unknown) => readonly string[];
  readonly isCorrect: (value: unknown) => boolean;
};

/** What a file of `fixtures/arbitraries/` exports, with its parameters filled in. */
export type Word<T> = {
  readonly valid?: fc.Arbitrary<T>;
  readonly invalid?: readonly InvalidClass<T>[];
  readonly brokenRules?: (value: T) => readonly string[];
  readonly isCorrect: (value: T) => boolean;
};

/** The populations of one word; a word without rules of its own is judged by `isCorrect` alone. */
export function populationsOf<T>(
  word: string,
  { valid, invalid = [], ...oracle }: Word<T>,
): readonly Population[] {
  const judgedBy = (value: T): readonly string[] => (oracle.isCorrect(value) ? [] : ['isCorrect is false']);
  const brokenRules = oracle.brokenRules ?? judgedBy;
  const of = (title: string, arbitrary: fc.Arbitrary<T>, breaks: readonly string[]): Population => ({
    title: `${word}: ${title}`,
    arbitrary,
    breaks,
    brokenRules: (value) => brokenRules(value as T),
    isCorrect: (value) => oracle.isCorrect(value as T),
  });
  return [
    ...(valid === undefined ? [] : [of('valid', valid, [])]),
    ...invalid.map(({ name, requirement, arbitrary }) => of(name, arbitrary, [requirement])),
  ];
}
