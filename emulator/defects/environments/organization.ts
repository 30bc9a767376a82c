import { environments } from '../../collections/environments.ts';
import { ApiError } from '../../http/errors.ts';
import { required } from '../../validation/faults.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { gives } from '../faults/members.ts';
import { refusesSent } from '../faults/refusals.ts';
import { shows, together, understands } from '../faults/state.ts';
import type { Asked } from '../reply.ts';
import { makesRefused } from './makesRefused.ts';
import { at, nobody } from './places.ts';

type Body = Readonly<Record<string, unknown>>;

/** What a server can do wrong with the organization of a new environment. */
export const organization = defectsOf({
  'environments-create-organization-from-token': [
    ['takes the organization of a new environment from the body', takesOrganization()],
    [
      'wants every new environment to name its organization',
      refusesSent(at.create, 'organization', (body) => body.organization === undefined),
    ],
    ['answers the create of an environment as one of nobody', gives(at.create, 'organization.id', nobody)],
    ['moves a new environment to the organization of the body after its answer', movesLater()],
    [
      'answers the create of an environment as one of nobody where the body names no organization',
      gives(at.create, 'organization.id', (own: string, { body }: Asked) =>
        organizationIn(body) === undefined ? nobody : own,
      ),
    ],
    [
      'refuses the organization of a new environment, and makes it',
      together(refusesOrganization(), makesRefused(isForeign, { organization: undefined })),
    ],
  ],
});

function organizationIn(body: unknown): unknown {
  return (body as Body | undefined)?.organization;
}

function isForeign(body: Body): boolean {
  return body.organization !== undefined;
}

/** Refuses at the innermost, so that what makes the environment all the same can put the body right. */
function refusesOrganization(): Fault {
  return (parts) =>
    parts.wrap(at.create, (handler) => (request) => {
      const sent = request.body instanceof Buffer ? request.body.toString('utf8') : '';
      if (sent.includes('"organization"'))
        throw new ApiError(400, 'INVALID_DATA', 'It is not yours to choose.', [required('organization')]);
      return handler(request);
    });
}

/** Stores and shows the organization of a body. */
export function takesOrganization(): Fault {
  return together(
    understands(environments, (read, sent) =>
      sent.organization === undefined ? read : { ...read, organization: sent.organization },
    ),
    shows(environments, (shown, { value }) => {
      const { organization: kept } = value as { readonly organization?: unknown };
      return kept === undefined ? shown : { ...shown, organization: kept };
    }),
  );
}

function movesLater(): Fault {
  return (parts) => {
    takesOrganization()(parts);
    gives(at.create, 'organization.id', parts.seed.organizations[0]?.id)(parts);
  };
}
