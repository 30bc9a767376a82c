import { defectsOf } from '../defect.ts';
import { admits } from '../faults/access.ts';
import { carriesOut, wearsOut } from '../faults/permissions.ts';
import { refusesWith } from '../faults/refusals.ts';
import { deployment, evaluation, inGroups, inPopulations } from './places.ts';

const isRefusedToken = ({ status }: { readonly status: number }) => status === 401;

/** What a server can do wrong with tokens. */
export const authentication = defectsOf({
  'platform-authentication-missing-401': [
    ['lists groups without a token', admits(inGroups.list, isRefusedToken, (sent) => sent === undefined)],
    [
      'removes populations without a token',
      admits(inPopulations.remove, isRefusedToken, (sent) => sent === undefined),
    ],
    [
      'answers 404 to a read of a group without a token',
      refusesWith(inGroups.read, { code: 'INVALID_TOKEN' }, 404, 'NOT_FOUND'),
    ],
    ['evaluates decisions without a token', admits(evaluation, isRefusedToken, (sent) => sent === undefined)],
    [
      'answers 403 to a deployment without a token',
      refusesWith(deployment, { code: 'INVALID_TOKEN' }, 403, 'ACCESS_FAILED'),
    ],
  ],
  'platform-authentication-malformed-401': [
    [
      'takes any three parts for a token',
      admits(inGroups.all, isRefusedToken, (sent) => partsOf(sent).length === 3),
    ],
    ['takes an empty token', admits(inGroups.list, isRefusedToken, (sent) => /^Bearer ?$/.test(sent ?? ''))],
    [
      'takes a token of one part for the reads of groups',
      admits(inGroups.read, isRefusedToken, (sent) => /^Bearer [^.]+$/.test(sent ?? '')),
    ],
    [
      'evaluates decisions for a token of one part',
      admits(evaluation, isRefusedToken, (sent) => /^Bearer [^.]+$/.test(sent ?? '')),
    ],
  ],
  'platform-authentication-tampered-401': [
    ['does not look at the signature of a token', admits(inGroups.all, isRefusedToken, isReadable)],
    [
      'looks at the length of a signature only',
      admits(
        inPopulations.read,
        isRefusedToken,
        (sent) => isReadable(sent) && partsOf(sent)[2]?.length === 342,
      ),
    ],
    ['deploys for a token of any signature', admits(deployment, isRefusedToken, isReadable)],
  ],
  'platform-authentication-unsigned-401': [
    [
      'trusts the algorithm that a token names',
      admits(inGroups.all, isRefusedToken, (sent) => headOf(sent)?.alg === 'none'),
    ],
    [
      'takes a token without a signature for the removal of a population',
      admits(inPopulations.remove, isRefusedToken, (sent) => partsOf(sent)[2] === ''),
    ],
    [
      'takes a token without a signature for an evaluation',
      admits(evaluation, isRefusedToken, (sent) => partsOf(sent)[2] === ''),
    ],
  ],
  'platform-authentication-wrong-scheme-401': [
    [
      'takes Basic credentials for groups',
      admits(inGroups.all, isRefusedToken, (sent) => /^Basic /i.test(sent ?? '')),
    ],
    [
      'takes a token without a scheme for populations',
      admits(inPopulations.all, isRefusedToken, (sent) => /^[^ ]+$/.test(sent ?? '')),
    ],
  ],
  'platform-authentication-bearer-accepted': [
    ['takes a token for one request to the groups', wearsOut(inGroups.all, 1)],
    ['takes no token for the removal of a population', wearsOut(inPopulations.remove, 0)],
    ['takes a token twice for its environment', wearsOut('GET /environments/:environmentId', 1)],
  ],
  'platform-authentication-refused-no-effect': [
    ['creates a group before it looks at the token', carriesOut(inGroups.create, 401)],
    ['replaces a group before it looks at the token', carriesOut(inGroups.replace, 401)],
    ['removes a population before it looks at the token', carriesOut(inPopulations.remove, 401)],
    ['deploys before it looks at the token', carriesOut(deployment, 401)],
  ],
});

function partsOf(sent: string | undefined): readonly string[] {
  return (sent ?? '').replace(/^Bearer /, '').split('.');
}

function headOf(sent: string | undefined): { readonly alg?: unknown } | undefined {
  return decoded(partsOf(sent)[0]) as { readonly alg?: unknown } | undefined;
}

/** Whether what a token says of its holder can be read. */
function isReadable(sent: string | undefined): boolean {
  return typeof (decoded(partsOf(sent)[1]) as { client_id?: unknown } | undefined)?.client_id === 'string';
}

function decoded(part: string | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
