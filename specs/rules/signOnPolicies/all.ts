import { assert, assertMember, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange } from '../../../fixtures/exchange.ts';
import { signOnPolicies } from '../../../resources/signOnPolicies.ts';

/** The model says boolean, the samples send and return text. */
const NOT_DEFAULT = [false, 'false'];

/** What a sign-on policy is made of (Sign-On Policies). */
export const rules: readonly Case[] = [
  {
    title: 'a name and a description make one',
    requirements: ['prerequisites-sign-on-policies-create-201'],
    run: async ({ scope }) => {
      const body = { name: scope.name(), description: 'A basic sign-on policy' };
      const create = await scope.api.post(`${scope.environment}/signOnPolicies`, body);
      assertStatus(create, 201);
      for (const [name, value] of Object.entries(body)) assertMember(create, name, value);
      assertMember(create, 'environment.id', scope.target.environmentId);
    },
  },
  ...[
    { title: 'a new one is not the default', sent: {} },
    { title: 'default may be sent as false', sent: { default: false } },
    { title: 'default may be sent as the text false', sent: { default: 'false' } },
  ].map(
    ({ title, sent }): Case => ({
      title,
      requirements: ['prerequisites-sign-on-policies-default-false'],
      run: async ({ scope }) => {
        const { collection } = await signOnPolicies.arrange(scope);
        const create = await scope.api.post(collection, { name: scope.name(), ...sent });
        assertStatus(create, 201);
        const read = await scope.api.get(`${collection}/${at(create.json, 'id')}`);
        for (const answer of [create, read]) {
          const received = at(answer.json, 'default');
          assert(
            NOT_DEFAULT.includes(received as never),
            `${describeExchange(answer)} with another default`,
            {
              expected: 'default false, or the text false',
              received: answer.text,
              exchange: answer,
            },
          );
        }
      },
    }),
  ),
];
