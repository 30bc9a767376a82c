import type { Kind, Place, Subject } from '../../../fixtures/exploration/subject.ts';
import { externalForm } from '../../../resources/apiServerForms.ts';
import { apiServers } from '../../../resources/apiServers.ts';
import { externalOAuthServers } from '../../../resources/externalOAuthServers.ts';
import { inEnvironment } from './scenery.ts';

const serverKind = inEnvironment(externalOAuthServers);

const serviceKind: Kind = {
  resource: apiServers,
  hold: 'keeps',
  given: ({ scope, referred }) => ({
    collection: `${scope.environment}/apiServers`,
    ids: { externalOAuthServerID: referred?.id ?? '' },
  }),
  body: (site) => externalForm.full(site.scope, serviceKind.given(site)),
};

const SERVERS = ['server 1', 'server 2'];
const ELSEWHERE = 'server elsewhere';

const service = (label: string, refersTo: readonly string[]): Place => ({
  label,
  kind: serviceKind,
  refersTo,
});

/** External OAuth servers, and API services that use now one, now another. */
export const externalServers: Subject = {
  name: 'external OAuth servers',
  places: [
    ...SERVERS.map((label) => ({ label, kind: serverKind })),
    { label: ELSEWHERE, kind: serverKind, elsewhere: true },
    service('service 1', SERVERS),
    service('service 2', SERVERS),
    { ...service('service elsewhere', [ELSEWHERE]), elsewhere: true },
  ],
};
