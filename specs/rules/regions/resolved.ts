import { assert } from '../../../fixtures/assertions.ts';

/**
 * Demands what the suite itself resolved. No request is sent, so a failure is a fault of the suite.
 * @param what the thing that was resolved, told in the message
 * @throws Mismatch when it is another one
 */
export function assertResolved(what: string, received: unknown, expected: string): void {
  assert(
    received === expected,
    `${what} is resolved to ${String(received)}`,
    { expected: `${what} is ${expected}`, received: String(received) },
    assertResolved,
  );
}
