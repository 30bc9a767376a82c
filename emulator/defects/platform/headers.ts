import { randomUUID } from 'node:crypto';
import { defectsOf, type Fault } from '../defect.ts';
import { header } from '../faults/answers.ts';
import { failsWhen, sends } from '../faults/replies.ts';
import { together } from '../faults/state.ts';
import type { Where } from '../where.ts';
import { evaluation, inGroups, inPopulations, nobody } from './places.ts';

const isError = (status: number) => status >= 400;
const TRANSACTION = 'X-Ping-External-Transaction-Id';
const SESSION = 'X-Ping-External-Session-Id';
const transaction = TRANSACTION.toLowerCase();
const session = SESSION.toLowerCase();
const groupsAtAll = inGroups.list.replace('GET ', 'OPTIONS ').concat('*');
const populationsAtAll = inPopulations.list.replace('GET ', 'OPTIONS ').concat('*');

/** What a server can do wrong with headers. */
export const headers = defectsOf({
  'platform-header-correlation-id': [
    [
      'answers errors of groups without a Correlation-Id',
      header(inGroups.all, 'Correlation-Id', undefined, isError),
    ],
    [
      'answers removals of populations without a Correlation-Id',
      header(inPopulations.remove, 'Correlation-Id', undefined),
    ],
  ],
  'platform-header-correlation-id-unique': [
    ['sends the same Correlation-Id with every group', header(inGroups.all, 'Correlation-Id', nobody)],
    [
      'counts answers about populations in place of a UUID',
      sends(inPopulations.all, 'Correlation-Id', () => String(performance.now())),
    ],
    ['sends the same Correlation-Id with every evaluation', header(evaluation, 'Correlation-Id', nobody)],
  ],
  'platform-header-cache-control': [
    ['does not say how a list of groups may be cached', header(inGroups.list, 'Cache-Control', undefined)],
    [
      'does not say how an error of populations may be cached',
      header(inPopulations.all, 'Cache-Control', undefined, isError),
    ],
  ],
  'platform-header-no-store': [
    ['lets groups be cached for a minute', header(inGroups.read, 'Cache-Control', 'max-age=60')],
    ['lets lists of groups be stored', header(inGroups.list, 'Cache-Control', 'no-cache')],
    ['sends another Pragma with populations', header(inPopulations.read, 'Pragma', 'cache')],
    [
      'lets populations expire in a day',
      sends(inPopulations.read, 'Expires', () => new Date(Date.now() + 86_400_000).toUTCString()),
    ],
  ],
  'platform-header-pragma-expires': [
    ['sends no Pragma with groups', header(inGroups.all, 'Pragma', undefined)],
    ['sends no Expires with errors of populations', header(inPopulations.all, 'Expires', undefined, isError)],
  ],
  'platform-header-content-type-options': [
    ['lets browsers guess what groups are', header(inGroups.all, 'X-Content-Type-Options', undefined)],
    ['lets new populations be framed', header(inPopulations.create, 'X-Frame-Options', undefined)],
  ],
  'platform-header-cors-allow': [
    ['sends no methods with groups', header(inGroups.all, 'Access-Control-Allow-Methods', undefined)],
    [
      'sends no allowed headers with populations',
      header(inPopulations.list, 'Access-Control-Allow-Headers', undefined),
    ],
    [
      'does not say how long a preflight for groups holds',
      together(
        header(inGroups.read, 'Access-Control-Allow-Max-Age', undefined),
        header(inGroups.read, 'Access-Control-Max-Age', undefined),
      ),
    ],
  ],
  'platform-header-cors-methods-of-route': [
    ['allows GET only for groups', header(inGroups.all, 'Access-Control-Allow-Methods', 'OPTIONS,GET')],
    [
      'leaves DELETE out of what it allows for a population',
      header(inPopulations.read, 'Access-Control-Allow-Methods', 'OPTIONS,GET,PUT'),
    ],
  ],
  'platform-header-cors-preflight': [
    ['answers 401 to a preflight for groups', failsWhen(groupsAtAll, () => true, 401, 'ACCESS_FAILED')],
    [
      'answers a preflight for populations without methods',
      header(populationsAtAll, 'Access-Control-Allow-Methods', undefined),
    ],
    [
      'answers a preflight for groups with GET only',
      header(groupsAtAll, 'Access-Control-Allow-Methods', 'GET'),
    ],
  ],
  'platform-header-external-ids-accepted': [
    ['refuses groups with a transaction id', refusesWhere(inGroups.all, (ids) => ids[0] !== undefined)],
    [
      'refuses populations with a session id',
      refusesWhere(inPopulations.list, (ids) => ids[1] !== undefined),
    ],
    [
      'refuses ids of a hundred characters',
      refusesWhere(inGroups.write, (ids) => ids.some((id) => (id ?? '').length > 99)),
    ],
    [
      'refuses ids of one character',
      refusesWhere(inGroups.read, (ids) => ids.some((id) => id?.length === 1)),
    ],
  ],
  'platform-header-external-ids-echoed': [
    ['answers groups with a transaction id of its own', sends(inGroups.all, TRANSACTION, () => randomUUID())],
    ['answers populations without the session id', header(inPopulations.all, SESSION, undefined)],
    [
      'answers groups with the ids in capitals',
      sends(inGroups.read, TRANSACTION, (old) => old?.toUpperCase()),
    ],
    ['echoes no ids with errors of populations', header(inPopulations.all, TRANSACTION, undefined, isError)],
    [
      'answers groups with a transaction id in small letters',
      sends(inGroups.read, TRANSACTION, (old) => old?.toLowerCase()),
    ],
    [
      'answers populations with a session id in small letters',
      sends(inPopulations.read, SESSION, (old) => old?.toLowerCase()),
    ],
  ],
  'platform-header-external-ids-generated': [
    [
      'sends a transaction id with groups only where it got one',
      sends(inGroups.all, TRANSACTION, (old, asked) =>
        asked.headers[transaction] === undefined ? undefined : old,
      ),
    ],
    [
      'makes up the same transaction id for all populations',
      sends(inPopulations.all, TRANSACTION, (old, asked) =>
        asked.headers[transaction] === undefined ? nobody : old,
      ),
    ],
    [
      'sends no transaction id with the removal of a group that had none',
      sends(inGroups.remove, TRANSACTION, (old, asked) =>
        asked.headers[transaction] === undefined ? undefined : old,
      ),
    ],
  ],
  'platform-header-external-ids-cleaned': [
    [
      'echoes forbidden characters of a transaction id',
      sends(
        inGroups.all,
        TRANSACTION,
        (old, asked) => (asked.headers[transaction] as string | undefined) ?? old,
      ),
    ],
    [
      'leaves forbidden characters of a session id out',
      sends(inPopulations.all, SESSION, (old) => old?.replaceAll('_', '')),
    ],
    [
      'refuses ids with forbidden characters',
      refusesWhere(inGroups.all, (ids) => ids.some((id) => /[ ,;]/.test(id ?? ''))),
    ],
    [
      'takes a comma for a character of an id',
      sends(inPopulations.all, TRANSACTION, (old, asked) => withCommas(old, asked.headers[transaction])),
    ],
  ],
});

function refusesWhere(where: Where, when: (ids: readonly (string | undefined)[]) => boolean): Fault {
  return failsWhen(
    where,
    (asked) =>
      when(
        [asked.headers[transaction], asked.headers[session]].map((id) => (Array.isArray(id) ? id[0] : id)),
      ),
    400,
    'INVALID_REQUEST',
  );
}

function withCommas(old: string | undefined, sent: string | string[] | undefined): string | undefined {
  return [...(old ?? '')].map((one, index) => (sent?.[index] === ',' ? ',' : one)).join('');
}
