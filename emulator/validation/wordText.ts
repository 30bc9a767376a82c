import { type Check, text } from './checks.ts';

/**
 * Text of letters, marks, digits, spaces and a few signs, as names of groups and application roles and actions of
 * permissions are (client-facts 4, rows 37 and 41; admin guide, adding an application role).
 */
export function wordText(rule: { readonly longest?: number } = {}): Check {
  return text({
    ...rule,
    pattern: /^[\p{L}\p{M}\p{N} /.'_-]+$/u,
    says: "The value must be of letters, marks, digits, spaces and the characters / . ' _ -.",
  });
}
