import { defectsOf, type Fault } from '../defect.ts';
import { body, header, text } from '../faults/answers.ts';
import { failsWhen, sends } from '../faults/replies.ts';
import { setHeader } from '../reply.ts';
import type { Where } from '../where.ts';
import { inGroups, inPopulations } from './places.ts';

const isSuccess = (status: number) => status < 300;
const isError = (status: number) => status >= 400;
const HAL = 'application/hal+json;charset=UTF-8';

/** What a server can do wrong with the bodies of answers and what they are called. */
export const responses = defectsOf({
  'platform-response-null-omitted': [
    ['shows a group without a display name with null', unset(inGroups.one, 'displayName', null)],
    ['shows an empty description of a group that has none', unset(inGroups.read, 'description', '')],
    ['shows null for the theme of a population', unset(inPopulations.one, 'theme', null)],
  ],
  'platform-response-media-type': [
    ['calls groups plain text', header(inGroups.all, 'Content-Type', 'text/plain', isSuccess)],
    [
      'calls a new population a binary',
      header(inPopulations.create, 'Content-Type', 'application/octet-stream', isSuccess),
    ],
    [
      'calls a list of groups problem JSON',
      header(inGroups.list, 'Content-Type', 'application/problem+json', isSuccess),
    ],
  ],
  'platform-response-accept-json': [
    [
      'answers HAL for a group whatever is accepted',
      sends(inGroups.one, 'Content-Type', (old, _asked, { status }) => (isSuccess(status) ? HAL : old)),
    ],
    [
      'answers HAL for a new population whatever is accepted',
      header(inPopulations.create, 'Content-Type', HAL, isSuccess),
    ],
    [
      'answers 406 where nothing but JSON is accepted of a group',
      failsWhen(
        inGroups.read,
        ({ headers }, { status }) => isSuccess(status) && headers.accept === 'application/json',
        406,
        'INVALID_REQUEST',
      ),
    ],
  ],
  'platform-response-error-media-type': [
    [
      'answers 404 for a group with a page',
      (parts) =>
        parts.reply(inGroups.read, (reply) => {
          if (reply.status !== 404) return;
          setHeader(reply, 'Content-Type', 'text/html');
          reply.text = '<h1>Not found</h1>';
        }),
    ],
    [
      'calls errors of populations plain text',
      header(inPopulations.all, 'Content-Type', 'text/plain', isError),
    ],
    ['cuts errors of groups', text(inGroups.create, (sent) => sent.slice(0, -1), isError)],
  ],
  'platform-header-content-type': [
    ['does not say what a new group is', header(inGroups.create, 'Content-Type', undefined, isSuccess)],
    [
      'does not say what a missing population is',
      header(inPopulations.read, 'Content-Type', undefined, isError),
    ],
  ],
  'platform-header-date': [
    [
      'dates answers about groups a day back',
      sends(inGroups.all, 'Date', () => new Date(Date.now() - 86_400_000).toUTCString()),
    ],
    ['sends an empty date with populations', header(inPopulations.list, 'Date', '')],
    ['dates errors of groups in another form', header(inGroups.all, 'Date', 'yesterday', isError)],
  ],
});

function unset(where: Where, name: string, value: null | string): Fault {
  return body(where, (json) => {
    if (json[name] === undefined && json._embedded === undefined) json[name] = value;
  });
}
