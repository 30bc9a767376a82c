import type { Collection } from '../engine/collection.ts';
import { links } from '../engine/links.ts';
import type { Entry } from '../store/shelf.ts';
import type { World } from '../store/world.ts';
import { object } from '../validation/model.ts';

/** A licence of an organization, with the parts that rules depend on (facts 5). */
export type License = {
  readonly name: string;
  readonly package: string;
  readonly status: 'ACTIVE' | 'EXPIRED' | 'FUTURE' | 'TERMINATED';
  readonly beginsAt: string;
  readonly expiresAt?: string;
  readonly terminatesAt?: string;
  readonly environments: {
    readonly max: number;
    readonly allowProduction: boolean;
    /** regions as licences spell them, with NORTH_AMERICA for NA */
    readonly regions: readonly string[];
  };
  readonly authorize: {
    readonly allowApiAccessManagement: boolean;
    readonly allowDynamicAuthorization: boolean;
    readonly allowApplicationPermissions: boolean;
  };
};

/** /organizations/{orgID}/licenses: read only. */
export const licenses: Collection<License> = {
  kind: 'licenses',
  path: '/organizations/:organizationId/licenses',
  item: 'licenseId',
  level: 'organization',
  family: 'license',
  verbs: ['list', 'read'],
  model: object({}),
  represent: ({ id, value }, place) => ({
    _links: links({
      self: `${place.url}/${id}`,
      organization: `${place.base}/organizations/${place.ownerId}`,
    }),
    id,
    name: value.name,
    package: value.package,
    status: value.status,
    beginsAt: value.beginsAt,
    expiresAt: value.expiresAt,
    terminatesAt: value.terminatesAt,
    organization: { id: place.ownerId },
    assignedEnvironmentsCount: environmentsUnder(place.world, place.ownerId, id),
    environments: value.environments,
    authorize: value.authorize,
  }),
  filters: {
    attributes: {
      beginsAt: { operators: ['lt'], compare: 'date', read: ({ value }) => value.beginsAt },
      status: { operators: ['eq'], compare: 'text', read: ({ value }) => value.status },
    },
    combinators: [],
  },
  orders: { beginsAt: ({ value }) => value.beginsAt },
};

/** How many environments of an organization are under one licence. */
export function environmentsUnder(world: World, organizationId: string, licenseId: string): number {
  let count = 0;
  for (const { value } of world.shelf<Licensed>(organizationId, 'environments').all())
    if (value.license.id === licenseId) count++;
  return count;
}

/** The licence of an environment. */
export function licenseOf(world: World, environmentId: string): License | undefined {
  const organizationId = world.organizationOf.get(environmentId) ?? '';
  const environment = world.shelf<Licensed>(organizationId, 'environments').get(environmentId);
  if (environment === undefined) return undefined;
  return world.shelf<License>(organizationId, 'licenses').get(environment.value.license.id)?.value;
}

/** The licences an environment can be put under. */
export function activeLicenses(world: World, organizationId: string): readonly Entry<License>[] {
  return [...world.shelf<License>(organizationId, 'licenses').all()].filter(
    ({ value }) => value.status === 'ACTIVE',
  );
}

type Licensed = { readonly license: { readonly id: string } };
