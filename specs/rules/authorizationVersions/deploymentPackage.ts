import { assert, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange } from '../../../fixtures/exchange.ts';
import { someVersions, versionsOf } from '../../../resources/authorizationVersions.ts';

const PACKAGE = 'application/vnd.pingidentity.authorizationpolicyversion.deploymentpackage+octet-stream';

/** The ways in which documents ask for a package (facts 0.3). */
const ways: readonly { readonly title: string; readonly headers: Readonly<Record<string, string>> }[] = [
  { title: 'accepts its media type', headers: { accept: PACKAGE } },
  { title: 'names its media type as that of the request', headers: { 'content-type': PACKAGE } },
];

/** A version as an executable package of policies (Policy decision service configuration data). */
export const deploymentPackage: readonly Case[] = ways.map(({ title, headers }) => ({
  title: `a request that ${title} gets a package, or the version as JSON`,
  requirements: ['decision-endpoints-authorization-versions-package'],
  run: async ({ scope }) => {
    const [id] = await someVersions(scope);
    const to = `${versionsOf(scope)}/${String(id)}`;
    const answer = await scope.api.send({ method: 'GET', to, headers });
    assertStatus(answer, 200);
    const type = String(answer.headers['content-type']).split(';', 1)[0]?.trim().toLowerCase();
    const isPackage = type === PACKAGE;
    scope.observe('reading', `a version, when the client ${title}`, isPackage ? 'package' : 'representation');
    assert(isPackage ? answer.text.length > 0 : at(answer.json, 'id') === id, describeExchange(answer), {
      expected: `a body of type ${PACKAGE} that is not empty, or the version as JSON`,
      received: `${type}: ${answer.text}`,
      exchange: answer,
    });
  },
}));
