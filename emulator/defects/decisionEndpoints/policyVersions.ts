import { authorizationVersions } from '../../collections/authorizationVersions.ts';
import { defectsOf } from '../defect.ts';
import { always, status, text } from '../faults/answers.ts';
import { confuses } from '../faults/identity.ts';
import { gives, omits } from '../faults/members.ts';
import { bare, embeds, pageLink } from '../faults/pages.ts';
import { query } from '../faults/requests.ts';
import { placesOf } from '../where.ts';
import { nobody } from './places.ts';

const { list, read } = placesOf(authorizationVersions);

/** What a server can do wrong with the versions of the policies. */
export const policyVersions = defectsOf({
  'decision-endpoints-authorization-versions-list-200': [
    [
      'answers 404 to a list of versions',
      always(list, 404, { id: nobody, code: 'NOT_FOUND', message: 'No list.' }),
    ],
    ['answers 201 to a list of versions', status(list, 200, 201)],
    ['answers 204 to a list of versions', always(list, 204)],
  ],
  'decision-endpoints-authorization-versions-embedded': [
    ['lists versions without a document around them', bare(list)],
    ['lists versions without ids', omits(list, 'id')],
    [
      'lists versions in two arrays',
      embeds(list, (name, all) => ({ [name]: all.slice(1), latest: all.slice(0, 1) })),
    ],
  ],
  'decision-endpoints-authorization-versions-limit': [
    ['ignores the limit of a list of versions', query(list, 'limit')],
    [
      'puts one version more than the limit on a page',
      query(list, 'limit', (limit) => String(Number(limit) + 1)),
    ],
    ['ends a list of versions with its first page', pageLink(list, 'next')],
    [
      'answers 206 to a page of versions with a limit',
      status(list, 200, 206, ({ query: asked }) => asked.has('limit')),
    ],
  ],
  'decision-endpoints-authorization-versions-read-200': [
    ['reads the latest version whatever the id', confuses(authorizationVersions, read, (all) => all.at(-1))],
    ['reads the first version whatever the id', confuses(authorizationVersions, read, ([first]) => first)],
    ['answers 201 to a read of a version', status(read, 200, 201)],
    ['numbers a version that is read', gives(read, 'id', 3)],
  ],
  'decision-endpoints-authorization-versions-package': [
    [
      'delivers an empty package of policies',
      text(
        read,
        () => '',
        (answered) => answered === 200,
      ),
    ],
    [
      'answers 203 to a request that names the media type of a package',
      status(read, 200, 203, ({ headers }) => JSON.stringify(headers).includes('deploymentpackage')),
    ],
  ],
});
