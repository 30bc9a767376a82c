import { fullOf, smallestOf } from '../../../checks/bodies.ts';
import { sendEitherWay } from '../../../checks/traces.ts';
import { type Clean, openWrite, writes } from '../../../checks/writes.ts';
import { assert, assertMember, assertRefused, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import { without, withValue } from '../../../fixtures/mutations/path.ts';
import { assertRefusedForAny } from '../../../fixtures/refusedForAny.ts';
import type { Body } from '../../../fixtures/resource.ts';
import { externalForm } from '../../../resources/apiServerForms.ts';
import { apiServers } from '../../../resources/apiServers.ts';

/** Who issues the tokens of an API service (API services, data model, `authorizationServer`, `directory`). */
export const authorizationServer: readonly Case[] = [
  {
    title: 'a service on an external server has no custom resource',
    requirements: ['api-servers-authorization-server-type-external'],
    run: async ({ scope }) => {
      const given = await externalForm.arrange(scope);
      const { path, exchange } = await scope.create(apiServers, {
        given,
        body: externalForm.full(scope, given),
      });
      for (const answer of [exchange, await scope.api.get(path)]) assertExternal(answer);
    },
  },
  {
    title: 'two services share an external server',
    requirements: ['api-servers-external-oauth-server-shared'],
    run: async ({ scope }) => {
      const given = await externalForm.arrange(scope);
      await scope.create(apiServers, { given, body: externalForm.full(scope, given) });
      assertStatus(await scope.api.post(given.collection, externalForm.full(scope, given)), 201);
    },
  },
  ...eitherWay('api-servers-directory-omitted-with-external', {
    what: 'with EXTERNAL and no directory',
    clean: fullOf(externalForm),
    body: (clean) => without(clean, 'directory'),
    targets: ['directory', 'authorizationServer.type'],
    judge: assertExternal,
  }),
  ...eitherWay('api-servers-external-oauth-server-omitted', {
    what: 'with EXTERNAL and no external server',
    clean: fullOf(externalForm),
    body: (clean) => without(clean, 'authorizationServer.externalOAuthServer'),
    targets: ['authorizationServer.externalOAuthServer'],
    judge: assertExternal,
  }),
  ...eitherWay('api-servers-directory-type-required', {
    what: 'with a directory that has no type',
    clean: smallestOf(apiServers),
    body: (clean) => withValue(clean, 'directory', {}),
    targets: ['directory.type'],
    judge: (answer) => assertMember(answer, 'directory.type', 'PINGONE_SSO'),
  }),
  moved(
    'a service moves to an external server, or stays as it is',
    fullOf(apiServers),
    fullOf(externalForm),
    assertExternal,
  ),
  moved(
    'a service moves to PingOne, or stays as it is',
    fullOf(externalForm),
    fullOf(apiServers),
    assertPingOne,
  ),
];

/** What the documents leave to be refused for one of some properties, or accepted with something to show. */
type Alternatives = {
  readonly what: string;
  readonly clean: Clean;
  readonly body: (clean: Body) => Body;
  readonly targets: readonly string[];
  readonly judge: (answer: Exchange) => void;
};

function eitherWay(row: string, { what, clean, body, targets, judge }: Alternatives): readonly Case[] {
  return writes.map((write) => ({
    title: `a ${write} ${what} is refused, or leaves nothing mixed`,
    requirements: [row],
    run: async ({ scope }) => {
      const prepared = await openWrite(scope, apiServers, write, clean);
      const way = await sendEitherWay(prepared, body(prepared.clean()), {
        accepted: judge,
        refused: (answer) => assertRefusedForAny(answer, targets),
      });
      scope.observe('reading', row, way);
    },
  }));
}

function moved(title: string, from: Clean, to: Clean, judge: (answer: Exchange) => void): Case {
  const row = 'api-servers-authorization-server-type-mutable';
  return {
    title,
    requirements: [row],
    run: async ({ scope }) => {
      const prepared = await openWrite(scope, apiServers, 'replace', from);
      const way = await sendEitherWay(prepared, to.body(scope, await to.arrange(scope)), {
        accepted: judge,
        refused: (answer) => assertRefused(answer, { target: 'authorizationServer' }),
      });
      scope.observe('reading', row, way);
    },
  };
}

function assertExternal(answer: Exchange): void {
  assertMember(answer, 'authorizationServer.type', 'EXTERNAL');
  assertMember(answer, 'directory.type', 'EXTERNAL');
  assertAbsent(answer, 'authorizationServer.resource');
}

function assertPingOne(answer: Exchange): void {
  assertMember(answer, 'authorizationServer.type', 'PINGONE_SSO');
  assertMember(answer, 'directory.type', 'PINGONE_SSO');
  assertAbsent(answer, 'authorizationServer.externalOAuthServer');
}

function assertAbsent(answer: Exchange, path: string): void {
  const received = at(answer.json, path);
  const detail = { expected: `no ${path}`, received, exchange: answer };
  assert(received === undefined || received === null, `${describeExchange(answer)} with a ${path}`, detail);
}
