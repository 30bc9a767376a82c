import { put } from '../../collections/environmentContents.ts';
import { environments as collection } from '../../collections/environments.ts';
import { licenses } from '../../collections/licenses.ts';
import { populations } from '../../collections/populations.ts';
import type { Fault } from '../../defects/defect.ts';
import { at } from '../../defects/environments/places.ts';
import { status } from '../../defects/faults/answers.ts';
import { furnishes } from '../../defects/faults/environments.ts';
import { gives } from '../../defects/faults/members.ts';
import { query, refusesSlash } from '../../defects/faults/requests.ts';
import { shows, together } from '../../defects/faults/state.ts';
import { placesOf } from '../../defects/where.ts';
import type { Representation } from '../../engine/collection.ts';
import { demands, knowsOnly, takesAs } from '../bodies.ts';
import type { OtherReadings } from '../variant.ts';
import {
  choosesLicense,
  createsAnywhere,
  filtersBy,
  ignoresType,
  promotesByReplacement,
} from './environmentBodies.ts';
import { chosen, deletesLate, demotes, incomplete, judgesProducts } from './environmentStates.ts';
import { lagMs } from './lag.ts';

const inLicenses = placesOf(licenses);
const lists = [at.list, 'GET /organizations/:organizationId/environments'];
const everyEnvironment = '* /environments/:environmentId';

/** Other readings of what concerns environments. */
export const environments: OtherReadings = {
  'environment-region-values': [
    ['knows the regions NA, EU and AU only', knowsOnly(collection, 'region', ['NA', 'EU', 'AU'])],
    [
      'spells the regions of licences as those of environments',
      gives([inLicenses.list, inLicenses.read], 'environments.regions.*', (region: string) =>
        region === 'NORTH_AMERICA' ? 'NA' : region,
      ),
    ],
    ['knows the regions NA, CA, EU and AP only', knowsOnly(collection, 'region', ['NA', 'CA', 'EU', 'AP'])],
  ],
  'environment-region-in-update': [
    ['demands that a replacement of an environment repeats the region', demands(collection, 'region')],
  ],
  'environment-region-of-organization': [
    ['creates environments in whatever region is asked for', createsAnywhere()],
  ],
  'environment-license': [
    ['demands the licence of every environment that is created or replaced', demands(collection, 'license')],
    ['creates environments without a licence under one of its choice', choosesLicense()],
    [
      'links to the licence of environments and does not name it',
      together(
        choosesLicense(),
        filtersBy(['name', 'id', 'organization.id', 'status']),
        shows(collection, ({ license: _, ...shown }) => shown),
      ),
    ],
  ],
  'environment-creation':
    'a target declares that it creates none; such a server is met under other settings than the emulator',
  'environment-type-change': [
    ['promotes an environment by a replacement that names PRODUCTION', promotesByReplacement()],
    ['ignores the type in a replacement of an environment', ignoresType()],
  ],
  'environment-demotion': [['demotes environments for production, and deletes none before', demotes()]],
  'environment-update-status': [
    ['answers 201 to the replacement of an environment', status(at.replace, 200, 201)],
  ],
  'environment-statuses': [
    [
      'answers neither 405 nor 415 to requests about environments',
      together(
        status([everyEnvironment, '* /environments'], 415, 400),
        status([everyEnvironment, '* /environments'], 405, 403),
        forbidden([everyEnvironment, '* /environments']),
      ),
    ],
  ],
  'environment-deletion-dates': [
    [
      'tells until when an environment can be restored as hardDeletedAllowedAt',
      shows(collection, ({ hardDeleteAllowedAt, ...shown }) => ({
        ...shown,
        hardDeletedAllowedAt: hardDeleteAllowedAt,
      })),
    ],
  ],
  'environment-subtype': [
    ['knows no subtype of environments', takesAs(collection, ({ subtype: _, ...sent }) => sent)],
  ],
  'environment-description-text':
    'a slip of the earlier page, which describes the description of a population in its place',
  'environment-default-population': [
    [
      'gives a new environment a default population',
      furnishes((world, id) => {
        put(world, id, populations, { name: 'Default', default: true });
      }),
    ],
  ],
  'environment-self-slash': [
    [
      'ends the self link of an environment with a slash',
      shows(collection, (shown) => linked(shown, (links) => ({ ...links, self: slashed(links.self) }))),
    ],
    ['finds no environment at its address with a slash', refusesSlash(everyEnvironment)],
  ],
  'environment-links-earlier': [
    [
      'links an environment to its features, scopes and import tasks',
      shows(collection, (shown) => linked(shown, earlier)),
    ],
  ],
  'environment-links-newer':
    'the stance expects the newer links at the level of a should, so a server without them falls short of it',
  'environment-filters': [
    ['filters environments by the beginning of their name only', filtersBy(['name'])],
    ['does not filter environments by status', filtersBy(['name', 'id', 'organization.id', 'license.id'])],
  ],
  'environment-limit': [
    [
      'limits lists of environments to 500, and those of an organization or a licence only',
      together(
        (parts) => parts.change(collection, { page: { maximum: 500, standard: 1000 } }),
        query(lists, 'limit', (limit, asked) =>
          /(organization|license)\.id +eq/i.test(asked.query.get('filter') ?? '') ? limit : undefined,
        ),
      ),
    ],
  ],
  'environment-deletion-delay': [['goes on with a deleted environment for a moment', deletesLate(lagMs)]],
  'bill-of-materials-product': [
    ['demands the id and the description of each product', judgesProducts(incomplete)],
    ['refuses ids of products that it did not give', judgesProducts(chosen)],
  ],
};

type Links = Readonly<Record<string, { readonly href: string } | undefined>>;

function linked({ _links, ...shown }: Representation, as: (links: Links) => Links): Representation {
  return { _links: as(_links as Links), ...shown };
}

function slashed(link: Links[string]): Links[string] {
  return link && { href: `${link.href}/` };
}

function earlier(links: Links): Links {
  const self = links.self?.href.replace(/\/$/, '');
  const added = ['features', 'scopes', 'importTasks'].map((name) => [name, { href: `${self}/${name}` }]);
  return { ...links, ...Object.fromEntries(added) };
}

function forbidden(where: readonly string[]): Fault {
  return (parts) =>
    parts.reply(where, ({ status: answered, body }) => {
      if (answered === 403 && (body as { code?: unknown }).code === 'INVALID_REQUEST')
        Object.assign(body as object, { code: 'ACCESS_FAILED' });
    });
}
