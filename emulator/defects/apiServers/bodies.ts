import type { Resource } from '../../collections/resources.ts';
import type { Detail } from '../../http/errors.ts';
import type { Fault } from '../defect.ts';
import { isObject } from '../faults/answers.ts';
import { valueIn, withIn } from '../faults/nested.ts';
import { reads } from '../faults/requests.ts';
import { accepts } from '../faults/validation.ts';
import { at, services } from './places.ts';

/** A body as it was sent. */
export type Body = Readonly<Record<string, unknown>>;

/** The value at a path of a body, as a condition. */
export function has(path: string, holds: (value: unknown) => boolean): (body: Body) => boolean {
  return (body) => holds(valueIn(body, path));
}

/** All of several conditions. */
export function all(...conditions: readonly ((body: Body) => boolean)[]): (body: Body) => boolean {
  return (body) => conditions.every((holds) => holds(body));
}

/** Takes bodies of a kind, whatever is wrong with their authorization server and directory. */
export function takes(when: (body: Body) => boolean, on?: 'create' | 'replace'): Fault {
  return accepts(services, /^(authorizationServer|directory)\b/, undefined, {
    when: (_value, { sent }) => when(sent as Body),
    ...(on === undefined ? {} : { on }),
  });
}

/** Reads another body where one of a kind was sent. */
export function mends(when: (body: Body) => boolean, as: (body: Body) => Body): Fault {
  return reads(at.write, (body) => (when(body) ? as(body) : undefined));
}

/** Takes the first custom resource of the environment in the place of what was sent. */
export function chooses(when: (body: Body) => boolean): Fault {
  return (parts) =>
    reads(at.write, (body, { parameters }) => {
      const shelf = parts.gatekeeper.world.shelf<Resource>(parameters.environmentId ?? '', 'resources');
      const first = [...shelf.all()].find(({ value }) => value.type === 'CUSTOM');
      const resource = { id: first?.id };
      return when(body) ? withIn(body, 'authorizationServer', { resource }) : undefined;
    })(parts);
}

/** The same reason for a refusal, told of another property. */
export function elsewhere(target: string): (detail: Detail) => Detail {
  return (detail) => ({ ...detail, target });
}

export function is(...values: readonly unknown[]): (value: unknown) => boolean {
  return (value) => values.includes(value);
}

export const absent = is(undefined, null);

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

export function isUuid(value: unknown): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(String(value));
}

/** What is there and is no object. */
export function isNoObject(value: unknown): boolean {
  return !absent(value) && !isObject(value);
}

export function idIn(json: unknown): string | undefined {
  const id = valueIn(json, 'id');
  return isText(id) ? id : undefined;
}

/** What is there and is no text. */
export function isNoText(value: unknown): boolean {
  return !absent(value) && !isText(value);
}
