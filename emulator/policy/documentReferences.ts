import { type Faults, invalid } from '../validation/faults.ts';
import type { Condition, PolicyDocument } from './document.ts';
import { type PolicyVersion, versionsOf } from './version.ts';

/**
 * Adds what a document of the right form gets wrong: names and ids that stand for nothing, policies that contain
 * themselves, comparisons that can never be made. Each fault names the version and the id of what is at fault.
 */
export function judgePolicies(document: PolicyDocument, target: string, faults: Faults): void {
  for (const [index, version] of versionsOf(document).entries()) {
    const at = `${target}.versions[${index}]`;
    const add = (message: string) => faults.push(invalid(at, message));
    if (!version.policies.has(version.root)) add(`The root ${version.root} is none of its policies.`);
    judgeAttributes(version, add);
    judgeRules(version, add);
    for (const id of version.policies.keys()) judgePolicy(version, id, add);
  }
}

type Add = (message: string) => void;

function judgeAttributes({ attributes }: PolicyVersion, add: Add): void {
  for (const { name, type, source } of attributes.values()) {
    if (source.from !== 'quotient') continue;
    // quotients of parameters only: no attribute can then depend on itself
    for (const other of [source.dividend, source.divisor])
      if (attributes.get(other)?.type !== 'number' || attributes.get(other)?.source.from !== 'parameters')
        add(`The attribute ${name} needs ${other} to be a number among the parameters.`);
    if (type !== 'number') add(`The attribute ${name} is a quotient and must be a number.`);
  }
}

function judgeRules(version: PolicyVersion, add: Add): void {
  for (const { id, condition, statements } of version.rules.values()) {
    for (const statement of statements ?? [])
      if (!version.statements.has(statement)) add(`The rule ${id} has no such statement: ${statement}.`);
    if (condition !== undefined) judgeCondition(version, id, condition, add);
  }
}

function judgePolicy(version: PolicyVersion, id: string, add: Add): void {
  const { condition, children } = version.policies.get(id) ?? { children: [] };
  for (const child of children)
    if (!version.policies.has(child) && !version.rules.has(child))
      add(`The policy ${id} has no such rule or policy: ${child}.`);
  if (reaches(version, id, id, new Set())) add(`The policy ${id} contains itself.`);
  if (condition !== undefined) judgeCondition(version, id, condition, add);
}

function reaches(version: PolicyVersion, from: string, wanted: string, seen: Set<string>): boolean {
  return (version.policies.get(from)?.children ?? []).some((child) => {
    if (child === wanted) return true;
    if (seen.has(child)) return false;
    seen.add(child);
    return reaches(version, child, wanted, seen);
  });
}

function judgeCondition(version: PolicyVersion, id: string, condition: Condition, add: Add): void {
  const inner = (one: Condition) => judgeCondition(version, id, one, add);
  if ('and' in condition) condition.and.forEach(inner);
  else if ('or' in condition) condition.or.forEach(inner);
  else if ('not' in condition) inner(condition.not);
  else {
    const { attribute, operator, value } = condition;
    const type = version.attributes.get(attribute)?.type;
    const isOfType = (one: unknown) => typeof one === (type === 'text' ? 'string' : type);
    if (type === undefined) add(`The condition of ${id} names no attribute: ${attribute}.`);
    else if (operator === 'in' ? !(Array.isArray(value) && value.every(isOfType)) : !isComparable())
      add(`The condition of ${id} compares ${attribute} with something that is not ${type}.`);

    function isComparable(): boolean {
      if (operator === 'present') return value === undefined;
      return isOfType(value) && (operator === 'equals' || type === 'number');
    }
  }
}
