import type { Collection } from '../engine/collection.ts';
import { links } from '../engine/links.ts';
import { compilePath, type Place } from '../engine/place.ts';
import { list, read } from '../engine/read.ts';
import { ok } from '../http/answer.ts';
import { notFound } from '../http/errors.ts';
import type { Call, Route } from '../http/route.ts';
import { platform } from '../store/world.ts';
import { object } from '../validation/model.ts';

/** An organization (facts 2). */
export type Organization = {
  readonly name: string;
  readonly description?: string;
  readonly type: 'PAID' | 'TRIAL' | 'INTERNAL';
  readonly billingConnections?: readonly { readonly id: string }[];
};

/** /organizations. */
export const organizations: Collection<Organization> = {
  kind: 'organizations',
  path: '/organizations',
  item: 'organizationId',
  family: 'organization',
  verbs: ['list', 'read'],
  model: object({}),
  represent: ({ id, value, createdAt, updatedAt }, { url }) => ({
    _links: links({
      self: `${url}/${id}`,
      environments: `${url}/${id}/environments`,
      licenses: `${url}/${id}/licenses`,
      capabilities: `${url}/${id}/capabilities`,
      deployments: `${url}/${id}/deployments`,
    }),
    id,
    name: value.name,
    description: value.description,
    billingConnections: value.billingConnections,
    createdAt,
    updatedAt,
    type: value.type,
  }),
  filters: {
    attributes: { name: { operators: ['sw'], compare: 'text', read: ({ value }) => value.name } },
    combinators: [],
  },
  page: { maximum: 5000, standard: 25 },
};

/** The organizations endpoints: reads only, and only of the organization that the token belongs to. */
export const organizationRoutes: readonly Route[] = [
  {
    path: '/organizations',
    level: 'platform',
    operations: {
      GET: { permission: 'organization:read', run: (call) => list(own(call), call, placeOf(call)) },
    },
  },
  {
    path: '/organizations/:organizationId',
    level: 'organization',
    operations: { GET: { permission: 'organization:read', run: readOne } },
  },
  {
    path: '/organizations/:organizationId/capabilities',
    level: 'organization',
    operations: { GET: { permission: 'organization:read', run: readCapabilities } },
  },
];

const urlOf = compilePath(organizations.path);

/** The collection as one caller sees it: every other organization is hidden. */
function own(call: Call): Collection<Organization> {
  const members = ({ world }: Place) => {
    const entry = world.shelf<Organization>(platform, 'organizations').get(call.actor.organizationId);
    return entry === undefined ? [] : [entry];
  };
  return { ...organizations, members };
}

function placeOf(call: Call): Place {
  return { world: call.world, base: call.base, ownerId: platform, parentId: '', url: urlOf(call.base, {}) };
}

function readOne(call: Call) {
  const entry = call.world.shelf<Organization>(platform, 'organizations').get(call.actor.organizationId);
  if (entry === undefined) throw notFound();
  return read(organizations, entry, call, placeOf(call));
}

function readCapabilities(call: Call) {
  const url = `${call.base}/organizations/${call.actor.organizationId}`;
  return ok({ _links: links({ self: `${url}/capabilities`, organization: url }), canUseCustomRoles: false });
}
