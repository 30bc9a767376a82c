import { insufficientPermissions } from '../../http/errors.ts';
import { defectsOf } from '../defect.ts';
import { admits } from '../faults/access.ts';
import { status } from '../faults/answers.ts';
import { carriesOut, licensed, may, opensTo, rolesOf, wearsOut } from '../faults/permissions.ts';
import { eachDetail, eachInnerError, errorOf } from '../faults/replies.ts';
import { deployment, evaluation, inEnvironments, inGroups, inPopulations } from './places.ts';

const isForbidden = ({ status: refused }: { readonly status: number }) => refused === 403;
const SERVICES = '* /environments/:environmentId/apiServers';

/** What a server can do wrong with roles and licences. */
export const authorization = defectsOf({
  'platform-authorization-missing-role-403': [
    ['opens groups to every valid token', admits(inGroups.all, isForbidden)],
    ['opens the removal of populations to every valid token', admits(inPopulations.remove, isForbidden)],
    ['answers 401 to the create of a group without a role', status(inGroups.create, 403, 401)],
    ['opens the evaluation of decisions to every valid token', admits(evaluation, isForbidden)],
    ['answers 400 to a deployment without a role', status(deployment, 403, 400)],
  ],
  'platform-authorization-refused-no-effect': [
    ['creates a group before it looks at the role', carriesOut(inGroups.create, 403)],
    ['replaces a population before it looks at the role', carriesOut(inPopulations.replace, 403)],
    ['removes a group before it looks at the role', carriesOut(inGroups.remove, 403)],
    ['deploys before it looks at the role', carriesOut(deployment, 403)],
  ],
  'platform-authorization-role-scope': [
    [
      'opens groups to a role for any environment',
      opensTo(inGroups.all, (world, holder) => rolesOf(world, holder).length > 0),
    ],
    [
      'lists populations to a role for any environment',
      opensTo(inPopulations.list, (world, holder) => rolesOf(world, holder).length > 0),
    ],
  ],
  'platform-authorization-read-only-role': [
    [
      'opens the create of a group to who may read groups',
      opensTo(inGroups.create, (world, holder, id) => may(world, holder, 'group:read', id)),
    ],
    [
      'opens the create of a population to who may read populations',
      opensTo(inPopulations.create, (world, holder, id) => may(world, holder, 'population:read', id)),
    ],
    [
      'lists populations once to who has a role for it, and then no more',
      wearsOut(inPopulations.list, 1, insufficientPermissions),
    ],
  ],
  'platform-authorization-unlicensed-403': [
    [
      'does not look whether the licence has API services',
      licensed(SERVICES, (license) => ({ ...license, authorize: everything })),
    ],
    [
      'lists API services without a licence',
      licensed(SERVICES.replace('*', 'GET'), (license) => ({ ...license, authorize: everything })),
    ],
    ['answers 402 to API services without a licence', status(SERVICES, 403, 402)],
  ],
  'platform-authorization-license-limit-403': [
    [
      'does not look how many environments a licence allows',
      licensed(inEnvironments.create, (license) => limited(license, () => 10_000)),
    ],
    [
      'allows an environment more than the licence',
      licensed(inEnvironments.create, (license) => limited(license, (max) => max + 1)),
    ],
    ['answers 400 to an environment too many', status(inEnvironments.create, 403, 400)],
    [
      'tells another number of environments than the licence allows',
      eachInnerError(inEnvironments.create, (inner) => {
        inner.quotaLimit = 7;
      }),
    ],
  ],
  'platform-error-403-code': [
    [
      'calls a missing role for groups FORBIDDEN',
      errorOf(inGroups.all, 403, (problem) => {
        problem.code = 'FORBIDDEN';
      }),
    ],
    [
      'calls a missing role for the removal of a population INVALID_TOKEN',
      errorOf(inPopulations.remove, 403, (problem) => {
        problem.code = 'INVALID_TOKEN';
      }),
    ],
  ],
  'platform-error-403-detail': [
    [
      'tells of an invalid token where a role for groups is missing',
      eachDetail(
        inGroups.all,
        (detail) => {
          detail.code = 'INVALID_TOKEN';
        },
        403,
      ),
    ],
  ],
});

const everything = {
  allowApiAccessManagement: true,
  allowDynamicAuthorization: true,
  allowApplicationPermissions: true,
};

function limited<L extends { readonly environments: { readonly max: number } }>(
  license: L,
  as: (max: number) => number,
): L {
  return { ...license, environments: { ...license.environments, max: as(license.environments.max) } };
}
