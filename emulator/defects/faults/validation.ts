import type { Collection } from '../../engine/collection.ts';
import type { Detail } from '../../http/errors.ts';
import type { Json } from '../../json/json.ts';
import { type Faults, invalid } from '../../validation/faults.ts';
import type { Fault } from '../defect.ts';

/** Which details of refusals a fault is about: their target as a whole, their code, a part of their message. */
export type Which = {
  readonly target?: string | RegExp;
  readonly code?: string;
  readonly says?: string;
};

/** What a detail is about: the value at its target, what holds that, the body as sent, and what it replaces. */
export type Around<T> = {
  readonly holder: unknown;
  readonly sent: Json;
  readonly previous: T | undefined;
};

/** Further conditions under which something is overlooked. */
export type Only<T> = {
  readonly on?: 'create' | 'replace';
  readonly when?: (value: unknown, around: Around<T>) => boolean;
};

/**
 * Does not look at a property, or only not for one reason: what would be refused is stored as it was sent.
 * @param which a target, such as `name` or `paths[0].pattern` with `*` for any index, an expression, or more
 */
export function accepts<T>(
  collection: Collection<T>,
  which: string | RegExp | Which,
  code?: string,
  only: Only<T> = {},
): Fault {
  const { on, when } = only;
  const named = typeof which === 'string' || which instanceof RegExp ? { target: which } : which;
  const meant = matching(code === undefined ? named : { ...named, code });
  return (parts) => {
    const { model, verify, unique } = collection;
    let sent: Json = null;
    let overlooked: Faults = [];
    const overlooks = (detail: Detail, previous?: T) => {
      if (!meant(detail)) return false;
      const steps = stepsOf(detail.target ?? '');
      const holder = valueAt(sent, steps.slice(0, -1));
      return when?.(valueAt(sent, steps), { holder, sent, previous }) ?? true;
    };
    parts.change(collection as Collection<T> & object, {
      model: (value, at, faults) => {
        const found: Faults = [];
        const result = model(value, at, found);
        sent = value;
        overlooked = found.filter((detail) => overlooks(detail));
        faults.push(...found.filter((detail) => !overlooked.includes(detail)));
        return result;
      },
      verify: (candidate, faults) => {
        const previous = candidate.previous?.value;
        const elsewhere = on !== undefined && (on === 'replace') !== (previous !== undefined);
        if (elsewhere && overlooked.length > 0) {
          faults.push(...overlooked);
          return;
        }
        const found: Faults = [];
        try {
          verify?.(candidate, found);
        } catch (problem) {
          // a value of another type is nothing that could be verified
          if (overlooked.length === 0) throw problem;
        }
        faults.push(...found.filter((detail) => elsewhere || !overlooks(detail, previous)));
      },
      ...(unique === undefined || when !== undefined || on !== undefined
        ? {}
        : {
            unique: unique.filter(
              (rule) => !meant({ code: 'UNIQUENESS_VIOLATION', target: rule.target, message: rule.message }),
            ),
          }),
    });
  };
}

/** Refuses what it has to take: a body of which the condition holds. */
export function refuses<T>(
  collection: Collection<T>,
  target: string,
  when: (value: T, previous: T | undefined) => boolean,
): Fault {
  return (parts) => {
    const { verify } = collection;
    parts.change(collection as Collection<T> & object, {
      verify: (candidate, faults) => {
        if (when(candidate.value, candidate.previous?.value))
          faults.push(invalid(target, 'The value is not allowed.'));
        verify?.(candidate, faults);
      },
    });
  };
}

/** Stores something else than was sent. */
export function stores<T>(collection: Collection<T>, as: (value: T, previous: T | undefined) => T): Fault {
  return (parts) => {
    const { complete } = collection;
    parts.change(collection as Collection<T> & object, {
      complete: (candidate) => as(complete?.(candidate) ?? candidate.value, candidate.previous?.value),
    });
  };
}

/** Allows another number of members, or, without one, any. */
export function quota<T>(collection: Collection<T>, maximum = Number.MAX_SAFE_INTEGER): Fault {
  return (parts) => {
    const { quota: limit } = collection;
    if (limit !== undefined)
      parts.change(collection as Collection<T> & object, { quota: { ...limit, maximum } });
  };
}

/** Lets an immutable property be changed. */
export function thaws<T>(collection: Collection<T>, property: string): Fault {
  return (parts) =>
    parts.change(collection as Collection<T> & object, {
      immutable: (collection.immutable ?? []).filter((rule) => rule.property !== property),
    });
}

/** Refuses a value that another member already has; a key of undefined claims nothing. */
export function demandsUnique<T>(
  collection: Collection<T>,
  target: string,
  key: (value: T, parentId: string) => string | undefined,
): Fault {
  return (parts) => {
    const rule = { target, key, message: 'The value is in use.' };
    parts.change(collection as Collection<T> & object, { unique: [...(collection.unique ?? []), rule] });
  };
}

/** Whether a detail is one of those meant. */
export function matching({ target, code, says }: Which): (detail: Detail) => boolean {
  const pattern =
    target instanceof RegExp || target === undefined
      ? target
      : new RegExp(`^${target.replace(/[.+?^$()|[\]\\{}]/g, '\\$&').replaceAll('*', '\\d+')}$`);
  return (detail) =>
    (code === undefined || detail.code === code) &&
    (says === undefined || detail.message.includes(says)) &&
    (pattern === undefined || pattern.test(detail.target ?? ''));
}

/** The steps of a target: `paths[0].pattern` has three. */
function stepsOf(target: string): readonly string[] {
  return target.split(/[.[\]]+/).filter((step) => step !== '');
}

function valueAt(json: Json, steps: readonly string[]): unknown {
  return steps.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined,
    json,
  );
}
