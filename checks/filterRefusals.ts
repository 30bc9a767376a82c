import * as fc from 'fast-check';
import { invalidScimFilter } from '../fixtures/arbitraries/scimFilter.ts';
import { holdsForAll } from '../fixtures/property.ts';
import { type Check, caseFor } from './check.ts';
import {
  BROKEN,
  refusalOn,
  spelled,
  UNQUOTED,
  unsupportedAttributes,
  unsupportedOperators,
} from './filterExpressions.ts';
import { grammarOf } from './filterReads.ts';

/** Which filters are refused, and how (Conventions, Filtering; error codes; facts 0.7 and 0.9). */
export const filterRefusals: Check = function* (resource) {
  if (resource.filters === undefined || resource.filters.length === 0) return;
  const refusals: readonly (readonly [row: string, title: string, fixed: readonly string[]])[] = [
    [
      'platform-filter-quoted-values',
      'a value that does not stand in quotes is refused',
      spelled(resource, UNQUOTED),
    ],
    [
      'platform-filter-unsupported-operator-400',
      'an operator that is not documented is refused',
      unsupportedOperators(resource),
    ],
    [
      'platform-filter-unsupported-attribute-400',
      'an attribute that is not documented is refused',
      unsupportedAttributes(resource),
    ],
    ['platform-filter-malformed-400', 'an expression that is broken is refused', spelled(resource, BROKEN)],
  ];
  for (const [row, title, fixed] of refusals) {
    yield* caseFor(resource, row, title, async ({ scope }) => {
      const attempt = await refusalOn(scope, resource);
      for (const expression of fixed) await attempt(expression);
      const classes = invalidScimFilter(grammarOf(resource)).filter(({ requirement }) => requirement === row);
      await holdsForAll(scope, {
        name: title,
        arbitrary: fc.oneof(...classes.map(({ arbitrary }) => arbitrary)),
        attempt: async (expression) => {
          await attempt(expression);
        },
      });
    });
  }
};
