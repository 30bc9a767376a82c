import { randomUUID } from 'node:crypto';
import { type Check, freeText, list, option, text } from '../validation/checks.ts';
import { mandatory, object, optional } from '../validation/model.ts';

/** A product of an environment; the id is the platform's (facts 3). */
export type Product = {
  readonly id: string;
  readonly type: string;
  readonly description?: string;
  readonly [member: string]: unknown;
};

/** The product list of an environment. */
export type BillOfMaterials = {
  readonly products: readonly Product[];
  readonly solutionType?: string;
  readonly createdAt: string;
  readonly updatedAt: string;
};

/** What a request may say of a product list. */
export type BillOfMaterialsRequest = {
  readonly products: readonly (Omit<Product, 'id'> & { readonly id?: string })[];
  readonly solutionType?: string;
};

/** The product types of the documents and the published clients. */
const productTypes = [
  'PING_ONE_BASE',
  'PING_ONE_AUTHORIZE',
  'PING_ONE_CREDENTIALS',
  'PING_ONE_DAVINCI',
  'PING_ONE_FOR_ENTERPRISE',
  'PING_ONE_FOR_SAAS',
  'PING_ONE_FRAUD',
  'PING_ONE_ID',
  'PING_ONE_MFA',
  'PING_ONE_ORCHESTRATE',
  'PING_ONE_PROVISIONING',
  'PING_ONE_RISK',
  'PING_ONE_VERIFY',
  'PING_ACCESS',
  'PING_AUTHORIZE',
  'PING_CENTRAL',
  'PING_DATA_GOVERNANCE',
  'PING_DATA_SYNC',
  'PING_DIRECTORY',
  'PING_FEDERATE',
  'PING_ID',
  'PING_ID_SDK',
  'PING_INTELLIGENCE',
];

const href = text({ longest: 1024 });

const product = object({
  id: optional(freeText),
  type: mandatory(option(...productTypes)),
  description: optional(freeText),
  console: optional(object({ href: mandatory(href) })),
  bookmarks: optional(
    list(object({ name: mandatory(text()), href: mandatory(href) }), { mayBeEmpty: true, longest: 5 }),
  ),
  deployment: optional(object({ id: mandatory(text()) })),
  softwareLicense: optional(object({ id: mandatory(text()) })),
  tags: optional(list(text(), { mayBeEmpty: true })),
});

/** The model of a product list in a request. */
export const billOfMaterialsModel: Check = object({
  products: mandatory(list(product, { mayBeEmpty: true, longest: 100 })),
  solutionType: optional(option('CIAM_TRIAL', 'CUSTOMER', 'WF_TRIAL', 'WORKFORCE')),
});

/** The list that an environment gets when its creator names none (facts 3, sample of 2026). */
export function defaultBillOfMaterials(): BillOfMaterials {
  const products = defaultProducts.map(([type, description]) => ({ id: randomUUID(), type, description }));
  const now = new Date().toISOString();
  return { products, createdAt: now, updatedAt: now };
}

/**
 * A product list as requested, with ids of the platform: a product that repeats an id it was given before keeps it.
 * The solution type is set at most once, at the creation of the environment.
 */
export function billOfMaterialsFrom(
  request: BillOfMaterialsRequest,
  previous: BillOfMaterials | undefined,
): BillOfMaterials {
  const known = new Set(previous?.products.map(({ id }) => id));
  const products = request.products.map(({ id, ...members }) => {
    const kept = id !== undefined && known.delete(id) ? id : randomUUID();
    return { id: kept, ...members } as Product;
  });
  const now = new Date().toISOString();
  const solutionType = previous === undefined ? request.solutionType : previous.solutionType;
  return {
    products,
    ...(solutionType === undefined ? {} : { solutionType }),
    createdAt: previous?.createdAt ?? now,
    updatedAt: now,
  };
}

const defaultProducts: readonly (readonly [string, string])[] = [
  ['PING_ONE_BASE', 'PingOne Base'],
  ['PING_ONE_MFA', 'PingOne MFA'],
  ['PING_ONE_RISK', 'PingOne Risk'],
  ['PING_ONE_PROVISIONING', 'PingOne Provisioning'],
  ['PING_ONE_VERIFY', 'PingOne Verify'],
  ['PING_ONE_AUTHORIZE', 'PingOne Authorize'],
  ['PING_ONE_DAVINCI', 'PingOne DaVinci'],
];
