import type { Fault } from '../defect.ts';
import { gives } from '../faults/members.ts';
import { reads } from '../faults/requests.ts';
import { accepts, refuses } from '../faults/validation.ts';
import { at, services, shown } from './places.ts';

/** Base URLs of a kind: all that match, or all of which the condition holds. */
export type Kind = RegExp | ((url: string) => boolean);

/** Takes base URLs of a kind whatever is wrong with them. */
export function takesUrls(kind: Kind, on?: 'create' | 'replace'): Fault {
  return accepts(services, 'baseUrls[*]', undefined, {
    when: (url) => typeof url === 'string' && isOf(kind, url),
    ...(on === undefined ? {} : { on }),
  });
}

/** Refuses base URLs of a kind that it has to take. */
export function refusesUrls(kind: Kind): Fault {
  return refuses(services, 'baseUrls', ({ baseUrls }) => baseUrls.some((url) => isOf(kind, url)));
}

/** Judges and stores other base URLs than were sent. */
export function readsUrls(from: RegExp, to: string): Fault {
  return reads(at.write, (body) =>
    Array.isArray(body.baseUrls)
      ? { ...body, baseUrls: body.baseUrls.map((url) => rewritten(url, from, to)) }
      : undefined,
  );
}

/** Shows other base URLs than it stored. */
export function showsUrls(from: RegExp, to: string, where: string | readonly string[] = shown): Fault {
  return gives(where, 'baseUrls.*', (url: unknown) => rewritten(url, from, to));
}

function isOf(kind: Kind, url: string): boolean {
  return kind instanceof RegExp ? kind.test(url) : kind(url);
}

function rewritten(url: unknown, from: RegExp, to: string): unknown {
  return typeof url === 'string' ? url.replace(from, to) : url;
}
