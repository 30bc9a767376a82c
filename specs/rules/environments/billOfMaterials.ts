import { isCorrectUuid } from '../../../fixtures/arbitraries/uuid.ts';
import { assert, assertMember, assertRefused, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange } from '../../../fixtures/exchange.ts';
import { instantOf } from '../../../fixtures/instant.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import { properties } from '../../../schemas/contract.ts';
import { assertLeadsTo } from '../links.ts';
import { createSandbox, ENVIRONMENTS } from './environment.ts';
import { productsOf, putProducts } from './products.ts';

const SOLUTION_TYPES = ['CIAM_TRIAL', 'CUSTOMER', 'WF_TRIAL', 'WORKFORCE'];

/** The product list of an environment as it is read, and what a replacement does not touch (Bill of Materials). */
export const billOfMaterials: readonly Case[] = [
  {
    title: 'the product list of an environment is read',
    requirements: ['environments-bill-of-materials-read-200'],
    run: async ({ scope }) => {
      const { environmentId, secondEnvironmentId } = scope.target;
      for (const id of [environmentId, secondEnvironmentId]) {
        if (id !== undefined) productsOf(await scope.api.get(`${ENVIRONMENTS}/${id}/billOfMaterials`));
      }
    },
  },
  {
    title: 'the product list of an environment created without one is read',
    requirements: ['environments-bill-of-materials-read-200'],
    capabilities: ['environment-creation'],
    run: async ({ scope }) => {
      const { path } = await createSandbox(scope);
      productsOf(await scope.api.get(`${path}/billOfMaterials`));
    },
  },
  {
    title: 'the product list links to itself and its environment',
    requirements: ['environments-bill-of-materials-links'],
    run: async ({ scope }) => {
      const read = await scope.api.get(`${scope.environment}/billOfMaterials`);
      assertStatus(read, 200);
      assertLeadsTo(read, read.json, 'self', `${scope.environment}/billOfMaterials`);
      assertLeadsTo(read, read.json, 'environment', scope.environment);
    },
  },
  {
    title: 'every product has a type and an id',
    requirements: ['environments-bill-of-materials-product-model'],
    run: async ({ scope }) => {
      const read = await scope.api.get(`${scope.environment}/billOfMaterials`);
      const documented =
        properties('BillOfMaterials').find(({ path }) => path === 'products[].type')?.schema.enum ?? [];
      for (const { type, id } of productsOf(read)) {
        assert(
          typeof type === 'string' && type !== '' && isCorrectUuid(id),
          `${describeExchange(read)}: a product lacks its id`,
          {
            expected: 'type, a code, and id, a UUID',
            received: { type, id },
            exchange: read,
          },
        );
        if (!documented.includes(type)) scope.observe('undocumented value', 'products.type', String(type));
      }
    },
  },
  {
    title: 'the product list tells when it was created and updated',
    requirements: ['environments-bill-of-materials-dates'],
    run: async ({ scope }) => {
      const read = await scope.api.get(`${scope.environment}/billOfMaterials`);
      assertStatus(read, 200);
      const [created, updated] = [
        instantOf(at(read.json, 'createdAt')),
        instantOf(at(read.json, 'updatedAt')),
      ];
      assert(created <= updated, `${describeExchange(read)} without its dates`, {
        expected: 'createdAt and updatedAt, dates, the second not before the first',
        received: read.text,
        exchange: read,
      });
    },
  },
  {
    title: 'the kind of solution is not changed by a replace',
    requirements: ['environments-bill-of-materials-solution-type'],
    run: async ({ scope }) => {
      const { path } = await createSandbox(scope);
      const list = `${path}/billOfMaterials`;
      const read = await scope.api.get(list);
      const products = productsOf(read);
      const before = at(read.json, 'solutionType');
      assert(before === undefined || SOLUTION_TYPES.includes(String(before)), describeExchange(read), {
        expected: `solutionType absent or ${SOLUTION_TYPES.join(', ')}`,
        received: before,
        exchange: read,
      });
      const control = await scope.api.put(list, { products });
      if (control.status !== 200) throw new Blocked(`no list is taken: ${describeExchange(control)}`);
      const solutionType = SOLUTION_TYPES.find((type) => type !== before && !/TRIAL/.test(type));
      const put = await scope.api.put(list, { products, solutionType });
      if (put.status === 400) assertRefused(put, { target: 'solutionType' });
      else assertStatus(put, 200);
      const after = await scope.api.get(list);
      assert(
        at(after.json, 'solutionType') === before,
        `${describeExchange(after)} with another solutionType`,
        {
          expected: before === undefined ? 'no solutionType' : String(before),
          received: at(after.json, 'solutionType'),
          exchange: after,
        },
      );
    },
  },
  {
    title: 'the optional members of a product are kept as sent',
    requirements: ['environments-bill-of-materials-product-optional'],
    run: async ({ scope }) => {
      const { path } = await createSandbox(scope);
      const list = `${path}/billOfMaterials`;
      const product = {
        type: 'PING_FEDERATE',
        description: 'The federation server',
        console: { href: 'https://console.example.com/pingfederate' },
        bookmarks: [
          { name: 'Runbook', href: 'https://docs.example.com/runbook' },
          { name: 'Metrics', href: 'https://metrics.example.com' },
        ],
      };
      assertStatus(await putProducts(scope, list, [product]), 200);
      const read = await scope.api.get(list);
      productsOf(read);
      for (const [name, value] of Object.entries(product)) assertMember(read, `products.0.${name}`, value);
      const { deployment, softwareLicense, tags = [] } = productsOf(read)[0] ?? {};
      const ids = [deployment, softwareLicense]
        .filter((one) => one !== undefined)
        .map((one) => at(one, 'id'));
      const fits = ids.every((id) => typeof id === 'string') && Array.isArray(tags) && tags.every(isText);
      assert(fits, `${describeExchange(read)} with malformed members`, {
        expected: 'deployment.id and softwareLicense.id strings, tags an array of strings, when given',
        received: { deployment, softwareLicense, tags },
        exchange: read,
      });
    },
  },
];

function isText(value: unknown): boolean {
  return typeof value === 'string';
}
