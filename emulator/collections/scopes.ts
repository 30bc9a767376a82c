import type { Collection } from '../engine/collection.ts';
import { links } from '../engine/links.ts';
import { environmentUrl } from '../engine/place.ts';
import { freeText, list, text } from '../validation/checks.ts';
import { mandatory, object, optional } from '../validation/model.ts';

/** A scope of a resource (facts 5). */
export type Scope = {
  readonly name: string;
  readonly description?: string;
  readonly mappedClaims?: readonly string[];
  readonly schemaAttributes?: readonly string[];
};

/** ~/resources/{resourceID}/scopes. */
export const scopes: Collection<Scope> = {
  kind: 'scopes',
  path: '/environments/:environmentId/resources/:resourceId/scopes',
  item: 'scopeId',
  parent: { kind: 'resources', parameter: 'resourceId' },
  family: 'resource',
  verbs: ['list', 'create', 'read', 'replace', 'remove'],
  model: object({
    name: mandatory(
      text({
        pattern: /^(?:[a-zA-Z0-9_. -]+|[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>"]+)$/,
        says: 'The name must be of letters, digits, underscore, dot, space and hyphen, or an absolute URI.',
      }),
    ),
    description: optional(freeText),
    mappedClaims: optional(list(text(), { mayBeEmpty: true })),
    schemaAttributes: optional(list(text(), { mayBeEmpty: true })),
  }),
  unique: [
    {
      target: 'name',
      key: ({ name }, resourceId) => `${resourceId} ${name}`,
      message: 'A resource with the specified name already exists',
    },
  ],
  represent: ({ id, value, createdAt, updatedAt }, place) => ({
    _links: links({
      self: `${place.url}/${id}`,
      resource: `${environmentUrl(place)}/resources/${place.parentId}`,
    }),
    id,
    environment: { id: place.ownerId },
    resource: { id: place.parentId },
    name: value.name,
    description: value.description,
    mappedClaims: value.mappedClaims,
    schemaAttributes: value.schemaAttributes,
    createdAt,
    updatedAt,
  }),
};
