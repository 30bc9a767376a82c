import { randomUUID } from 'node:crypto';
import { defectsOf, type Way } from '../defect.ts';
import { withoutLinks } from '../faults/documents.ts';
import { adds, misleads, unlinks } from '../faults/members.ts';
import { at, nobody, products } from './places.ts';

/** Rows of links to what lies below an environment, and their relations. */
const relations: readonly (readonly [row: string, relation: string])[] = [
  ['populations', 'populations'],
  ['users', 'users'],
  ['applications', 'applications'],
  ['resources', 'resources'],
  ['sign-on-policies', 'signOnPolicies'],
  ['activities', 'activities'],
  ['branding', 'branding'],
  ['password-policies', 'passwordPolicies'],
  ['user-activities', 'userActivities'],
  ['gateways', 'gateways'],
  ['bill-of-materials', 'billOfMaterials'],
  ['capabilities', 'capabilities'],
  ['active-identity-counts', 'activeIdentityCounts'],
  ['keys', 'keys'],
  ['templates', 'templates'],
  ['notifications-settings', 'notificationsSettings'],
  ['schemas', 'schemas'],
  ['propagation-plans', 'propagation/plans'],
  ['propagation-stores', 'propagation/stores'],
  ['propagation-latest-revision', 'propagation/revisions/id:latest'],
];

const mayBeAbsent: readonly (readonly [row: string, relation: string])[] = [
  ['features', 'features'],
  ['scopes', 'scopes'],
  ['import-tasks', 'importTasks'],
];

/** What a server can do wrong with the links of an environment. */
export const links = defectsOf({
  'environments-link-self': [
    ['links an environment to all environments as itself', misleads(at.read, 'self', (href) => upOf(href))],
    ['links an environment to another one as itself', misleads(at.read, 'self', otherOf)],
    ['leaves the self link of an environment out', unlinks(at.read, 'self')],
    ['links an environment to its product list as itself', misleads(at.read, 'self', productsOf)],
  ],
  'environments-link-organization': [
    ['leaves the link from an environment to its organization out', unlinks(at.read, 'organization')],
    ['links an environment to all organizations', misleads(at.read, 'organization', (href) => upOf(href))],
    [
      'links an environment to an organization that is not there',
      misleads(at.read, 'organization', (href) => `${upOf(href)}/${nobody}`),
    ],
  ],
  'environments-link-license': [
    ['leaves the link from an environment to its licence out', unlinks(at.read, 'license')],
    ['links an environment to all licences', misleads(at.read, 'license', (href) => upOf(href))],
    [
      'links an environment to a licence that is not there',
      misleads(at.read, 'license', (href) => `${upOf(href)}/${randomUUID()}`),
    ],
  ],
  'environments-bill-of-materials-links': [
    ['leaves the link from a product list to its environment out', unlinks(products.read, 'environment')],
    ['leaves the link of a product list to itself out', unlinks(products.read, 'self')],
    ['shows a product list without links', withoutLinks(products.read)],
    [
      'links a product list to all environments',
      misleads(products.read, 'environment', (href) => upOf(href)),
    ],
    [
      'links a product list to its environment as itself',
      misleads(products.read, 'self', (href) => upOf(href)),
    ],
    ['links a product list to another environment', misleads(products.read, 'environment', otherOf)],
  ],
  ...Object.fromEntries(
    relations.map(([row, relation]): [string, readonly Way[]] => [
      `environments-link-${row}`,
      [
        [`leaves the link from an environment to ${relation} out`, unlinks(at.read, relation)],
        [`links an environment to ${relation} of another one`, misleads(at.read, relation, otherOf)],
        [`links an environment to itself as ${relation}`, misleads(at.read, relation, withoutTail)],
      ],
    ]),
  ),
  ...Object.fromEntries(
    mayBeAbsent.map(([row, relation]): [string, readonly Way[]] => [
      `environments-link-${row}`,
      [
        [
          `adds a link from an environment to ${relation} of another one`,
          adds(
            at.read,
            `_links.${relation}.href`,
            `https://api.example.com/v1/environments/${nobody}/${relation}`,
          ),
        ],
      ],
    ]),
  ),
});

function upOf(href: string): string {
  return href.replace(/\/[^/]+$/, '');
}

function otherOf(href: string): string {
  return href.replace(/(environments\/)[^/]+/, `$1${nobody}`);
}

function productsOf(href: string): string {
  return `${href}/billOfMaterials`;
}

function withoutTail(href: string): string {
  return href.replace(/(environments\/[^/]+).*/, '$1');
}
