import { defectsOf, type Fault } from '../defect.ts';
import { isObject } from '../faults/answers.ts';
import { gives, omits } from '../faults/members.ts';
import { withIn } from '../faults/nested.ts';
import { misreports, refusesSent, refusesWith } from '../faults/refusals.ts';
import { together } from '../faults/state.ts';
import type { Asked } from '../reply.ts';
import { absent, all, type Body, elsewhere, has, is, isNoObject, mends, takes } from './bodies.ts';
import { at, shown } from './places.ts';

const type = 'directory.type';
const leftOut = has('directory', absent);
const untyped = all(has('directory', isObject), has(type, absent));
const unknown = has(type, (value) => !absent(value) && !is('PINGONE_SSO', 'EXTERNAL')(value));

/** What a server can do wrong with the directory of a service. */
export const directory = defectsOf({
  'api-servers-directory-default': [
    ['answers without the directory that was left out', gives(at.write, 'directory', ofLeftOut(undefined))],
    ['reads services without their directory', omits(at.read, 'directory')],
    ['takes a directory that was left out for an external one', gives(shown, type, ofLeftOut('EXTERNAL'))],
    ['answers with a directory without its type', omits(at.write, type)],
    ['refuses a service whose directory is left out', refusesSent(at.write, 'directory', leftOut)],
  ],
  'api-servers-directory-type-required': [
    ['stores a directory without its type', takes(untyped)],
    ['stores a directory without its type in a replace', takes(untyped, 'replace')],
    [
      'refuses a directory without its type for the name',
      misreports(at.write, { target: type }, elsewhere('name')),
    ],
    ['takes a directory without its type for an external one', takesForExternal()],
    [
      'answers 409 to a directory without its type',
      refusesWith(at.write, { target: type }, 409, 'INVALID_DATA'),
    ],
  ],
  'api-servers-directory-type-values': [
    ['stores any type of a directory', takes(unknown)],
    ['stores any type of a directory in a replace', takes(unknown, 'replace')],
    [
      'takes PINGONE_SSO for a type of a directory that does not exist',
      mends(unknown, (body) => withIn(body, type, 'PINGONE_SSO')),
    ],
    [
      'takes an empty type of a directory for none',
      mends(has(type, is('')), (body) => withIn(body, 'directory', undefined)),
    ],
    [
      'refuses a type of a directory that does not exist for the name',
      misreports(at.write, { target: type }, elsewhere('name')),
    ],
  ],
  'api-servers-directory-type': [
    ['stores anything as the directory', takes(has('directory', isNoObject))],
    ['stores anything as the directory in a replace', takes(has('directory', isNoObject), 'replace')],
    [
      'takes a text for the type of the directory',
      mends(has('directory', is('PINGONE_SSO')), (body) =>
        withIn(body, 'directory', { type: body.directory }),
      ),
    ],
    [
      'ignores a directory that is no object',
      mends(has('directory', isNoObject), (body) => withIn(body, 'directory', undefined)),
    ],
    [
      'shows the directory by its bare type',
      gives(shown, 'directory', (one: unknown) => (isObject(one) ? one.type : one)),
    ],
  ],
});

/** What a write that says nothing of a directory is answered with. */
function ofLeftOut(value: unknown): (old: unknown, asked: Asked) => unknown {
  return (old, { method, body }) => (method !== 'GET' && leftOut((body ?? {}) as Body) ? value : old);
}

function takesForExternal(): Fault {
  return together(
    mends(untyped, (body) => withIn(body, type, 'EXTERNAL')),
    takes(all(has(type, is('EXTERNAL')), has('authorizationServer.type', absent))),
  );
}
