import type { Attribute, Policy, PolicyDocument, Rule, Statement } from './document.ts';

/** A version with everything it has, ready to be evaluated. */
export type PolicyVersion = {
  readonly id: string;
  readonly name: string;
  readonly tagged: boolean;
  readonly root: string;
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly statements: ReadonlyMap<string, Statement>;
  readonly rules: ReadonlyMap<string, Rule>;
  readonly policies: ReadonlyMap<string, Policy>;
};

/** The versions of a document, the oldest first, each completed by what it has from the one before it. */
export function versionsOf({ versions }: PolicyDocument): readonly PolicyVersion[] {
  let before: PolicyVersion | undefined;
  return versions.map(({ id, name, tagged, root, attributes, statements, rules, policies }) => {
    before = {
      id,
      name,
      tagged,
      root: root ?? before?.root ?? '',
      attributes: extend(before?.attributes, attributes, (one) => one.name),
      statements: extend(before?.statements, statements, (one) => one.id),
      rules: extend(before?.rules, rules, (one) => one.id),
      policies: extend(before?.policies, policies, (one) => one.id),
    };
    return before;
  });
}

/** The policy that a request is evaluated with: the one asked for when the version has it, its root otherwise. */
export function rootOf(version: PolicyVersion, policyId: string | undefined): string {
  return policyId !== undefined && version.policies.has(policyId) ? policyId : version.root;
}

function extend<T>(
  before: ReadonlyMap<string, T> = new Map(),
  added: readonly T[] = [],
  keyOf: (one: T) => string,
): ReadonlyMap<string, T> {
  return new Map([...before, ...added.map((one) => [keyOf(one), one] as const)]);
}
