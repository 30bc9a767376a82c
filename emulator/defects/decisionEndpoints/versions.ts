import { type DecisionEndpoint, decisionEndpoints } from '../../collections/decisionEndpoints.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { isUuid } from '../faults/identity.ts';
import { gives, omits } from '../faults/members.ts';
import { doesAnyway, misreports, refusesWith } from '../faults/refusals.ts';
import { reads } from '../faults/requests.ts';
import { reverts, swallows, understands } from '../faults/state.ts';
import { merges } from '../faults/storage.ts';
import { refuses, stores } from '../faults/validation.ts';
import { at, shown } from './places.ts';

const endpoints = decisionEndpoints;
const version = 'authorizationVersion';

/** What a server can do wrong with the version of the policies that an endpoint decides by. */
export const versionDefects = defectsOf({
  'decision-endpoints-authorization-version-optional': [
    [
      'refuses an endpoint without a version',
      refuses(endpoints, version, (value) => !value.authorizationVersion),
    ],
    [
      'refuses a replace without a version',
      refuses(endpoints, version, (value, old) => old !== undefined && !value.authorizationVersion),
    ],
    ['binds an endpoint without a version to the newest one', bindsToNewest()],
    [
      'binds an endpoint to the newest version once it is replaced',
      bindsToNewest((old) => old !== undefined),
    ],
  ],
  'decision-endpoints-authorization-version-stored': [
    [
      'does not take the version of an endpoint',
      understands(endpoints, ({ [version]: _, ...others }) => others),
    ],
    ['reads the newest version whichever was given', withNewest((id) => gives(at.read, `${version}.id`, id))],
    ['leaves the version of an endpoint out of reads', omits(at.read, version)],
    ['shows the version of an endpoint as its bare id', gives(shown, version, (one: unknown) => idOf(one))],
    ['leaves the version of an endpoint out of the answer to a replace', omits(at.replace, version)],
  ],
  'decision-endpoints-authorization-version-mutable': [
    [
      'keeps the first version of an endpoint',
      stores(endpoints, (value, old) => ({ ...value, ...(old?.authorizationVersion && pick(old)) })),
    ],
    ['shows the new version of an endpoint once and keeps the old one', reverts(endpoints, version)],
    [
      'binds no endpoint that was created without a version',
      merges(endpoints, (body, value) =>
        value.authorizationVersion === undefined ? { ...body, authorizationVersion: null } : body,
      ),
    ],
  ],
  'decision-endpoints-authorization-version-type': [
    ['stores a text as the version of an endpoint', swallows(endpoints, version, isText)],
    ['stores a list as the version of an endpoint', swallows(endpoints, version, Array.isArray)],
    [
      'takes a text in the place of a version for none',
      reads(at.write, (body) => (isText(body[version]) ? { ...body, [version]: null } : undefined)),
    ],
    [
      'refuses a text in the place of a version for the name',
      misreports(at.write, { target: version }, (detail) => ({ ...detail, target: 'name' })),
    ],
  ],
  'decision-endpoints-authorization-version-id-uuid': [
    [
      'stores a version whose id is no UUID',
      swallows(
        endpoints,
        version,
        hasId((id) => !isUuid(id)),
      ),
    ],
    [
      'takes a version whose id is no UUID for none',
      reads(at.write, (body) =>
        hasId((id) => !isUuid(id))(body[version]) ? { ...body, [version]: null } : undefined,
      ),
    ],
  ],
  'decision-endpoints-authorization-version-unknown': [
    [
      'binds an endpoint to a version that does not exist',
      whereUnknown((when) => swallows(endpoints, version, when)),
    ],
    [
      'takes a version that does not exist for none',
      whereUnknown((when) =>
        reads(at.write, (body) => (when(body[version]) ? { ...body, [version]: null } : undefined)),
      ),
    ],
    ['refuses a version that does not exist, and binds the endpoint to it', bindsAnyway(400)],
    [
      'answers 403 to a version that does not exist',
      refusesWith(at.write, { target: `${version}.id` }, 403, 'ACCESS_FAILED'),
    ],
    [
      'refuses a version that does not exist for the name',
      misreports(at.write, { target: `${version}.id` }, (detail) => ({ ...detail, target: 'name' })),
    ],
  ],
  'decision-endpoints-authorization-version-untagged': [
    ['answers 404 to an untagged version and binds the endpoint to it', bindsAnyway(404)],
    ['answers 409 to an untagged version', refusesWith(at.write, undefined, 409, 'INVALID_DATA')],
    [
      'takes an untagged version for none',
      whereUntagged((when) =>
        reads(at.write, (body) => (when(body[version]) ? { ...body, [version]: null } : undefined)),
      ),
    ],
  ],
  'decision-endpoints-authorization-version-descriptors': [
    ['describes the address of a version by an object', describes({ href: { href: 'https://example.com' } })],
    ['gives the address of a version without its host', describes({ href: '/authorizationVersions' })],
    ['numbers the title of a version', describes({ title: 3 })],
  ],
});

function pick({ authorizationVersion }: DecisionEndpoint): Pick<DecisionEndpoint, 'authorizationVersion'> {
  return authorizationVersion === undefined ? {} : { authorizationVersion };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function idOf(value: unknown): unknown {
  return (value as { id?: unknown } | null | undefined)?.id;
}

function hasId(when: (id: string) => boolean): (value: unknown) => boolean {
  return (value) => {
    const id = idOf(value);
    return isText(id) && when(id);
  };
}

/** A fault about the newest version of the policies of the seed. */
function withNewest(fault: (id: string) => Fault): Fault {
  return (parts) => fault(parts.seed.policyDocuments?.[0]?.versions.at(-1)?.id ?? '')(parts);
}

function bindsToNewest(when: (old: DecisionEndpoint | undefined) => boolean = () => true): Fault {
  return withNewest((id) =>
    stores(endpoints, (value, old) =>
      value.authorizationVersion === undefined && when(old)
        ? { ...value, authorizationVersion: { id } }
        : value,
    ),
  );
}

/** A fault about ids that are well formed and name no version. */
function whereUnknown(fault: (when: (value: unknown) => boolean) => Fault): Fault {
  return (parts) => {
    const known = new Set(parts.seed.policyDocuments?.flatMap((one) => one.versions.map(({ id }) => id)));
    fault(hasId((id) => isUuid(id) && !known.has(id)))(parts);
  };
}

/** A fault about versions that endpoints may not have. */
function whereUntagged(fault: (when: (value: unknown) => boolean) => Fault): Fault {
  return (parts) => {
    const all = parts.seed.policyDocuments?.flatMap((one) => one.versions) ?? [];
    fault(hasId((id) => all.some((one) => one.id === id && !one.tagged)))(parts);
  };
}

function bindsAnyway(status: number): Fault {
  return doesAnyway(
    at.replace,
    ({ body, parameters }, world) => {
      const shelf = world.shelf<DecisionEndpoint>(parameters.environmentId ?? '', endpoints.kind);
      const entry = shelf.get(parameters[endpoints.item] ?? '');
      const authorizationVersion = (body as DecisionEndpoint | undefined)?.authorizationVersion;
      if (entry !== undefined && authorizationVersion !== undefined)
        shelf.put({ ...entry, value: { ...entry.value, authorizationVersion } });
    },
    (problem) => problem.status === status,
  );
}

function describes(more: object): Fault {
  return gives(shown, version, (one: unknown) => ({ ...(one as object), ...more }));
}
