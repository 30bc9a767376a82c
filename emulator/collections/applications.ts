import { randomBytes } from 'node:crypto';
import { assignmentsOf, type RoleAssignment } from '../access/actor.ts';
import type { Collection } from '../engine/collection.ts';
import { links } from '../engine/links.ts';
import { environmentUrl } from '../engine/place.ts';
import type { World } from '../store/world.ts';
import { flag, freeText, list, option, text } from '../validation/checks.ts';
import { mandatory, object, optional } from '../validation/model.ts';

/** An application; its id is its client id (facts 5). */
export type Application = {
  readonly name: string;
  readonly description?: string;
  readonly enabled: boolean;
  readonly type: string;
  readonly protocol: 'OPENID_CONNECT';
  readonly grantTypes: readonly string[];
  readonly tokenEndpointAuthMethod: string;
  readonly assignActorRoles?: boolean;
  readonly [member: string]: unknown;
};

/** ~/applications, of the OpenID Connect protocol. */
export const applications: Collection<Application> = {
  kind: 'applications',
  path: '/environments/:environmentId/applications',
  item: 'applicationId',
  family: 'application',
  verbs: ['list', 'create', 'read', 'replace', 'remove'],
  model: object({
    name: mandatory(text()),
    description: optional(freeText),
    enabled: optional(flag, false),
    hiddenFromAppPortal: optional(flag),
    type: mandatory(option('WORKER', 'WEB_APP', 'NATIVE_APP', 'SINGLE_PAGE_APP', 'SERVICE', 'CUSTOM_APP')),
    protocol: mandatory(option('OPENID_CONNECT')),
    assignActorRoles: optional(flag),
    responseTypes: optional(list(option('CODE', 'TOKEN', 'ID_TOKEN'), { mayBeEmpty: true })),
    redirectUris: optional(list(text(), { mayBeEmpty: true })),
    postLogoutRedirectUris: optional(list(text(), { mayBeEmpty: true })),
    grantTypes: mandatory(
      list(
        option(
          'CLIENT_CREDENTIALS',
          'AUTHORIZATION_CODE',
          'IMPLICIT',
          'REFRESH_TOKEN',
          'DEVICE_CODE',
          'CIBA',
        ),
      ),
    ),
    pkceEnforcement: optional(option('OPTIONAL', 'REQUIRED', 'S256_REQUIRED')),
    tokenEndpointAuthMethod: mandatory(
      option('NONE', 'CLIENT_SECRET_BASIC', 'CLIENT_SECRET_POST', 'CLIENT_SECRET_JWT', 'PRIVATE_KEY_JWT'),
    ),
  }),
  immutable: [
    { property: 'type', otherValue: 'refuse' },
    { property: 'assignActorRoles', otherValue: 'keep' },
  ],
  stored: ({ id }, { world, ownerId }) => {
    if (secretOf(world, ownerId, id) === undefined) renewSecret(world, ownerId, id);
  },
  removed: ({ id }, { world, ownerId }) => {
    world.shelf(ownerId, 'secrets').remove(id);
    const assignments = world.shelf<RoleAssignment>(ownerId, 'roleAssignments');
    for (const assignment of [...assignmentsOf(world, ownerId, id)]) assignments.remove(assignment.id);
  },
  represent: ({ id, value, createdAt, updatedAt }, place) => {
    const self = `${place.url}/${id}`;
    return {
      _links: links({
        self,
        environment: environmentUrl(place),
        attributes: `${self}/attributes`,
        secret: `${self}/secret`,
        grants: `${self}/grants`,
        roleAssignments: value.type === 'WORKER' ? `${self}/roleAssignments` : undefined,
      }),
      environment: { id: place.ownerId },
      id,
      ...value,
      createdAt,
      updatedAt,
      clientId: id,
    };
  },
};

/** The secret of an application. */
export function secretOf(world: World, environmentId: string, applicationId: string): string | undefined {
  return world.shelf<string>(environmentId, 'secrets').get(applicationId)?.value;
}

/** Gives an application a new secret; the old one ends at once (facts 1). */
export function renewSecret(
  world: World,
  environmentId: string,
  applicationId: string,
  secret = randomBytes(32).toString('base64url'),
): string {
  world.shelf<string>(environmentId, 'secrets').put(world.entry(applicationId, '', secret));
  return secret;
}
