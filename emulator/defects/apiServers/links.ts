import { apiServerOperations } from '../../collections/apiServerOperations.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { misleads, unlinks } from '../faults/members.ts';
import { answersWhen } from '../faults/sometimes.ts';
import { shows } from '../faults/state.ts';
import { placesOf } from '../where.ts';
import { at, lastAs, nobody, parentOf, services, shown } from './places.ts';

/** What a server can do wrong with the links of services. */
export const links = defectsOf({
  'api-servers-link-self': [
    ['links a service to its collection as itself', misleads(shown, 'self', parentOf)],
    ['leaves the link of a service to itself out', unlinks(at.one, 'self')],
    ['leaves the link of a replaced service to itself out', unlinks(at.replace, 'self')],
    ['links a service to another one as itself', misleads(at.one, 'self', (href) => lastAs(href, nobody))],
    ['links a service to a path below itself', misleads(at.read, 'self', (href) => `${href}/self`)],
  ],
  'api-servers-link-environment': [
    ['leaves the link of a service to its environment out', unlinks(at.one, 'environment')],
    ['leaves the link of a service that is read to its environment out', unlinks(at.read, 'environment')],
    ['leaves the link of a replaced service to its environment out', unlinks(at.replace, 'environment')],
    ['links a service to all environments', misleads(at.one, 'environment', parentOf)],
    [
      'links a service to another environment',
      misleads(at.one, 'environment', (href) => lastAs(href, nobody)),
    ],
  ],
  'api-servers-link-resource': [
    [
      'links a service to an application resource',
      misleads(shown, 'resource', (href) => href.replace('/resources/', '/applicationResources/')),
    ],
    ['goes on linking a service to its first resource', linksToFirst()],
    ['leaves the link of a service to its resource out', unlinks(at.one, 'resource')],
    ['leaves the link of a replaced service to its resource out', unlinks(at.replace, 'resource')],
    ['links a service to all resources', misleads(at.read, 'resource', parentOf)],
  ],
  'api-servers-link-operations': [
    [
      'links a service to operations without its id',
      misleads(shown, 'operations', (href) => href.replace(/\/[^/]+\/operations$/, '/operations')),
    ],
    ['leaves the link of a service to its operations out', unlinks(at.one, 'operations')],
    ['leaves the link of a new service to its operations out', unlinks(at.create, 'operations')],
    ['links a service to itself for its operations', misleads(at.one, 'operations', parentOf)],
    [
      'links a service to the operations of another one',
      misleads(at.read, 'operations', (href) => href.replace(/[^/]+\/operations$/, `${nobody}/operations`)),
    ],
    [
      'answers 204 where a service links to operations that it has none of',
      answersWhen(placesOf(apiServerOperations).list, isEmpty, 204),
    ],
  ],
});

function isEmpty({ _embedded: embedded }: Readonly<Record<string, unknown>>): boolean {
  return Object.values((embedded ?? {}) as object).every((all: readonly unknown[]) => all.length === 0);
}

type Links = Readonly<Record<string, { readonly href: string }>>;

function linksToFirst(): Fault {
  return (parts) => {
    const first = new Map<string, Links[string]>();
    shows(services, (shownSo, { id }) => {
      const { resource, ...others } = shownSo._links as Links;
      if (resource === undefined) return shownSo;
      first.set(id, first.get(id) ?? resource);
      return { ...shownSo, _links: { ...others, resource: first.get(id) } };
    })(parts);
  };
}
