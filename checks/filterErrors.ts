import { assert, detailsOf } from '../fixtures/assertions.ts';
import { at, describeExchange, type Exchange } from '../fixtures/exchange.ts';
import { type Check, caseFor } from './check.ts';
import {
  BROKEN,
  refusalOn,
  spelled,
  unsupportedAttributes,
  unsupportedOperators,
} from './filterExpressions.ts';

/** How a refused filter is told (Error codes; facts 0.7 and 0.9). */
export const filterErrors: Check = function* (resource) {
  if (resource.filters === undefined || resource.filters.length === 0) return;
  yield* caseFor(
    resource,
    'platform-error-detail-invalid-filter',
    'a refused filter is reported as INVALID_FILTER',
    async ({ scope }) => {
      const attempt = await refusalOn(scope, resource);
      for (const expression of [
        unsupportedOperators(resource)[0],
        unsupportedAttributes(resource)[0],
        ...spelled(resource, BROKEN),
      ]) {
        const answer = await attempt(expression ?? '');
        const codes = detailsOf(answer).map(({ code }) => code);
        assert(codes.includes('INVALID_FILTER'), `${describeExchange(answer)} without INVALID_FILTER`, {
          expected: 'a detail with code INVALID_FILTER',
          received: answer.text,
          exchange: answer,
        });
      }
    },
  );
  yield* caseFor(
    resource,
    'platform-error-detail-invalid-filter-help',
    'a refused filter is told what would work',
    async ({ scope }) => {
      const attempt = await refusalOn(scope, resource);
      const documented = {
        supportedAttributes: resource.filters?.map(({ attribute }) => attribute) ?? [],
        supportedOperators: resource.filters?.flatMap(({ operators }) => operators) ?? [],
      };
      for (const expression of [...unsupportedOperators(resource), ...unsupportedAttributes(resource)]) {
        const answer = await attempt(expression);
        for (const [name, allowed] of Object.entries(documented)) assertHelp(answer, name, allowed);
      }
    },
  );
};

/** Where help is given, it names documented attributes and operators only. */
function assertHelp(answer: Exchange, name: string, documented: readonly string[]): void {
  for (const detail of detailsOf(answer)) {
    const help = at(detail, `innerError.${name}`) ?? at(detail, `innererror.${name}`);
    const holds =
      help === undefined || (Array.isArray(help) && help.every((each) => documented.includes(String(each))));
    assert(
      holds,
      `${describeExchange(answer)}: ${name} is not what the documents say`,
      { expected: `${name} among ${documented.join(', ')}`, received: help ?? 'nothing', exchange: answer },
      assertHelp,
    );
  }
}
