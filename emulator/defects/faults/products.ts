import type { BillOfMaterials, Product } from '../../collections/billOfMaterials.ts';
import { defaultBillOfMaterials } from '../../collections/billOfMaterials.ts';
import { environments } from '../../collections/environments.ts';
import type { Fault } from '../defect.ts';
import { placesOf } from '../where.ts';
import { afterwards, grants } from './environments.ts';
import type { Which } from './validation.ts';

/** Where the product list of an environment is replaced. */
const replace = `${placesOf(environments).replace}/billOfMaterials`;

/** Stores a product list that it has to refuse for such reasons, as it was sent or as it is changed. */
export function takesProducts(
  which: Which | string | RegExp,
  as: (products: readonly Product[]) => readonly Product[] = (products) => products,
): Fault {
  const meant = typeof which === 'string' || which instanceof RegExp ? { target: which } : which;
  return grants(
    replace,
    meant,
    ({ before, body }) => {
      const sent = Array.isArray(body.products) ? (body.products as unknown as readonly Product[]) : [];
      const products = as(sent.map((one) => ({ ...one, id: crypto.randomUUID() })));
      return { billOfMaterials: { ...before.value.billOfMaterials, products } };
    },
    ({ billOfMaterials = defaultBillOfMaterials() }) => ({ products: billOfMaterials.products as never }),
  );
}

/** Stores something else than the product list that was sent; the answer shows what was sent. */
export function keepsProducts(
  as: (
    now: readonly Product[],
    sent: readonly Product[],
    before: BillOfMaterials,
  ) => Partial<BillOfMaterials>,
): Fault {
  return afterwards(replace, ({ before, body, keep, now }) => {
    const current = now()?.value.billOfMaterials;
    const sent = (body.products ?? []) as unknown as readonly Product[];
    if (current !== undefined)
      keep({ billOfMaterials: { ...current, ...as(current.products, sent, before.value.billOfMaterials) } });
  });
}
