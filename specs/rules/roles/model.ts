import { isCorrectUuid } from '../../../fixtures/arbitraries/uuid.ts';
import { assert } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, isObject } from '../../../fixtures/exchange.ts';
import { facetCases } from '../facets.ts';
import { ROLES, roleNamed, rolesShown } from './role.ts';

const isText = (value: unknown) => typeof value === 'string';

/** What a role is made of, and which there are (captured roles; Built-in Admin Roles). */
export const model: readonly Case[] = [
  ...facetCases(
    [
      {
        row: 'prerequisites-roles-model',
        title: 'a role has an id and a name',
        expected: 'id, a UUID, and name, a text',
        holds: ({ id, name }) => isCorrectUuid(id) && isText(name) && name !== '',
      },
      {
        row: 'prerequisites-roles-model',
        title: 'a role names the levels at which it can be given',
        expected: 'applicableTo, an array of level names',
        holds: ({ applicableTo }) =>
          Array.isArray(applicableTo) && applicableTo.every((level) => /^[A-Z][A-Z_]*$/.test(String(level))),
      },
      {
        row: 'prerequisites-roles-model',
        title: 'the permissions of a role are objects with a classifier and a description',
        expected: 'permissions, an array of objects with two texts',
        holds: ({ permissions }) =>
          Array.isArray(permissions) &&
          permissions.every((one) => isObject(one) && isText(one.classifier) && isText(one.description)),
      },
    ],
    rolesShown,
  ),
  {
    title: 'the built-in roles are present',
    requirements: ['prerequisites-roles-built-in'],
    run: async ({ scope }) => {
      const names = (await scope.list(ROLES, 'roles')).map(({ name }) => String(name));
      const wanted = [
        ['Organization Admin'],
        ['Environment Admin'],
        ['Identity Data Admin', 'Identity Admin'],
        ['Client Application Developer'],
      ];
      const missing = wanted.filter((spellings) => !spellings.some((name) => names.includes(name)));
      assert(missing.length === 0, `${missing.length} built-in roles are missing`, {
        expected: wanted.map((spellings) => spellings.join(' or ')).join(', '),
        received: names,
      });
    },
  },
  {
    title: 'the role for identity data is for environments and populations and about users',
    requirements: ['prerequisites-roles-identity-data-admin'],
    run: async ({ scope }) => {
      const role = await roleNamed(scope, 'Identity Data Admin', 'Identity Admin');
      const { applicableTo, permissions } = role;
      const levels = Array.isArray(applicableTo) ? applicableTo : [];
      const allowed = Array.isArray(permissions) ? permissions : [];
      assert(
        ['ENVIRONMENT', 'POPULATION'].every((level) => levels.includes(level)) &&
          allowed.some((one) => at(one, 'classifier') === 'user'),
        'the role for identity data lacks a level or its permissions',
        { expected: 'ENVIRONMENT and POPULATION, and permissions on users', received: role },
      );
    },
  },
];
