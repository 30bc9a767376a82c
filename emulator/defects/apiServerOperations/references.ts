import type { JsonObject } from '../../json/json.ts';
import type { Fault } from '../defect.ts';
import { reads } from '../faults/requests.ts';
import { accepts, type Only, refuses, stores } from '../faults/validation.ts';
import { at, type Operation, operations } from './places.ts';

/** The access rules of an operation, as they are stored. */
export type Rules = NonNullable<Operation['accessControl']>;

/** A list of what a rule refers to. */
export type References = readonly { readonly id: string }[];

/** Takes what the access rules of an operation refuse at a target below `accessControl`. */
export function acceptsRule(target: string, code?: string, only: Only<Operation> = {}): Fault {
  return accepts(operations, `accessControl.${target}`, code, only);
}

/** Takes a bare id, and whatever else is no object, for a reference at a target below `accessControl`. */
export function acceptsBare(target: string): Fault {
  const pattern = target.replace(/[.[\]]/g, '\\$&').replace('*', '\\d+');
  const when: Only<Operation>['when'] = (sent, { holder }) =>
    typeof holder === 'string' || (typeof sent === 'string' && !Object.hasOwn(holder as object, 'id'));
  return accepts(operations, new RegExp(`^accessControl\\.${pattern}(\\.\\w+)?$`), undefined, { when });
}

/** Refuses rules of a kind that it has to take. */
export function refusesRule(kind: keyof Rules, when: (rules: Rules) => boolean = () => true): Fault {
  return refuses(
    operations,
    `accessControl.${kind}`,
    ({ accessControl: rules }) => rules?.[kind] !== undefined && when(rules),
  );
}

/** Reads another rule of a kind than was sent, where one was; undefined leaves it out. */
export function readsRule(kind: keyof Rules, as: (rule: unknown) => unknown): Fault {
  return reads(at.write, (sent) => {
    const rules = sent.accessControl;
    if (!isObject(rules) || rules[kind] === undefined) return undefined;
    const { [kind]: rule, ...others } = rules;
    const next = as(rule);
    return { ...sent, accessControl: next === undefined ? others : { ...others, [kind]: next } };
  });
}

/** Reads another value of a member of a rule than was sent, where one was. */
export function readsPart(kind: keyof Rules, member: string, as: (value: unknown) => unknown): Fault {
  return readsRule(kind, (rule) =>
    isObject(rule) && rule[member] !== undefined ? { ...rule, [member]: as(rule[member]) } : rule,
  );
}

/** Reads another list in a rule than was sent, where a list was. */
export function readsList(
  kind: keyof Rules,
  member: string,
  as: (list: readonly unknown[]) => readonly unknown[],
): Fault {
  return readsPart(kind, member, (value) => (Array.isArray(value) ? as(value) : value));
}

/** Stores other access rules than were sent; told those that are replaced, where there are some. */
export function storesRules(as: (rules: Rules, previous: Rules | undefined) => Rules): Fault {
  return stores(operations, (value, previous) =>
    value.accessControl === undefined
      ? value
      : { ...value, accessControl: as(value.accessControl, previous?.accessControl) },
  );
}

/** Stores another rule of a kind than was sent, where one was. */
export function storesRule<K extends keyof Rules>(
  kind: K,
  as: (rule: NonNullable<Rules[K]>, previous: Rules[K] | undefined) => NonNullable<Rules[K]>,
): Fault {
  return storesRules((rules, previous) => {
    const rule = rules[kind];
    return rule === undefined ? rules : { ...rules, [kind]: as(rule, previous?.[kind]) };
  });
}

/** Stores operations without the rule of one kind. */
export function dropsRule(kind: keyof Rules): Fault {
  return storesRules(({ [kind]: _, ...others }) => others);
}

/** Goes on with the old rule of a kind, or with what is made of both, when an operation is replaced. */
export function keepsRule<K extends keyof Rules>(
  kind: K,
  as: (old: NonNullable<Rules[K]>, rule: NonNullable<Rules[K]>) => NonNullable<Rules[K]> = (old) => old,
): Fault {
  return storesRule(kind, (rule, previous) =>
    previous === undefined || previous === null ? rule : as(previous, rule),
  );
}

/** The bare ids of references. */
export function idsOf(list: References): readonly string[] {
  return list.map(({ id }) => id);
}

/** A reference made of a bare id; what is none stays as it is. */
export function wrapped(one: unknown): unknown {
  return typeof one === 'string' ? { id: one } : one;
}

/** Whether a value is the text of a UUID. */
export function isUuid(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
