import { assert, assertStatus } from '../../../fixtures/assertions.ts';
import { at, describeExchange, type Exchange } from '../../../fixtures/exchange.ts';

/** Demands that an operation that was read shows none of some kinds of rule. */
export function assertNoRule(read: Exchange, ...kinds: readonly string[]): void {
  assertStatus(read, 200);
  const shown = kinds.filter((kind) => {
    const rule = at(read.json, `accessControl.${kind}`);
    return rule !== undefined && rule !== null;
  });
  assert(
    shown.length === 0,
    `${describeExchange(read)} with a rule of ${shown.join(', ')}`,
    { expected: `no rule of ${kinds.join(', ')}`, received: read.text, exchange: read },
    assertNoRule,
  );
}
