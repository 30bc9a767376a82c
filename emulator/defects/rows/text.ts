import type { Way } from '../defect.ts';
import { gives, omits } from '../faults/members.ts';
import { only } from '../faults/only.ts';
import { misreports, refusesWith } from '../faults/refusals.ts';
import { reads } from '../faults/requests.ts';
import { reverts, swallows } from '../faults/state.ts';
import { freezes, keepsRefused, losesUpdate, storesRefused } from '../faults/storage.ts';
import { converts, invents, isStructure, keepsLeftOut } from '../faults/texts.ts';
import { accepts, refuses } from '../faults/validation.ts';
import type { Subject } from './subject.ts';

type Text<T> = keyof T & string;

/** A text that has to be there and is not missed. */
export function required<T>({ collection, at, one }: Subject<T>, text: Text<T>): readonly Way[] {
  return [
    [`takes ${one} without ${text}`, accepts(collection, text, 'REQUIRED_VALUE')],
    [`gives ${one} without ${text} one of its own`, invents(at.create, text, undefined)],
    [`keeps the ${text} of ${one} that a replace leaves out`, keepsLeftOut(collection, text)],
    [`refuses ${one} without ${text}, and stores it`, storesRefused(collection)],
    [`refuses the replace of ${one} without ${text}, and makes it`, keepsRefused(collection)],
    [
      `refuses ${one} without ${text} for its description`,
      misreports(at.write, { target: text }, (detail) => ({ ...detail, target: 'description' })),
    ],
    [`answers 422 to ${one} without ${text}`, refusesWith(at.write, { target: text }, 422, 'INVALID_DATA')],
  ];
}

/** A text in the place of which something else is taken or shown. */
export function typed<T>({ collection, at, one }: Subject<T>, text: Text<T>): readonly Way[] {
  return [
    [`stores what is no text as the ${text} of ${one}`, swallows(collection, text, isStructure, 'swallowed')],
    [`takes anything as the ${text} of ${one}`, accepts(collection, text, 'INVALID_VALUE')],
    [`makes a text of what is none for the ${text} of ${one}`, converts(at.write, text)],
    [`reads the ${text} of ${one} as a list`, gives(at.read, text, (old: unknown) => [old])],
    [`lists the ${text} of ${one} as an object`, gives(at.list, text, (old: unknown) => ({ text: old }))],
  ];
}

/** A text that a replace does not change. */
export function mutable<T>({ collection, at, one }: Subject<T>, text: Text<T>): readonly Way[] {
  return [
    [`answers 200 and keeps the ${text} of ${one}`, freezes(collection, text)],
    [`shows the new ${text} of ${one} once and keeps the old one`, reverts(collection, text)],
    [`shows the new state with the ${text} of ${one} once and keeps the old one`, losesUpdate(collection)],
    [`leaves the ${text} of ${one} out of the answer to a replace`, omits(at.replace, text)],
  ];
}

/** A text that must not be empty and may be. */
export function filled<T>({ collection, at, one }: Subject<T>, text: Text<T>): readonly Way[] {
  const empty = accepts(collection, text, 'EMPTY_VALUE');
  return [
    [`stores an empty ${text} of ${one}`, empty],
    [`empties the ${text} of ${one}`, only(at.replace, collection, empty)],
    [`creates ${one} with an empty ${text}`, only(at.create, collection, empty)],
    [`gives ${one} with an empty ${text} one of its own`, invents(at.write, text, '')],
  ];
}

/** A text that has to be unique at creation. */
export function unique<T>({ collection, at, one }: Subject<T>, text: Text<T>): readonly Way[] {
  const taken = { target: text, code: 'UNIQUENESS_VIOLATION' };
  const repeated = accepts(collection, text, 'UNIQUENESS_VIOLATION');
  return [
    [`takes the ${text} of ${one} a second time`, repeated],
    [`creates ${one} with a ${text} that is taken`, only(at.create, collection, repeated)],
    [`refuses ${one} with a ${text} that is taken, and stores it`, storesRefused(collection)],
    [
      `answers 409 to ${one} with a ${text} that is taken`,
      refusesWith(at.create, taken, 409, 'INVALID_DATA'),
    ],
    [
      `calls a ${text} that is taken invalid for ${one}`,
      misreports(at.create, taken, (detail) => ({ ...detail, code: 'INVALID_VALUE' })),
    ],
    [
      `refuses ${one} with a ${text} that is taken for its description`,
      misreports(at.create, taken, (detail) => ({ ...detail, target: 'description' })),
    ],
  ];
}

/** A text that has to be unique in a replace. */
export function uniqueLater<T>({ collection, at, one }: Subject<T>, text: Text<T>): readonly Way[] {
  const taken = { target: text, code: 'UNIQUENESS_VIOLATION' };
  const repeated = accepts(collection, text, 'UNIQUENESS_VIOLATION');
  return [
    [`lets ${one} have the ${text} of another one`, only(at.replace, collection, repeated)],
    [`refuses ${one} the ${text} of another one, and takes it`, keepsRefused(collection)],
    [
      `calls the ${text} of another one invalid for ${one}`,
      misreports(at.replace, taken, (detail) => ({ ...detail, code: 'INVALID_VALUE' })),
    ],
    [
      `answers 409 to the ${text} of another one for ${one}`,
      refusesWith(at.replace, taken, 409, 'INVALID_DATA'),
    ],
  ];
}

/** A description that may be left out. */
export function described<T extends { readonly description?: string }>(
  { collection, at, one }: Subject<T>,
  instead: string,
): readonly Way[] {
  return [
    [
      `refuses ${one} without a description`,
      refuses(collection, 'description', ({ description }) => description === undefined),
    ],
    [
      `refuses the replace of ${one} without a description`,
      refuses(
        collection,
        'description',
        ({ description }, old) => old !== undefined && description === undefined,
      ),
    ],
    [
      `takes the ${instead} of ${one} for its description`,
      reads(at.write, (body) =>
        body.description === undefined ? { ...body, description: body[instead] } : undefined,
      ),
    ],
  ];
}
