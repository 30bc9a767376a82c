import { type DecisionEndpoint, decisionEndpoints } from '../../collections/decisionEndpoints.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { reverts, shows, together } from '../faults/state.ts';
import { merges } from '../faults/storage.ts';
import { stores } from '../faults/validation.ts';

const endpoints = decisionEndpoints;
const version = 'authorizationVersion';

/** What a server can do wrong with the version of an endpoint once a replace leaves it out. */
export const formerVersions = defectsOf({
  'decision-endpoints-authorization-version-cleared': [
    [
      'keeps the version that a replace leaves out',
      merges(
        endpoints,
        (body, value) => ({ ...(value.authorizationVersion && pick(value)), ...body }) as never,
      ),
    ],
    ['goes on linking to a version that was left out', linksToFormer()],
    ['shows that a version was left out and keeps it', reverts(endpoints, version)],
    ['goes on showing a version that was left out, without a link to it', showsFormer()],
  ],
});

function pick({ authorizationVersion }: DecisionEndpoint): Pick<DecisionEndpoint, 'authorizationVersion'> {
  return authorizationVersion === undefined ? {} : { authorizationVersion };
}

function idOf(value: unknown): unknown {
  return (value as { id?: unknown } | null | undefined)?.id;
}

/** Remembers the version of an endpoint when a replace leaves it out. */
function remembersFormer(): Fault {
  return stores(endpoints, (value, old) => {
    const former = value.authorizationVersion ?? old?.authorizationVersion;
    return former === undefined ? value : { ...value, former };
  });
}

function linksToFormer(): Fault {
  return together(
    remembersFormer(),
    shows(endpoints, (representation, { value }) => {
      const id = idOf((value as { former?: unknown }).former);
      const { self } = representation._links as { self: { href: string } };
      const href = self.href.replace(/decisionEndpoints.*/, `authorizationVersions/${String(id)}`);
      const links = { ...(representation._links as object), [version]: { href } };
      return id === undefined ? representation : { ...representation, _links: links };
    }),
  );
}

function showsFormer(): Fault {
  return together(
    remembersFormer(),
    shows(endpoints, (representation, { value }) => {
      const { former } = value as { former?: DecisionEndpoint[typeof version] };
      return former === undefined ? representation : { ...representation, [version]: former };
    }),
  );
}
