import type { Way } from '../defect.ts';
import { always, status } from '../faults/answers.ts';
import { renamesMembers } from '../faults/documents.ts';
import { misleads, unlinks } from '../faults/members.ts';
import { members } from '../faults/pages.ts';
import { holds } from '../faults/removal.ts';
import { idAlone, removesWith } from '../faults/statuses.ts';
import { keepsDeleted } from '../faults/storage.ts';
import type { Where } from '../where.ts';
import type { Subject } from './subject.ts';

const nobody = '11111111-1111-4111-8111-111111111111';
const missing = { code: 'NOT_FOUND', message: 'Nothing was found.' };

/** Wrong answers to a create, where one row is all there is about it. */
export function made<T>({ at, one }: Subject<T>): readonly Way[] {
  return [
    [`answers 200 to the create of ${one}`, status(at.create, 201, 200)],
    [`answers 202 to the create of ${one}`, status(at.create, 201, 202)],
    [`answers the create of ${one} with its id alone`, idAlone(at.create)],
  ];
}

/** What is there and is not found, alone or in its list. */
export function seen<T>({ at, one, many }: Subject<T>): readonly Way[] {
  return [
    [`does not find ${one} that is there`, always(at.read, 404, missing)],
    [`lists no ${many}`, members(at.list, () => [])],
    [`leaves the newest of the ${many} out of their list`, members(at.list, (all) => all.slice(0, -1))],
    [`lists ${many} under another name`, renamesMembers(at.list)],
  ];
}

/** What is to go and does not, or goes with another answer. */
export function gone<T>({ collection, at, one }: Subject<T>): readonly Way[] {
  return [
    [`refuses to delete ${one}`, holds(collection)],
    [`answers 204 to the delete of ${one} and keeps it`, keepsDeleted(collection)],
    [`answers 200 to the delete of ${one}`, removesWith(at.remove, 200)],
    [`answers 202 to the delete of ${one}`, removesWith(at.remove, 202)],
  ];
}

/** A link that is not there, or leads elsewhere. */
export function linked<T>(
  { at, one }: Subject<T>,
  name: string,
  where: Where = [...at.one, at.list],
  said = '',
): readonly Way[] {
  return [
    [`leaves the link ${name} of ${one} out${said}`, unlinks(where, name)],
    [`leads the link ${name} of ${one} elsewhere${said}`, misleads(where, name, elsewhere)],
  ];
}

/** An address with another id in the place of its last one. */
export function elsewhere(href: string): string {
  return href.replace(/[0-9a-f-]{36}(?!.*[0-9a-f-]{36})/, nobody);
}
