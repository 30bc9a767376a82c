import { defaultBillOfMaterials } from '../../collections/billOfMaterials.ts';
import { environments } from '../../collections/environments.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { header, status } from '../faults/answers.ts';
import { gives, omits } from '../faults/members.ts';
import { misreports, refusesSent, refusesWith } from '../faults/refusals.ts';
import { reads as readsBody } from '../faults/requests.ts';
import { together } from '../faults/state.ts';
import { idAlone, noContent } from '../faults/statuses.ts';
import { accepts, stores } from '../faults/validation.ts';
import { setHeader } from '../reply.ts';
import { makesRefused } from './makesRefused.ts';
import { at, nobody, type Stored, trial } from './places.ts';

/** What a server can do wrong where an environment is created. */
export const creation = defectsOf({
  'environments-create-201': [
    ['answers 200 to the create of an environment', status(at.create, 201, 200)],
    ['answers 202 to the create of an environment', status(at.create, 201, 202)],
    ['answers the create of an environment without a body', noContent(at.create)],
  ],
  'environments-create-representation': [
    ['leaves the description out where an environment is created', omits(at.create, 'description')],
    ['does not store the description of a new environment', stores(environments, without('description'))],
    ['answers the create of an environment with its id alone', idAlone(at.create)],
    ['leaves the organization out where an environment is created', omits(at.create, 'organization')],
    ['tells no update of a new environment', omits(at.create, 'updatedAt')],
    [
      'gives a new environment a longer name',
      stores(environments, (value, previous) =>
        previous ? value : { ...value, name: `${value.name} (new)` },
      ),
    ],
  ],
  'environments-create-location': [
    ['names the collection in Location', locates((url) => url.replace(/\/[^/]+$/, ''))],
    ['sends no Location with a new environment', header(at.create, 'Location', undefined)],
    ['names another environment in Location', locates((url) => url.replace(/[^/]+$/, nobody))],
  ],
  'environments-create-license': [
    [
      'puts new environments under a licence of its choice',
      stores(environments, (value, previous) => (previous ? value : { ...value, license: { id: trial } })),
    ],
    ['leaves the licence out where an environment is created', omits(at.create, 'license')],
    [
      'refuses a missing licence for the name',
      misreports(at.create, { target: 'license' }, (detail) => ({ ...detail, target: 'name' })),
    ],
    ['answers 409 to a missing licence', refusesWith(at.create, { target: 'license' }, 409, 'CONFLICT')],
    [
      'refuses an environment without a licence, and makes it under one of its choice',
      makesRefused(({ license }) => license === undefined, { license: { id: trial } }),
    ],
  ],
  'environments-create-license-unknown': [
    [
      'stores any licence of a new environment',
      together(accepts(environments, /^license/, 'INVALID_VALUE'), keepsLicense()),
    ],
    [
      'takes its own licence for one that it does not know',
      accepts(environments, /^license/, 'INVALID_VALUE'),
    ],
    [
      'answers 409 to a licence that it does not know',
      refusesWith(at.create, { target: 'license.id' }, 409, 'CONFLICT'),
    ],
    [
      'refuses a licence that it does not know, and makes the environment under another one',
      makesRefused(({ license }) => license !== undefined, { license: { id: trial } }),
    ],
  ],
  'environments-create-description-optional': [
    [
      'wants a description of every new environment',
      refusesSent(at.create, 'description', ({ description }) => description === undefined),
    ],
    [
      'describes a new environment in its own words',
      readsBody(at.create, (body) =>
        body.description === undefined ? { ...body, description: 'An environment' } : undefined,
      ),
    ],
  ],
  'environments-create-icon': [
    ['drops the icon of a new environment', stores(environments, without('icon'))],
    [
      'stores the host of an icon only',
      stores(environments, (value) =>
        value.icon === undefined ? value : { ...value, icon: new URL(value.icon).host },
      ),
    ],
  ],
  'environments-create-bill-of-materials': [
    [
      'gives every new environment the same products',
      stores(environments, (value, previous) =>
        previous ? value : { ...value, billOfMaterials: defaultBillOfMaterials() },
      ),
    ],
    [
      'stores the first product of a new environment only',
      stores(environments, (value, previous) =>
        previous ? value : withProducts(value, (products) => products.slice(0, 1)),
      ),
    ],
  ],
  'environments-create-default-products': [
    [
      'shows a product in a create that a new environment does not have',
      gives(at.create, 'billOfMaterials.products', (products: unknown[]) => [
        ...products,
        { id: nobody, type: 'PING_ID' },
      ]),
    ],
    [
      'gives products of a new environment other ids than it shows',
      gives(at.create, 'billOfMaterials.products.*.id', () => crypto.randomUUID()),
    ],
    [
      'gives a new environment products without the base',
      stores(environments, (value) =>
        withProducts(value, (products) => products.filter(({ type }) => type !== 'PING_ONE_BASE')),
      ),
    ],
    ['gives a new environment no product', stores(environments, (value) => withProducts(value, () => []))],
  ],
});

function without(name: keyof Stored) {
  return (value: Stored): Stored => ({ ...value, [name]: undefined });
}

function withProducts(
  value: Stored,
  as: (products: Stored['billOfMaterials']['products']) => Stored['billOfMaterials']['products'],
): Stored {
  const { billOfMaterials } = value;
  return { ...value, billOfMaterials: { ...billOfMaterials, products: as(billOfMaterials.products) } };
}

function locates(as: (url: string) => string): Fault {
  return (parts) =>
    parts.reply(at.create, (reply) => {
      const index = reply.headers.findIndex((name) => name.toLowerCase() === 'location');
      if (index >= 0) setHeader(reply, 'Location', as(reply.headers[index + 1] ?? ''));
    });
}

/** Keeps the licence as it was sent, whoever has it. */
function keepsLicense(): Fault {
  return (parts) => {
    const { complete } = environments;
    parts.change(environments, {
      complete: (candidate) => {
        const value = complete?.(candidate) ?? candidate.value;
        return candidate.value.license === undefined ? value : { ...value, license: candidate.value.license };
      },
    });
  };
}
