import { type DecisionRequest, type Facts, readFacts } from './attributes.ts';
import { combine, isFinal } from './combine.ts';
import { holds } from './conditions.ts';
import type { Condition, Decision, Policy, Rule, Statement } from './document.ts';
import type { Outcome, Trouble } from './trouble.ts';
import { type PolicyVersion, rootOf } from './version.ts';

/** What an evaluation leads to; there is trouble exactly when the decision is INDETERMINATE. */
export type Verdict = {
  readonly decision: Decision;
  readonly trouble?: Trouble;
  /** of every rule that decided like the whole, in the order of the policy */
  readonly statements: readonly Statement[];
};

/**
 * Evaluates a request by one policy of a version.
 * @param policyId the policy to evaluate; the root of the version when it has no such policy
 */
export function evaluate(
  version: PolicyVersion,
  policyId: string | undefined,
  request: DecisionRequest,
): Verdict {
  const facts = readFacts(version.attributes, request);
  if ('trouble' in facts) return indeterminate(facts.trouble);
  return evaluateChild(version, rootOf(version, policyId), facts.value);
}

const notApplicable: Verdict = { decision: 'NOT_APPLICABLE', statements: [] };

function indeterminate(trouble: Trouble): Verdict {
  return { decision: 'INDETERMINATE', trouble, statements: [] };
}

function evaluateChild(version: PolicyVersion, id: string, facts: Facts): Verdict {
  const policy = version.policies.get(id);
  if (policy !== undefined) return evaluatePolicy(version, policy, facts);
  const rule = version.rules.get(id);
  return rule === undefined ? notApplicable : evaluateRule(version, rule, facts);
}

function evaluateRule(
  version: PolicyVersion,
  { effect, condition, statements }: Rule,
  facts: Facts,
): Verdict {
  const applies = isMet(condition, facts);
  if ('trouble' in applies) return indeterminate(applies.trouble);
  if (!applies.value) return notApplicable;
  const found = (statements ?? []).map((id) => version.statements.get(id));
  return { decision: effect, statements: found.filter((one) => one !== undefined) };
}

function evaluatePolicy(version: PolicyVersion, policy: Policy, facts: Facts): Verdict {
  const applies = isMet(policy.condition, facts);
  if ('trouble' in applies) return indeterminate(applies.trouble);
  if (!applies.value) return notApplicable;
  const verdicts: Verdict[] = [];
  for (const id of policy.children) {
    const verdict = evaluateChild(version, id, facts);
    verdicts.push(verdict);
    if (isFinal(policy.algorithm, verdict.decision)) break;
  }
  const decision = combine(
    policy.algorithm,
    verdicts.map((one) => one.decision),
  );
  const agreeing = verdicts.filter((one) => one.decision === decision);
  const trouble = agreeing.find((one) => one.trouble !== undefined)?.trouble;
  const statements = agreeing.flatMap((one) => one.statements);
  return trouble === undefined ? { decision, statements } : { decision, statements, trouble };
}

function isMet(condition: Condition | undefined, facts: Facts): Outcome<boolean> {
  return condition === undefined ? { value: true } : holds(condition, facts);
}
