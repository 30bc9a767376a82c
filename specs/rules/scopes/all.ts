import {
  assert,
  assertMember,
  assertRefused,
  assertStatus,
  detailsOf,
  namesProperty,
} from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at } from '../../../fixtures/exchange.ts';
import { isInstant } from '../../../fixtures/instant.ts';
import { resources } from '../../../resources/resources.ts';
import { scopes } from '../../../resources/scopes.ts';
import { assertLeadsTo } from '../links.ts';

/** What a scope is made of, and how it belongs to its resource (Resource scopes). */
export const rules: readonly Case[] = [
  {
    title: 'a name alone makes one, or a name with mapped claims',
    requirements: ['prerequisites-scopes-create-201'],
    run: async ({ scope }) => {
      const { collection } = await scopes.arrange(scope);
      const body = { name: scope.name(), description: 'Read accounts' };
      const first = await scope.api.post(collection, body);
      const demanded = detailsOf(first).some(({ target }) => namesProperty(String(target), 'mappedClaims'));
      const create =
        first.status === 400 && demanded
          ? await scope.api.post(collection, { ...body, mappedClaims: [] })
          : first;
      assertStatus(create, 201);
      for (const [name, value] of Object.entries(body)) assertMember(create, name, value);
    },
  },
  {
    title: 'it names its resource and its environment',
    requirements: ['prerequisites-scopes-model'],
    run: async ({ scope }) => {
      const { path, given } = await scope.create(scopes);
      const read = await scope.api.get(path);
      assertMember(read, 'resource.id', given.ids.resourceID);
      assertMember(read, 'environment.id', scope.target.environmentId);
      assert(
        ['createdAt', 'updatedAt'].every((name) => isInstant(at(read.json, name))),
        'a scope without its times',
        {
          expected: 'createdAt and updatedAt, dates',
          received: read.text,
          exchange: read,
        },
      );
      assertLeadsTo(read, read.json, 'self', path);
      assertLeadsTo(read, read.json, 'resource', given.collection.replace(/\/scopes$/, ''));
    },
  },
  {
    title: 'its name may be used below another resource, or is taken there too',
    requirements: ['prerequisites-scopes-name-unique'],
    run: async ({ scope }) => {
      const { body } = await scope.create(scopes);
      const { collection } = await scopes.arrange(scope);
      const again = await scope.api.post(collection, body);
      scope.observe('reading', 'prerequisites-scopes-name-unique', `below another resource: ${again.status}`);
      if (again.status === 201) return assertMember(again, 'name', body.name);
      assertRefused(again, { target: 'name', codes: ['UNIQUENESS_VIOLATION'] });
    },
  },
  {
    title: 'the list of another resource does not hold it',
    requirements: ['prerequisites-scopes-read'],
    run: async ({ scope }) => {
      const { id } = await scope.create(scopes);
      const { given } = await scope.create(scopes);
      const members = await scope.list(given.collection, scopes.embedded);
      assert(!members.some((member) => member.id === id), 'a scope is listed below another resource', {
        expected: `no member with id ${id}`,
        received: members,
      });
    },
  },
  {
    title: 'a delete spares the resource',
    requirements: ['prerequisites-scopes-delete-204'],
    run: async ({ scope }) => {
      const resource = await scope.create(resources);
      const given = { collection: `${resource.path}/scopes`, ids: {} };
      const { path } = await scope.create(scopes, { given });
      assertStatus(await scope.api.delete(path), 204);
      assertStatus(await scope.api.get(path), 404);
      assertStatus(await scope.api.get(resource.path), 200);
    },
  },
];
