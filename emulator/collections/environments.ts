import type { Collection } from '../engine/collection.ts';
import { links } from '../engine/links.ts';
import type { Entry } from '../store/shelf.ts';
import type { World } from '../store/world.ts';
import { freeText, option, text } from '../validation/checks.ts';
import { mandatory, object, optional, reference } from '../validation/model.ts';
import {
  type BillOfMaterials,
  type BillOfMaterialsRequest,
  billOfMaterialsFrom,
  billOfMaterialsModel,
  defaultBillOfMaterials,
} from './billOfMaterials.ts';
import { chosenLicense, verifyEnvironment } from './environmentRules.ts';

/** An environment (facts 3). */
export type Environment = {
  readonly name: string;
  readonly description?: string;
  readonly type: 'PRODUCTION' | 'SANDBOX';
  readonly region: string;
  readonly license: { readonly id: string };
  readonly icon?: string;
  readonly subtype?: string;
  readonly status: 'ACTIVE' | 'DELETE_PENDING';
  readonly softDeletedAt?: string;
  readonly hardDeleteAllowedAt?: string;
  readonly billOfMaterials: BillOfMaterials;
};

/** The types of an environment. */
export const environmentType = option('PRODUCTION', 'SANDBOX');

/** The environments of an organization; its routes are in environmentRoutes.ts. */
export const environments: Collection<Environment> = {
  kind: 'environments',
  path: '/environments',
  item: 'environmentId',
  level: 'organization',
  family: 'environment',
  verbs: ['list', 'create', 'read', 'replace', 'remove'],
  model: object({
    name: mandatory(text()),
    description: optional(freeText),
    type: mandatory(environmentType),
    region: optional(option('NA', 'CA', 'EU', 'AU', 'SG', 'AP')),
    license: optional(reference),
    icon: optional(text()),
    subtype: optional(option('DEV', 'QA', 'STAGING', 'TESTING', 'UAT')),
    billOfMaterials: optional(billOfMaterialsModel),
  }),
  unique: [
    { target: 'name', key: ({ name }) => name, message: 'A resource with the specified name already exists' },
  ],
  immutable: [{ property: 'region', otherValue: 'refuse' }],
  verify: verifyEnvironment,
  complete: ({ value, previous, place }) => {
    // what a request says of the products is not yet what is stored
    const requested = value.billOfMaterials as BillOfMaterialsRequest | undefined;
    const before = previous?.value;
    const billOfMaterials =
      requested === undefined
        ? (before?.billOfMaterials ?? defaultBillOfMaterials())
        : billOfMaterialsFrom(requested, before?.billOfMaterials);
    const { status = 'ACTIVE', softDeletedAt, hardDeleteAllowedAt } = before ?? {};
    const pending = softDeletedAt && hardDeleteAllowedAt ? { softDeletedAt, hardDeleteAllowedAt } : {};
    const license = { id: chosenLicense(value, before, place)?.id ?? '' };
    return { ...value, license, billOfMaterials, status, ...pending };
  },
  represent: (entry, place) => {
    const { id, createdAt, updatedAt, value } = entry;
    return {
      _links: environmentLinks(`${place.url}/${id}`, place.base, place.ownerId, value.license.id),
      id,
      name: value.name,
      description: value.description,
      organization: { id: place.ownerId },
      type: value.type,
      subtype: value.subtype,
      region: value.region,
      icon: value.icon,
      status: value.status,
      softDeletedAt: value.softDeletedAt,
      hardDeleteAllowedAt: value.hardDeleteAllowedAt,
      createdAt,
      updatedAt,
      license: value.license,
      billOfMaterials: value.billOfMaterials,
    };
  },
  filters: {
    attributes: {
      name: { operators: ['sw'], compare: 'text', read: ({ value }) => value.name },
      id: { operators: ['eq'], compare: 'exact', read: ({ id }) => id },
      'organization.id': { operators: ['eq'], compare: 'exact', read: (_entry, { ownerId }) => ownerId },
      'license.id': { operators: ['eq'], compare: 'exact', read: ({ value }) => value.license.id },
      status: { operators: ['eq'], compare: 'exact', read: ({ value }) => value.status },
    },
    combinators: ['and'],
  },
  page: { maximum: 5000, standard: 1000 },
  expand: { billOfMaterials: ({ value }) => value.billOfMaterials },
};

/** An environment that exists. */
export function environmentEntry(world: World, environmentId: string): Entry<Environment> {
  const organizationId = world.organizationOf.get(environmentId) ?? '';
  const entry = world.shelf<Environment>(organizationId, 'environments').get(environmentId);
  if (entry === undefined)
    throw new Error(`no environment ${environmentId}: look it up in organizationOf first`);
  return entry;
}

/** Links of an environment that lead to a member or collection of the same name below it. */
const below = [
  'populations',
  'users',
  'applications',
  'activities',
  'branding',
  'resources',
  'passwordPolicies',
  'userActivities',
  'signOnPolicies',
  'keys',
  'templates',
  'notificationsSettings',
  'schemas',
  'gateways',
  'capabilities',
  'activeIdentityCounts',
  'propagation/plans',
  'propagation/stores',
  'propagation/revisions/id:latest',
  'billOfMaterials',
];

function environmentLinks(self: string, base: string, organizationId: string, licenseId: string) {
  const organization = `${base}/organizations/${organizationId}`;
  const urls: Record<string, string> = {
    self,
    organization,
    license: `${organization}/licenses/${licenseId}`,
  };
  for (const name of below) urls[name] = `${self}/${name}`;
  return links(urls);
}
