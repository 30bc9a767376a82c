import type { Way } from '../defect.ts';
import { always, status } from '../faults/answers.ts';
import {
  nothingWhenEmpty,
  numbersMembers,
  oneOf,
  renamesMembers,
  withoutLinks,
} from '../faults/documents.ts';
import { confuses, identifies, moves } from '../faults/identity.ts';
import { gives } from '../faults/members.ts';
import { bare } from '../faults/pages.ts';
import { refusesSent } from '../faults/refusals.ts';
import { answersOld } from '../faults/state.ts';
import { idAlone, noContent, removesWith } from '../faults/statuses.ts';
import { textIn } from '../faults/texts.ts';
import type { Subject } from './subject.ts';

const nobody = '11111111-1111-4111-8111-111111111111';
const missing = { code: 'NOT_FOUND', message: 'Nothing was found.' };

/** Wrong answers to a create. */
export function created<T>({ at, one }: Subject<T>): readonly Way[] {
  return [
    [`answers 200 to the create of ${one}`, status(at.create, 201, 200)],
    [`answers 202 to the create of ${one}`, status(at.create, 201, 202)],
    [`answers the create of ${one} with its id alone`, idAlone(at.create)],
    [`answers the create of ${one} without its description`, gives(at.create, 'description', undefined)],
  ];
}

/** Wrong answers to a read of a whole collection. */
export function listed({ many }: { readonly many: string }, list: string): readonly Way[] {
  return [
    [`does not find ${many}`, always(list, 404, missing)],
    [`does not list ${many}`, always(list, 405, { ...missing, code: 'INVALID_REQUEST' })],
    [`lists ${many} without a document around them`, bare(list)],
    [`answers a read of all ${many} with one of them`, oneOf(list)],
    [`answers 204 to a read of all ${many}`, always(list, 204)],
    [`answers 206 to a read of all ${many}`, status(list, 200, 206)],
    [`lists ${many} without links`, withoutLinks(list)],
  ];
}

/** Wrong answers to a read of one member. */
export function read<T>({ collection, one }: Subject<T>, where: string): readonly Way[] {
  return [
    [`does not find ${one} by its id`, always(where, 404, missing)],
    [`does not offer to read ${one}`, always(where, 405, { ...missing, code: 'INVALID_REQUEST' })],
    [`answers 201 to the read of ${one}`, status(where, 200, 201)],
    [`reads the newest in the place of ${one}`, confuses(collection, where, (all) => all.at(-1))],
    [`reads the oldest in the place of ${one}`, confuses(collection, where, ([oldest]) => oldest)],
  ];
}

/** Wrong answers to a replace. */
export function replaced<T>({ collection, at, one }: Subject<T>): readonly Way[] {
  return [
    [`answers 201 to the replace of ${one}`, status(at.replace, 200, 201)],
    [`answers the replace of ${one} with 204`, noContent(at.replace)],
    [`answers the replace of ${one} with its old state`, answersOld(collection)],
  ];
}

/** Wrong answers to a delete. */
export function removed<T>({ at, one }: Subject<T>): readonly Way[] {
  return [
    [`answers 200 to the delete of ${one}`, removesWith(at.remove, 200)],
    [`answers the delete of ${one} with its id`, removesWith(at.remove, 200, true)],
    [`answers 202 to the delete of ${one}`, removesWith(at.remove, 202)],
  ];
}

/** Ids that are no UUIDs, or not one each. */
export function identified<T>({ collection, at, many }: Subject<T>, property: string): readonly Way[] {
  return [
    [`numbers ${many}`, identifies(collection, (_id, _asked, number) => String(number))],
    [
      `takes the ${property} of ${many} for their ids`,
      identifies(collection, (id, { body }) => textIn(body, property) ?? id),
    ],
    [`writes ids of ${many} without hyphens`, identifies(collection, (id) => id.replaceAll('-', ''))],
    [`gives all ${many} the same id`, identifies(collection, () => nobody)],
    [`lists ${many} with numbers as ids`, gives(at.list, 'id', () => 17)],
  ];
}

/** Ids that a client sets. */
export function idKept<T>({ collection, at, one }: Subject<T>, property: string): readonly Way[] {
  const sent = (id: string, { body }: { readonly body: unknown }) => textIn(body, 'id') ?? id;
  return [
    [`takes the id of ${one} from its create`, identifies(collection, sent)],
    [`moves ${one} to the id in a replace`, moves(collection, at.replace, sent)],
    [`makes a second one of ${one} by the id in a replace`, moves(collection, at.replace, sent, true)],
    [`answers the replace of ${one} with the id that was sent`, gives(at.replace, 'id', sent)],
    [
      `refuses the create of ${one} with an id for its ${property}`,
      refusesSent(at.create, property, ({ id }) => id !== undefined),
    ],
  ];
}

/** Members of a collection that stand elsewhere than they have to. */
export function embedded({ many }: { readonly many: string }, list: string): readonly Way[] {
  return [
    [`leaves _embedded out of a list without ${many}`, nothingWhenEmpty(list)],
    [`lists ${many} under another name`, renamesMembers(list)],
    [`lists ${many} by number`, numbersMembers(list)],
  ];
}
