import { assert, assertMember, assertRefused, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange } from '../../../fixtures/exchange.ts';
import { instantOf, isInstant } from '../../../fixtures/instant.ts';
import { assertRefusedWith, badRequest, forbidden, notFound } from '../../../fixtures/refusals.ts';
import { environments } from '../../../resources/environments.ts';
import { organizationId } from '../organizations/organization.ts';
import { assertNoneLike, createSandbox, ENVIRONMENTS } from './environment.ts';

/** What a create of an environment takes and answers (Environments, create). */
export const creation: readonly Case[] = [
  {
    title: 'a create where creating is disabled is refused and creates nothing',
    requirements: ['environments-create-disabled-refused'],
    run: async ({ scope }) => {
      const body = environments.body(scope, await environments.arrange(scope));
      assertStatus(await scope.api.post(ENVIRONMENTS, body), 400, 403, 404, 405);
      await assertNoneLike(scope, body);
    },
  },
  {
    title: "the answer to a create shows the new environment's data",
    requirements: ['environments-create-representation'],
    run: async ({ scope }) => {
      const { exchange, body, path } = await createSandbox(scope, {
        description: 'A place to try things out',
      });
      const read = await scope.api.get(path);
      for (const shown of [exchange, read]) {
        for (const name of ['name', 'region', 'type', 'description']) assertMember(shown, name, body[name]);
        const { createdAt, updatedAt } = shown.json as Record<string, unknown>;
        const inOrder =
          isInstant(createdAt) && isInstant(updatedAt) && instantOf(createdAt) <= instantOf(updatedAt);
        assert(inOrder && typeof at(shown.json, 'organization.id') === 'string', describeExchange(shown), {
          expected: 'organization.id, createdAt and updatedAt, the last not before createdAt',
          received: shown.text,
          exchange: shown,
        });
      }
    },
  },
  {
    title: 'the Location header of a create leads to the new environment',
    requirements: ['environments-create-location'],
    run: async ({ scope }) => {
      const { exchange, id } = await createSandbox(scope);
      const { location } = exchange.headers;
      assert(location !== undefined, `${describeExchange(exchange)} without Location`, {
        expected: 'a Location header',
        received: exchange.headers,
        exchange,
      });
      const followed = await scope.api.get(new URL(location ?? '', exchange.request.url).href);
      assertStatus(followed, 200);
      assertMember(followed, 'id', id);
    },
  },
  {
    title: 'a new environment belongs to the organization in the token',
    requirements: ['environments-create-organization-from-token'],
    run: async ({ scope }) => {
      const given = await environments.arrange(scope);
      const exchange = await scope.api.post(ENVIRONMENTS, environments.body(scope, given));
      assertStatus(exchange, 201);
      assertMember(exchange, 'organization.id', organizationId(scope));
    },
  },
  {
    title: 'another organization in the body is refused or has no effect',
    requirements: ['environments-create-organization-from-token'],
    run: async ({ scope }) => {
      const { given } = await createSandbox(scope);
      const body = { ...environments.body(scope, given), organization: { id: scope.unknownId() } };
      const exchange = await scope.api.post(ENVIRONMENTS, body);
      scope.observe('reading', 'environments-create-organization-from-token', `status ${exchange.status}`);
      if (exchange.status !== 400) {
        assertStatus(exchange, 201);
        return assertMember(exchange, 'organization.id', organizationId(scope));
      }
      assertRefused(exchange, { target: 'organization.id' });
      await assertNoneLike(scope, body);
    },
  },
  {
    title: 'an icon sent at creation is kept',
    requirements: ['environments-create-icon'],
    run: async ({ scope }) => {
      const icon = 'https://www.example.com/icon.png';
      const { exchange, path } = await createSandbox(scope, { icon });
      assertStatus(exchange, 201);
      assertMember(await scope.api.get(path), 'icon', icon);
    },
  },
  {
    title: 'a licence sent at creation is the one of the environment',
    requirements: ['environments-create-license'],
    run: async ({ scope }) => {
      const { exchange, given } = await createSandbox(scope);
      const { license } = given.ids;
      assertStatus(exchange, 201);
      if (license !== undefined) assertMember(exchange, 'license.id', license);
    },
  },
  {
    title: 'a create without a licence is accepted or refused for it',
    requirements: ['environments-create-license'],
    run: async ({ scope }) => {
      const { given } = await createSandbox(scope);
      const body = { ...environments.body(scope, given), license: undefined };
      const exchange = await scope.api.post(ENVIRONMENTS, body);
      scope.observe(
        'reading',
        'environments-create-license',
        exchange.status === 201 ? 'optional' : 'required',
      );
      assertStatus(exchange, 201, 400);
      if (exchange.status === 201) return;
      assertRefused(exchange, { target: 'license' });
      await assertNoneLike(scope, body);
    },
  },
  {
    title: 'an unknown licence is refused',
    requirements: ['environments-create-license-unknown'],
    run: async ({ scope }) => {
      const { given } = await createSandbox(scope);
      const body = { ...environments.body(scope, given), license: { id: scope.unknownId() } };
      assertRefusedWith(await scope.api.post(ENVIRONMENTS, body), badRequest, forbidden, notFound);
      await assertNoneLike(scope, body);
    },
  },
  {
    title: 'a trial licence allows no production environment',
    requirements: ['environments-create-type-production-trial'],
    run: async ({ scope }) => {
      const { given } = await createSandbox(scope);
      const body = { ...environments.body(scope, given), type: 'PRODUCTION' };
      assertRefusedWith(await scope.api.post(ENVIRONMENTS, body), badRequest, forbidden);
      await assertNoneLike(scope, body);
    },
  },
];
