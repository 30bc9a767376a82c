import { sendEitherWay } from '../../../checks/traces.ts';
import { accept, openWrite, prepareWrite } from '../../../checks/writes.ts';
import { assert, assertMember, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import { assertRefusedWith, badRequest, notFound } from '../../../fixtures/refusals.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import {
  deployableVersion,
  deployableVersions,
  someVersions,
} from '../../../resources/authorizationVersions.ts';
import { decisionEndpoints } from '../../../resources/decisionEndpoints.ts';
import { assertShows } from './endpoint.ts';

const VERSION = 'authorizationVersion.id';

/** Which version of the policies an endpoint decides by (Policy decision service data model, authorizationVersion). */
export const versions: readonly Case[] = [
  {
    title: 'an endpoint keeps the version that it was created with',
    requirements: ['decision-endpoints-authorization-version-stored'],
    run: async ({ scope }) => {
      const { id, made } = await deployableVersion(scope);
      for (const answer of [made.exchange, await scope.api.get(made.path)]) assertMember(answer, VERSION, id);
    },
  },
  {
    title: 'an endpoint keeps the version that it was replaced with',
    requirements: ['decision-endpoints-authorization-version-stored'],
    run: async ({ scope }) => {
      const { id } = await deployableVersion(scope);
      const { path, given } = await scope.create(decisionEndpoints);
      for (const answer of await put(scope, path, {
        ...decisionEndpoints.body(scope, given),
        ...fixed(id),
      })) {
        assertMember(answer, VERSION, id);
      }
    },
  },
  {
    title: 'a replace moves an endpoint from the latest policies to a version, and on to another',
    requirements: ['decision-endpoints-authorization-version-mutable'],
    run: async ({ scope }) => {
      const fixedVersions = await deployableVersions(scope, 2);
      const { path, body } = await scope.create(decisionEndpoints);
      for (const { id } of fixedVersions) {
        for (const answer of await put(scope, path, { ...body, ...fixed(id) })) {
          assertMember(answer, VERSION, id);
        }
      }
    },
  },
  {
    title: 'a replace without a version returns an endpoint to the latest policies',
    requirements: ['decision-endpoints-authorization-version-cleared'],
    run: async ({ scope }) => {
      const { id, made } = await deployableVersion(scope);
      const { authorizationVersion, ...body } = made.body;
      for (const answer of await put(scope, made.path, body)) {
        assertNoVersion(answer);
        const href = String(at(answer.json, '_links.authorizationVersion.href') ?? '');
        assert(!href.includes(id), `${describeExchange(answer)} with a link to the old version`, {
          expected: `no link to ${id}`,
          received: href,
          exchange: answer,
        });
      }
    },
  },
  {
    title: 'each version of the policies is either taken or refused without effect',
    requirements: ['decision-endpoints-authorization-version-untagged'],
    run: async ({ scope }) => {
      const clean = { arrange: decisionEndpoints.arrange, body: decisionEndpoints.body };
      for (const id of await someVersions(scope)) {
        const replace = await prepareWrite(scope, decisionEndpoints, 'replace', clean);
        const body = { ...replace.clean(), ...fixed(id) };
        const way = await sendEitherWay(replace, body, {
          accepted: (answer) => assertMember(answer, VERSION, id),
          refused: (answer) => assertRefusedWith(answer, notFound, badRequest),
        });
        scope.observe('reading', 'an endpoint with an existing version of the policies', way);
      }
    },
  },
  {
    title: 'an endpoint describes its version in texts only',
    requirements: ['decision-endpoints-authorization-version-descriptors'],
    run: async ({ scope }) => {
      const { made } = await deployableVersion(scope);
      const { name, ...rest } = made.body;
      const answers = await put(scope, made.path, { name: scope.name('again'), ...rest });
      const members = await scope.list(made.given.collection, decisionEndpoints.embedded);
      const shown = [made.exchange.json, ...answers.map(({ json }) => json)];
      for (const value of [...shown, members.find(({ id }) => id === made.id)]) {
        const version = at(value, 'authorizationVersion') ?? {};
        assert(isDescribed(version), 'a version is not described in texts', {
          expected: 'href, title and type, when given, texts, and href absolute',
          received: version,
        });
      }
    },
  },
  unset('create'),
  unset('replace'),
];

/** Without a version an endpoint follows the latest policies. */
function unset(write: 'create' | 'replace'): Case {
  return {
    title: `a ${write} without a version is accepted and fixes none`,
    requirements: ['decision-endpoints-authorization-version-optional'],
    run: async ({ scope }) => {
      const clean = { arrange: decisionEndpoints.arrange, body: decisionEndpoints.body };
      const prepared = await openWrite(scope, decisionEndpoints, write, clean);
      const [answer, read] = await accept(prepared, prepared.clean());
      assertShows(answer, typeof at(answer.json, 'id') === 'string', 'an id');
      for (const shown of [answer, read]) assertNoVersion(shown);
    },
  };
}

function assertNoVersion(answer: Exchange): void {
  const id = at(answer.json, VERSION);
  const detail = { expected: `no ${VERSION}`, received: answer.text, exchange: answer };
  assert(id === undefined || id === null, `${describeExchange(answer)} with a version`, detail);
}

function isDescribed(version: unknown): boolean {
  const texts = ['href', 'title', 'type'].map((name) => at(version, name));
  const [href] = texts;
  return (
    texts.every((text) => text === undefined || typeof text === 'string') &&
    (href === undefined || URL.canParse(String(href)))
  );
}

function fixed(id: string) {
  return { authorizationVersion: { id } };
}

async function put(scope: Scope, path: string, body: object): Promise<readonly [Exchange, Exchange]> {
  const answer = await scope.api.put(path, body);
  assertStatus(answer, 200);
  const read = await scope.api.get(path);
  assertStatus(read, 200);
  return [answer, read];
}
