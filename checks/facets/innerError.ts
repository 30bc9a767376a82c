import { assert, assertError, BAD_REQUEST_CODES, detailsOf } from '../../fixtures/assertions.ts';
import { describeExchange, type Exchange } from '../../fixtures/exchange.ts';
import type { ModelProperty } from '../../schemas/contract.ts';

/** Demands that allowedValues, where a refusal has any, are documented options. Source: error page, innerError. */
export function assertAllowedValues(answer: Exchange, { path, schema }: ModelProperty): void {
  assertError(answer, [400], BAD_REQUEST_CODES);
  for (const { allowedValues } of innerErrorsOf(answer)) {
    if (allowedValues === undefined) continue;
    const options: readonly unknown[] = schema.enum ?? [];
    const sound =
      Array.isArray(allowedValues) &&
      allowedValues.length > 0 &&
      allowedValues.every((value) => options.includes(value));
    const detail = {
      expected: `options of ${path}: ${options.join(', ')}`,
      received: allowedValues,
      exchange: answer,
    };
    assert(sound, `${describeExchange(answer)}: allowedValues are not the options of ${path}`, detail);
  }
}

/** Demands that bounds, where a refusal has any, are the documented ones. Source: error page, innerError. */
export function assertRange(answer: Exchange, { path, schema }: ModelProperty): void {
  for (const inner of innerErrorsOf(answer)) {
    const bounds = [
      { told: inner.rangeMinimumValue, documented: schema.minimum },
      { told: inner.rangeMaximumValue, documented: schema.maximum },
    ];
    for (const { told, documented } of bounds) {
      const sound = told === undefined || documented === undefined || told === documented;
      const detail = { expected: `the bound ${documented} of ${path}`, received: told, exchange: answer };
      assert(sound, `${describeExchange(answer)}: a bound of ${path} is not the documented one`, detail);
    }
  }
}

/** The inner errors of a refusal; the error page spells the member in lower case, every schema does not. */
function innerErrorsOf(answer: Exchange): readonly Record<string, unknown>[] {
  return detailsOf(answer).flatMap(({ innerError, innererror }) => {
    const inner = innerError ?? innererror;
    return typeof inner === 'object' && inner !== null ? [inner as Record<string, unknown>] : [];
  });
}
