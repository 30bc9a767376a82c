import { notFound } from '../../http/errors.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { status } from '../faults/answers.ts';
import { isNew } from '../faults/environments.ts';
import { adds, gives, omits } from '../faults/members.ts';
import { askedOf } from '../reply.ts';
import { products } from './places.ts';

type Body = Readonly<Record<string, unknown>>;
const row = (name: string) => `environments-bill-of-materials-${name}`;

/** What a server can do wrong with the product list of an environment. */
export const billOfMaterials = defectsOf({
  [row('read-200')]: [
    ['finds no product list of an environment that was created without one', unfound()],
    ['answers 206 to the read of a product list', status(products.read, 200, 206)],
    [
      'shows products by their types',
      gives(products.read, 'products', (all: { type: string }[]) =>
        Object.fromEntries(all.map((one) => [one.type, one])),
      ),
    ],
  ],
  [row('product-model')]: [
    ['shows products without ids', omits(products.read, 'products.*.id')],
    ['numbers products', gives(products.read, 'products.*.id', '17')],
    ['shows products without types', omits(products.read, 'products.*.type')],
    [
      'shows the types of products as objects',
      gives(products.read, 'products.*.type', (name: string) => ({ name })),
    ],
  ],
  [row('dates')]: [
    ['does not tell when a product list was created', omits(products.read, 'createdAt')],
    ['does not tell when a product list was updated', omits(products.read, 'updatedAt')],
    [
      'tells an update of a product list from before its creation',
      gives(products.read, 'updatedAt', '2001-01-01T00:00:00.000Z'),
    ],
  ],
  [row('solution-type')]: [
    ['takes another kind of solution', keepsSolution()],
    ['tells a kind of solution that nobody knows', adds(products.read, 'solutionType', 'SPECIAL')],
  ],
});

function unfound(): Fault {
  return (parts) =>
    parts.wrap(products.read, (handler) => (request) => {
      if (isNew(parts, askedOf(request).parameters.environmentId ?? '')) throw notFound();
      return handler(request);
    });
}

function keepsSolution(): Fault {
  return (parts) => {
    const kinds = new Map<string, unknown>();
    parts.reply(products.replace, ({ status: answered }, { path, body }) => {
      if (answered === 200) kinds.set(path, (body as Body).solutionType);
    });
    parts.reply(products.read, ({ body }, { path }) => {
      if (kinds.has(path)) (body as Record<string, unknown>).solutionType = kinds.get(path);
    });
  };
}
