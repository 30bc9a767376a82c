import { authorizationVersions } from '../../collections/authorizationVersions.ts';
import type { Algorithm, Policy, Rule } from '../../policy/document.ts';
import type { PolicyVersion } from '../../policy/version.ts';
import type { Fault } from '../defect.ts';
import type { Asked } from '../reply.ts';
import { body, isObject } from './answers.ts';
import { evaluation } from './history.ts';
import { reads } from './requests.ts';

type Json = Record<string, unknown>;

/** Alters each answer to a request for a decision, in a bulk too. */
export function decides(change: (answer: Json, asked: Asked) => void): Fault {
  return body(evaluation, (json, asked) => {
    for (const one of Array.isArray(json.responses) ? json.responses : [json]) change(one as Json, asked);
  });
}

/** Decides otherwise than the policies say. */
export function decidesAs(as: (decision: string, asked: Asked) => unknown): Fault {
  return decides((answer, asked) => {
    answer.decision = as(String(answer.decision), asked);
  });
}

/** Tells another status of evaluations. */
export function tells(as: (status: Json, decision: unknown) => unknown): Fault {
  return decides((answer) => {
    answer.status = as(isObject(answer.status) ? answer.status : {}, answer.decision);
  });
}

/** Understands the body of a single request, or of a bulk, otherwise than it was sent. */
export function understandsRequest(kind: 'single' | 'bulk', as: (sent: Json) => Json | undefined): Fault {
  return reads(evaluation, (sent, asked) => (isBulk(asked) === (kind === 'bulk') ? as(sent) : undefined));
}

/** Whether several decisions are asked for at once. */
export function isBulk({ headers }: Asked): boolean {
  return String(headers['content-type']).includes('bulk');
}

/** Decides by policies that combine in another way. */
export function combines(algorithm: Algorithm, as: Algorithm): Fault {
  return decidesBy((policy) => (policy.algorithm === algorithm ? { ...policy, algorithm: as } : policy));
}

/** Decides by other policies or rules than those of the environment. */
export function decidesBy(
  policyAs: (policy: Policy) => Policy,
  ruleAs: (rule: Rule) => Rule = (rule) => rule,
): Fault {
  return (parts) => {
    const { world } = parts.gatekeeper;
    for (const environmentId of world.organizationOf.keys()) {
      const shelf = world.shelf<PolicyVersion>(environmentId, authorizationVersions.kind);
      for (const entry of [...shelf.all()]) {
        const policies = mapped(entry.value.policies, policyAs);
        const rules = mapped(entry.value.rules, ruleAs);
        shelf.put({ ...entry, value: { ...entry.value, policies, rules } });
      }
    }
  };
}

function mapped<T>(all: ReadonlyMap<string, T>, as: (one: T) => T): ReadonlyMap<string, T> {
  return new Map([...all].map(([id, one]) => [id, as(one)]));
}
