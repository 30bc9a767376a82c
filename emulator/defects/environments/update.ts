import { billOfMaterialsFrom } from '../../collections/billOfMaterials.ts';
import { environments } from '../../collections/environments.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { entries, status } from '../faults/answers.ts';
import { afterwards } from '../faults/environments.ts';
import { gives } from '../faults/members.ts';
import { refusesSent } from '../faults/refusals.ts';
import { reads as readsBody } from '../faults/requests.ts';
import { refusesWhen } from '../faults/sometimes.ts';
import { together } from '../faults/state.ts';
import { idAlone, noContent } from '../faults/statuses.ts';
import { stores } from '../faults/validation.ts';
import type { Asked } from '../reply.ts';
import { takesOrganization } from './organization.ts';
import { at, nobody, type Stored, trial } from './places.ts';

/** What a server can do wrong where an environment is replaced. */
export const update = defectsOf({
  'environments-update-200': [
    ['answers 204 to the replace of an environment', noContent(at.replace)],
    ['answers 202 to the replace of an environment', status(at.replace, 200, 202)],
    ['answers the replace of an environment with its id alone', idAlone(at.replace)],
    ['answers the replace of an environment with its old state', answersOld()],
  ],
  'environments-update-name': [
    ['answers with a new name of an environment and keeps the old one', keepsOld('name')],
    ['lists environments by their first name', listsFirstName()],
    [
      'does not rename an environment',
      stores(environments, (value, previous) => ({ ...value, name: previous?.name ?? value.name })),
    ],
  ],
  'environments-update-description': [
    [
      'keeps the first description of an environment',
      stores(environments, (value, previous) => (previous ? described(value, previous.description) : value)),
    ],
    ['answers with a new description of an environment and keeps the old one', keepsOld('description')],
    [
      'drops the description of an environment that is replaced',
      afterwards(at.replace, ({ keep }) => keep({ description: undefined } as unknown as Partial<Stored>)),
    ],
  ],
  'environments-update-license-omitted': [
    [
      'clears a licence that a replace leaves out',
      afterwards(at.replace, ({ body, keep }) => {
        if (body.license === undefined) keep({ license: undefined } as unknown as Partial<Stored>);
      }),
    ],
    [
      'puts an environment under another licence where a replace names none',
      afterwards(at.replace, ({ body, keep }) => {
        if (body.license === undefined) keep({ license: { id: trial } });
      }),
    ],
    [
      'refuses a missing licence of a replace for the region',
      refusesSent(at.replace, 'region', ({ license }) => license === undefined),
    ],
    [
      'answers 409 to a replace that names no licence',
      refusesWhen(at.replace, ({ body }) => lacksLicense(body), 409, 'CONFLICT'),
    ],
  ],
  'environments-update-organization-read-only': [
    ['moves an environment to the organization of the body', takesOrganization()],
    [
      'refuses the organization of an environment for its name',
      refusesSent(at.replace, 'name', ({ organization }) => organization !== undefined),
    ],
    ['reads a replaced environment as one of nobody', disownsReplaced()],
  ],
  'environments-update-bill-of-materials': [
    ['ignores the products of a replace', readsBody(at.replace, ({ billOfMaterials: _, ...body }) => body)],
    ['answers with products of a replace and keeps the old ones', keepsOld('billOfMaterials')],
    [
      'stores the first product of a replace only',
      afterwards(at.replace, ({ body, keep, before }) => {
        const { products = [] } = (body.billOfMaterials ?? {}) as unknown as {
          products?: Stored['billOfMaterials']['products'];
        };
        keep({
          billOfMaterials: billOfMaterialsFrom(
            { products: products.slice(0, 1) },
            before.value.billOfMaterials,
          ),
        });
      }),
    ],
  ],
});

function described({ description: _, ...value }: Stored, description: string | undefined): Stored {
  return description === undefined ? value : { ...value, description };
}

function keepsOld(name: keyof Stored): Fault {
  return afterwards(at.replace, ({ before, keep }) => keep({ [name]: before.value[name] }));
}

function answersOld(): Fault {
  return (parts) => {
    const shown = new Map<string, string | undefined>();
    afterwards(at.replace, ({ before }) => shown.set(before.id, before.value.description))(parts);
    gives(at.replace, 'description', (_old: string, { parameters }: Asked) =>
      shown.get(parameters.environmentId ?? ''),
    )(parts);
  };
}

function disownsReplaced(): Fault {
  const replaced = new Set<string>();
  return together(
    afterwards(at.replace, ({ before }) => {
      replaced.add(before.id);
    }),
    gives(at.read, 'organization.id', (id: string, { parameters }: Asked) =>
      replaced.has(parameters.environmentId ?? '') ? nobody : id,
    ),
  );
}

function lacksLicense(body: unknown): boolean {
  return (body as { readonly license?: unknown } | undefined)?.license === undefined;
}

function listsFirstName(): Fault {
  const names = new Map<unknown, unknown>();
  return together(
    (parts) =>
      parts.reply(at.create, ({ body, status: answered }) => {
        const { id, name } = (body ?? {}) as Record<string, unknown>;
        if (answered === 201) names.set(id, name);
      }),
    entries(at.list, (entry) => ({ ...entry, name: names.get(entry.id) ?? entry.name })),
  );
}
