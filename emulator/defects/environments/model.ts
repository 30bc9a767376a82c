import { defectsOf, type Fault } from '../defect.ts';
import { entries } from '../faults/answers.ts';
import { adds, gives, omits } from '../faults/members.ts';
import { at, nobody, reads, shown } from './places.ts';

type Dated = { readonly createdAt: string };

/** What a server can do wrong with what an environment is made of. */
export const model = defectsOf({
  'environments-model-id': [
    ['lists environments without their ids', omits(at.list, 'id')],
    ['numbers the environments of the list', numbered()],
    [
      'writes ids of environments without hyphens',
      gives(at.list, 'id', (id: string) => id.replaceAll('-', '')),
    ],
  ],
  'environments-model-name': [
    ['lists environments without their names', omits(at.list, 'name')],
    ['lists environments with empty names', gives(at.list, 'name', '')],
    ['reads the name of an environment by language', gives(at.read, 'name', (en: string) => ({ en }))],
  ],
  'environments-model-description': [
    ['lists environments with null as description', adds(at.list, 'description', null)],
    [
      'reads the description of an environment as an object',
      gives(at.read, 'description', { text: 'Sandbox' }),
    ],
  ],
  'environments-model-organization': [
    ['gives the organization of an environment as its id alone', gives(shown, 'organization', idOf)],
    ['lists environments without their organization', omits(at.list, 'organization')],
    ['reads an environment as one of another organization', gives(at.read, 'organization.id', nobody)],
  ],
  'environments-model-region': [
    ['gives the region of an environment as a host name', gives(shown, 'region', 'eu-central-1')],
    ['lists environments without their region', omits(at.list, 'region')],
    ['reads the region of an environment in words', gives(at.read, 'region', 'NORTH_AMERICA')],
  ],
  'environments-model-type': [
    ['reads the type of an environment in small letters', gives(at.read, 'type', lowered)],
    ['lists environments without their type', omits(at.list, 'type')],
  ],
  'environments-model-created-at': [
    ['lists environments without the time of their creation', omits(at.list, 'createdAt')],
    [
      'reads the creation of an environment as a number',
      gives(at.read, 'createdAt', (text: string) => Date.parse(text)),
    ],
    ['reads the creation of an environment as a day', gives(at.read, 'createdAt', 'yesterday')],
  ],
  'environments-model-updated-at': [
    ['lists environments without the time of their update', omits(at.list, 'updatedAt')],
    ['reads null as the time of the update of an environment', gives(at.read, 'updatedAt', null)],
    ['reads an update of an environment from before its creation', updatedEarly()],
  ],
  'environments-model-license': [
    ['reads an environment under a licence of nobody', gives(at.read, 'license.id', nobody)],
    ['lists the licence of environments as its id alone', gives(at.list, 'license', idOf)],
    ['lists environments under a licence without an id', gives(at.list, 'license', {})],
  ],
  'environments-model-icon': [
    [
      'reads the icon of an environment as an object',
      adds(at.read, 'icon', { href: 'https://example.com/i.png' }),
    ],
    ['lists environments with null as icon', adds(at.list, 'icon', null)],
  ],
  'environments-model-subtype': [
    ['gives environments a subtype in free words', adds(reads, 'subtype', 'our playground')],
    ['lists environments with a subtype in small letters', adds(at.list, 'subtype', 'dev')],
  ],
  'environments-model-status': [
    ['reads an environment as deleted', gives(at.read, 'status', 'DELETED')],
    ['lists the status of environments in small letters', gives(at.list, 'status', lowered)],
  ],
  'environments-model-soft-deleted-at': [
    [
      'gives every listed environment the time of a deletion',
      adds(at.list, 'softDeletedAt', '2025-01-01T00:00:00.000Z'),
    ],
    [
      'tells of every environment until when it is kept',
      adds(at.read, 'hardDeleteAllowedAt', '2099-01-01T00:00:00.000Z'),
    ],
    ['does not tell since when a deletion is pending', omits(at.read, 'softDeletedAt')],
    ['does not tell until when a deletion is pending', omits(at.read, 'hardDeleteAllowedAt')],
    [
      'ends a pending deletion before it begins',
      gives(at.read, 'hardDeleteAllowedAt', () => '2020-01-01T00:00:00.000Z'),
    ],
  ],
  'environments-model-capabilities': [
    [
      'tells capabilities of an environment as text',
      adds(at.read, 'environmentCapabilities', { canUseApiAccessManagement: 'true' }),
    ],
    [
      'tells capabilities of an environment as a list',
      adds(at.read, 'environmentCapabilities', ['canUseApiAccessManagement']),
    ],
  ],
  'environments-model-bill-of-materials': [
    [
      'reads the products of an environment as a bare array',
      gives(at.read, 'billOfMaterials', ({ products }: { products: unknown }) => products),
    ],
    ['lists environments whose products are no array', gives(at.list, 'billOfMaterials.products', {})],
    [
      'reads the product list of an environment with a date in words',
      gives(at.read, 'billOfMaterials.createdAt', 'today'),
    ],
  ],
});

function idOf({ id }: { readonly id: string }): string {
  return id;
}

function lowered(text: string): string {
  return text.toLowerCase();
}

function numbered(): Fault {
  let number = 0;
  return entries(at.list, (entry) => {
    number += 1;
    return { ...entry, id: number };
  });
}

function updatedEarly(): Fault {
  const early = ({ createdAt }: Dated) => new Date(Date.parse(createdAt) - 1000).toISOString();
  return (parts) =>
    parts.reply(at.read, (reply) => {
      const body = reply.body as Record<string, unknown> & Dated;
      if (reply.status === 200) body.updatedAt = early(body);
    });
}
