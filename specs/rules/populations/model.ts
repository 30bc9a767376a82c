import { assert, assertMember, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at } from '../../../fixtures/exchange.ts';
import { isInstant } from '../../../fixtures/instant.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import { assertRefusedWith, badRequest, notFound } from '../../../fixtures/refusals.ts';
import { populations } from '../../../resources/populations.ts';
import { assertLeadsTo } from '../links.ts';

/** What a population is made of (Populations, data model; Create a population). */
export const model: readonly Case[] = [
  {
    title: 'a name alone makes a population',
    requirements: ['prerequisites-populations-create-201'],
    run: async ({ scope }) => {
      const name = scope.name();
      const create = await scope.api.post(`${scope.environment}/populations`, { name });
      assertStatus(create, 201);
      assertMember(create, 'name', name);
    },
  },
  {
    title: 'a new population shows its environment, users, default mark and times',
    requirements: ['prerequisites-populations-model'],
    run: async ({ scope }) => {
      const given = await populations.arrange(scope);
      const body = { name: scope.name(), description: 'Test users', default: false };
      const { path } = await scope.create(populations, { given, body });
      const read = await scope.api.get(path);
      assertMember(read, 'environment.id', scope.target.environmentId);
      assertMember(read, 'userCount', 0);
      assertMember(read, 'default', false);
      assertMember(read, 'description', body.description);
      const { createdAt, updatedAt, passwordPolicy, theme, preferredLanguage } = read.json as Record<
        string,
        unknown
      >;
      const named = [passwordPolicy, theme].filter((each) => each !== undefined);
      assert(
        isInstant(createdAt) &&
          isInstant(updatedAt) &&
          named.every((each) => typeof at(each, 'id') === 'string') &&
          ['string', 'undefined'].includes(typeof preferredLanguage),
        'a population shows a property in another form than its model',
        {
          expected: 'dates, objects with an id for passwordPolicy and theme, a text for preferredLanguage',
          received: read.text,
          exchange: read,
        },
      );
    },
  },
  {
    title: 'the link theme, where there is one, names the theme of the population',
    requirements: ['prerequisites-populations-links'],
    run: async ({ scope }) => {
      const { exchange, path } = await scope.create(populations);
      for (const answer of [exchange, await scope.api.get(path)]) {
        assertStatus(answer, 200, 201);
        const id = at(answer.json, 'theme.id');
        if (at(answer.json, '_links.theme') !== undefined)
          assertLeadsTo(answer, answer.json, 'theme', `${scope.environment}/themes/${id}`);
      }
    },
  },
  {
    title: 'a population keeps the password policy it names',
    requirements: ['prerequisites-populations-password-policy'],
    run: async ({ scope }) => {
      const policies = await scope.api.get(`${scope.environment}/passwordPolicies`);
      const id = at(policies.json, '_embedded.passwordPolicies.0.id');
      if (typeof id !== 'string') throw new Blocked('the environment lists no password policy');
      const given = await populations.arrange(scope);
      const body = { ...populations.body(scope, given), passwordPolicy: { id } };
      const { path } = await scope.create(populations, { given, body });
      assertMember(await scope.api.get(path), 'passwordPolicy.id', id);
    },
  },
  {
    title: 'a population cannot name a password policy that does not exist',
    requirements: ['prerequisites-populations-password-policy'],
    run: async ({ scope }) => {
      const { given } = await scope.create(populations);
      const body = { ...populations.body(scope, given), passwordPolicy: { id: scope.unknownId() } };
      assertRefusedWith(await scope.api.post(given.collection, body), badRequest, notFound);
    },
  },
];
