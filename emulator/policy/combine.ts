import type { Algorithm, Decision } from './document.ts';

/**
 * The decisions in the order in which they win, strongest first; undefined where the first one that is not
 * NOT_APPLICABLE wins. An INDETERMINATE might have been the overriding decision, so it beats everything below that.
 */
const strongest: { readonly [A in Algorithm]: readonly Decision[] | undefined } = {
  'deny-overrides': ['DENY', 'INDETERMINATE', 'PERMIT'],
  'permit-overrides': ['PERMIT', 'INDETERMINATE', 'DENY'],
  'first-applicable': undefined,
};

/** Combines decisions into one; without any, nothing applies. */
export function combine(algorithm: Algorithm, decisions: readonly Decision[]): Decision {
  const order = strongest[algorithm];
  const found =
    order === undefined
      ? decisions.find((decision) => decision !== 'NOT_APPLICABLE')
      : order.find((decision) => decisions.includes(decision));
  return found ?? 'NOT_APPLICABLE';
}

/** Whether later decisions can be left out once this one was found. */
export function isFinal(algorithm: Algorithm, decision: Decision): boolean {
  return algorithm === 'first-applicable' && decision !== 'NOT_APPLICABLE';
}
