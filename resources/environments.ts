import { at } from '../fixtures/exchange.ts';
import { Blocked } from '../fixtures/mismatch.ts';
import type { Body, Given, Link, Resource } from '../fixtures/resource.ts';
import type { Scope } from '../fixtures/scope.ts';
import { selfLink } from './paths.ts';

/**
 * Sandbox environments of the organization (facts 3). A new one comes under the licence of the environment under
 * test and into its region, which are known to be usable.
 */
export const environments: Resource = {
  name: 'environments',
  model: 'Environment',
  embedded: 'environments',
  operations: {
    create: 'environments.create',
    list: 'environments.list',
    read: 'environments.read',
    update: 'environments.update',
    delete: 'environments.delete',
  },
  arrange: besideTheTarget,
  body: (scope, given) => ({ name: scope.name(), ...where(given) }),
  full: (scope, given) => ({
    name: scope.name(),
    description: 'A place to try things out',
    icon: 'https://www.example.com/icon.png',
    ...where(given),
  }),
  changed: (scope, given) => ({
    name: scope.name('changed'),
    description: 'A place to try other things out',
    icon: 'https://www.example.com/other.png',
    ...where(given),
  }),
  unique: { property: 'name', within: 'parent' },
  freeText: 'description',
  clearable: 'description',
  filters: [
    {
      attribute: 'name',
      operators: ['sw'],
      sample: async (scope, given) => {
        const name = scope.name('filtered');
        return { value: name, body: { ...where(given), name } };
      },
    },
    { attribute: 'id', operators: ['eq'], mayRefuse: true },
  ],
  links: {
    self: selfLink,
    organization: { path: ({ given }) => `/organizations/${given.ids.organization}`, followable: true },
    populations: below('populations'),
    users: below('users'),
    applications: below('applications'),
    resources: below('resources'),
    signOnPolicies: below('signOnPolicies'),
    billOfMaterials: below('billOfMaterials'),
  },
  dated: true,
  capability: 'environment-creation',
  also: {
    'platform-create-201': ['environments-create-201'],
    'platform-update-200': ['environments-update-200'],
    'platform-delete-204': ['environments-delete-204'],
    'platform-delete-empty-body': ['environments-delete-204'],
    'platform-uniqueness-400': ['environments-create-name-unique'],
  },
  except: {
    'platform-delete-then-read-404': 'a removal takes up to two minutes (environments-delete-gone)',
    'platform-delete-then-unlisted': 'a removal takes up to two minutes (environments-delete-unlisted)',
    'platform-delete-twice-404':
      'a removal takes up to two minutes, and a second delete may meet it (facts 3)',
    'platform-delete-frees-name': 'a removal takes up to two minutes (environments-delete-gone)',
    'platform-filter-unsupported-operator-400': 'newer pages allow and (environments-filter-and)',
    'platform-filter-unsupported-attribute-400':
      'newer pages allow eq on other attributes (environments-filter-refuses-other-attributes)',
    'platform-error-detail-invalid-filter-help': 'it is tried with and, which newer pages allow (facts 0.7)',
    'platform-refused-update-changes-nothing': 'its fault, a missing region, is none (facts 3, conflict)',
  },
};

async function besideTheTarget(scope: Scope): Promise<Given> {
  const own = await scope.api.get(scope.environment);
  const [region, organization] = [at(own.json, 'region'), at(own.json, 'organization.id')];
  const license = at(own.json, 'license.id');
  if (typeof region !== 'string') throw new Blocked('the environment under test does not tell its region');
  const ids = {
    region,
    organization: String(organization),
    ...(typeof license === 'string' ? { license } : {}),
  };
  return { collection: '/environments', ids };
}

/** The licence of an environment: the one it names or, since the oldest table names none, the one it links to. */
export function licenseIdOf(environment: unknown): string | undefined {
  const id =
    at(environment, 'license.id') ?? /[^/]+$/.exec(String(at(environment, '_links.license.href') ?? ''))?.[0];
  return typeof id === 'string' ? id : undefined;
}

/** Where and as what an environment is made. The licence is sent where the environment under test names one. */
function where({ ids }: Given): Body {
  const { region, license } = ids;
  return { region, type: 'SANDBOX', ...(license === undefined ? {} : { license: { id: license } }) };
}

function below(name: string): Link {
  return { path: ({ path }) => `${path}/${name}`, followable: true };
}
