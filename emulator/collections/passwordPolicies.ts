import type { Collection } from '../engine/collection.ts';
import { links } from '../engine/links.ts';
import { environmentUrl } from '../engine/place.ts';
import { object } from '../validation/model.ts';

/** A password policy; an environment has one, to which populations can refer. */
export type PasswordPolicy = { readonly name: string; readonly default: boolean };

/** ~/passwordPolicies: read only here. */
export const passwordPolicies: Collection<PasswordPolicy> = {
  kind: 'passwordPolicies',
  path: '/environments/:environmentId/passwordPolicies',
  item: 'passwordPolicyId',
  family: 'population',
  verbs: ['list', 'read'],
  model: object({}),
  represent: ({ id, value, createdAt, updatedAt }, place) => ({
    _links: links({ self: `${place.url}/${id}`, environment: environmentUrl(place) }),
    id,
    environment: { id: place.ownerId },
    name: value.name,
    default: value.default,
    createdAt,
    updatedAt,
  }),
};
