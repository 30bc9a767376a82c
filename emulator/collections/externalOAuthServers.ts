import type { Collection } from '../engine/collection.ts';
import { links, withQuery } from '../engine/links.ts';
import { environmentUrl, type Place } from '../engine/place.ts';
import { integer, list, option, text } from '../validation/checks.ts';
import { constraint, type Faults, invalid, required } from '../validation/faults.ts';
import { jwks } from '../validation/jwks.ts';
import { mandatory, object, optional } from '../validation/model.ts';
import { publicHttpsUrl } from '../validation/publicHttpsUrl.ts';
import type { ApiServer } from './apiServers.ts';

/** An authorization server of another vendor (facts 4.6). */
export type ExternalOAuthServer = {
  readonly name: string;
  readonly description?: string;
  readonly type: 'EXTERNAL';
  readonly issuers?: readonly string[];
  readonly validation: {
    readonly type: 'JWKS_URL' | 'JWKS';
    readonly jwksUrl?: string;
    readonly jwks?: string;
    readonly clockSkewTolerance: number;
  };
};

/** ~/externalOAuthServers. */
export const externalOAuthServers: Collection<ExternalOAuthServer> = {
  kind: 'externalOAuthServers',
  path: '/environments/:environmentId/externalOAuthServers',
  item: 'externalOAuthServerId',
  family: 'apiServer',
  license: 'allowApiAccessManagement',
  verbs: ['list', 'create', 'read', 'replace', 'remove'],
  model: object({
    name: mandatory(text({ longest: 256 })),
    description: optional(text({ mayBeEmpty: true, longest: 1024 })),
    type: mandatory(option('EXTERNAL')),
    issuers: optional(list(text({ longest: 1024 }), { longest: 8 })),
    validation: mandatory(
      object({
        type: mandatory(option('JWKS_URL', 'JWKS')),
        jwksUrl: optional(publicHttpsUrl),
        jwks: optional(jwks),
        clockSkewTolerance: optional(integer(0), 0),
      }),
    ),
  }),
  unique: [
    { target: 'name', key: ({ name }) => name, message: 'A resource with the specified name already exists' },
  ],
  quota: { maximum: 25, per: 'environment' },
  verify: ({ value }, faults) => verifyValidation(value, faults),
  keep: ({ id }, place) =>
    isInUse(id, place) ? constraint('id', 'An API service uses the external OAuth server.') : undefined,
  represent: ({ id, value }, place) => {
    const environment = environmentUrl(place);
    const filter = `authorizationServer.externalOAuthServer.id eq "${id}"`;
    return {
      _links: links({
        self: `${place.url}/${id}`,
        environment,
        apiServers: withQuery(`${environment}/apiServers`, [['filter', filter]]),
      }),
      id,
      environment: { id: place.ownerId },
      name: value.name,
      description: value.description,
      type: value.type,
      issuers: value.issuers,
      validation: value.validation,
    };
  },
  filters: {
    attributes: { name: { operators: ['co'], compare: 'text', read: ({ value }) => value.name } },
    combinators: [],
  },
  page: { maximum: 25, standard: 25 },
};

/** The type of validation decides which member there must be, and that the other must not. */
function verifyValidation({ validation }: ExternalOAuthServer, faults: Faults): void {
  const [needed, other] =
    validation.type === 'JWKS' ? (['jwks', 'jwksUrl'] as const) : (['jwksUrl', 'jwks'] as const);
  if (validation[needed] === undefined) faults.push(required(`validation.${needed}`));
  else if (validation[other] !== undefined)
    faults.push(invalid(`validation.${other}`, `It must not be provided with the type ${validation.type}.`));
}

function isInUse(id: string, { world, ownerId }: Place): boolean {
  for (const { value } of world.shelf<ApiServer>(ownerId, 'apiServers').all())
    if (value.authorizationServer.externalOAuthServer?.id === id) return true;
  return false;
}
