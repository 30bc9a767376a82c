import type { ApiServer } from '../../collections/apiServers.ts';
import type { Entry } from '../../store/shelf.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { evaluates, ignores } from '../faults/filtering.ts';
import { misreports } from '../faults/refusals.ts';
import { query } from '../faults/requests.ts';
import { together } from '../faults/state.ts';
import { membersOf, refusesParameter } from './parameters.ts';
import { at, services } from './places.ts';

const { list } = at;
const attribute = 'authorizationServer.externalOAuthServer.id';

/** What a server can do wrong with filters of services. */
export const filters = defectsOf({
  'api-servers-filter-external-oauth-server': [
    ['ignores the filter on external servers', query(list, 'filter')],
    [
      'finds the services of every external server by one',
      finds(({ authorizationServer: { type } }) => type === 'EXTERNAL'),
    ],
    [
      'finds the services of PingOne by an external server',
      finds(({ authorizationServer: { type } }) => type === 'PINGONE_SSO'),
    ],
    ['finds no service by its external server', membersOf('filter', () => [])],
    ['finds one service only of an external server', membersOf('filter', (all) => all.slice(0, 1))],
    [
      'finds services by the audience of their external server',
      reads(attribute, ({ value }) => value.authorizationServer.externalOAuthServer?.audience),
    ],
    ['finds services by the external server that they had first', readsFirst()],
    [
      'answers 404 to a filter on external servers',
      refusesParameter('filter', /^authorizationServer/, 404, 'NOT_FOUND'),
    ],
  ],
  'api-servers-filter-unsupported-attribute': [
    [
      'lists every service for a filter on another attribute',
      ignores(list, /^(?!authorizationServer\.externalOAuthServer\.id)/),
    ],
    ['filters services by their names', reads('name', ({ value }) => value.name)],
    ['filters services by their ids', reads('id', ({ id }) => id)],
    [
      'finds no service by another attribute',
      together(
        reads('name', () => undefined),
        reads('id', () => undefined),
      ),
    ],
    [
      'refuses a filter on another attribute for something that is missing',
      misreports(list, { code: 'INVALID_FILTER' }, (detail) => ({ ...detail, code: 'REQUIRED_VALUE' })),
    ],
    ['answers 404 to a filter on another attribute', refusesParameter('filter', /^name /, 404, 'NOT_FOUND')],
  ],
  'api-servers-filter-unsupported-operator': [
    ['takes every operator for eq', query(list, 'filter', (text) => text.replace(/ (sw|co|ne|ew) /, ' eq '))],
    ['lists every service for another operator', ignores(list, /^(?!.* eq )/)],
    ['finds services by the beginning of the id of their server', evaluates(services, { operators: ['sw'] })],
    ['finds services by other servers than the one named', evaluates(services, { operators: ['ne'] })],
    ['takes two filters at once', evaluates(services, { combinators: ['and'] })],
    [
      'refuses another operator for something that is missing',
      misreports(list, { code: 'INVALID_FILTER' }, (detail) => ({ ...detail, code: 'REQUIRED_VALUE' })),
    ],
    ['answers 501 to another operator', refusesParameter('filter', / (sw|co|ne) /, 501, 'INVALID_REQUEST')],
  ],
});

type Member = Entry<ApiServer>;

/** Filters by another value than that of the attribute, or by further attributes. */
function reads(name: string, read: (entry: Member) => string | undefined): Fault {
  return evaluates(services, { attributes: { [name]: { operators: ['eq'], compare: 'exact', read } } });
}

/** Goes on filtering by the external server that a service was created with. */
function readsFirst(): Fault {
  return (parts) => {
    const first = new Map<string, string | undefined>();
    parts.change(services, {
      stored: ({ id, value }) => {
        if (!first.has(id)) first.set(id, value.authorizationServer.externalOAuthServer?.id);
      },
    });
    reads(attribute, ({ id }) => first.get(id))(parts);
  };
}

/** Finds by the server's id what belongs to a wider circle than the services that use it. */
function finds(alsoWhen: (value: ApiServer) => boolean): Fault {
  return (parts) => {
    let asked: string | undefined;
    query(list, 'filter', (text) => {
      asked = /"(.*)"/.exec(text)?.[1];
      return text;
    })(parts);
    reads(attribute, ({ value }) =>
      alsoWhen(value) ? asked : value.authorizationServer.externalOAuthServer?.id,
    )(parts);
  };
}
