import type { Collection } from '../engine/collection.ts';
import { links } from '../engine/links.ts';
import { environmentUrl } from '../engine/place.ts';
import { flag, freeText, option, text } from '../validation/checks.ts';
import { mandatory, object, optional } from '../validation/model.ts';

/** A gateway (facts 5). What only some types have is not covered. */
export type Gateway = {
  readonly name: string;
  readonly description?: string;
  readonly type: string;
  readonly enabled: boolean;
};

/** ~/gateways. The types are those that any document or client names. */
export const gateways: Collection<Gateway> = {
  kind: 'gateways',
  path: '/environments/:environmentId/gateways',
  item: 'gatewayId',
  family: 'gateway',
  verbs: ['list', 'create', 'read', 'replace', 'remove'],
  model: object({
    name: mandatory(text()),
    description: optional(freeText),
    type: mandatory(
      option('API_GATEWAY_INTEGRATION', 'AUTHORIZE', 'LDAP', 'PING_FEDERATE', 'PING_INTELLIGENCE', 'RADIUS'),
    ),
    enabled: mandatory(flag),
  }),
  immutable: [{ property: 'type', otherValue: 'refuse' }],
  removed: ({ id }, { world, ownerId }) => {
    const credentials = world.shelf(ownerId, 'gatewayCredentials');
    for (const credential of [...credentials.below(id)]) credentials.remove(credential.id);
  },
  represent: ({ id, value }, place) => ({
    _links: links({
      self: `${place.url}/${id}`,
      environment: environmentUrl(place),
      credentials: `${place.url}/${id}/credentials`,
    }),
    id,
    environment: { id: place.ownerId },
    name: value.name,
    description: value.description,
    type: value.type,
    enabled: value.enabled,
  }),
};
