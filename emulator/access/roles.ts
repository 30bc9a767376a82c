/** What a permission is about; one word for each group of resources that roles tell apart. */
export type Family =
  | 'apiServer'
  | 'application'
  | 'environment'
  | 'gateway'
  | 'group'
  | 'license'
  | 'organization'
  | 'population'
  | 'resource'
  | 'role'
  | 'signOnPolicy'
  | 'user';

/** A permission; `environment:create` is apart because it only counts for a whole organization. */
export type Permission = `${Family}:${'read' | 'write'}` | 'environment:create';

/** The levels at which a role can be assigned. */
export type ScopeType = 'ORGANIZATION' | 'ENVIRONMENT' | 'POPULATION';

/** A role of the platform. Ids are fixed, so that they are the same in every run. */
export type Role = {
  readonly id: string;
  readonly name: string;
  readonly applicableTo: readonly ScopeType[];
  readonly permissions: ReadonlySet<Permission>;
};

/** The built-in roles, in the order they are listed (facts 5, roles). */
export const roles: readonly Role[] = [
  role('1813bc13-8d13-4e88-a825-000000000001', 'Organization Admin', ['ORGANIZATION'], {
    read: ['organization', 'license', 'environment', 'role'],
    write: ['organization', 'license', 'environment', 'role'],
    also: ['environment:create'],
  }),
  role('1813bc13-8d13-4e88-a825-000000000002', 'Environment Admin', ['ORGANIZATION', 'ENVIRONMENT'], {
    read: [...configuration(), 'group'],
    write: [
      'environment',
      'population',
      'group',
      'resource',
      'signOnPolicy',
      'application',
      'apiServer',
      'gateway',
    ],
    also: ['environment:create'],
  }),
  role(
    '1813bc13-8d13-4e88-a825-000000000003',
    'Identity Data Admin',
    ['ORGANIZATION', 'ENVIRONMENT', 'POPULATION'],
    {
      read: ['organization', 'environment', 'population', 'user', 'group'],
      write: ['population', 'user', 'group'],
    },
  ),
  role(
    '1813bc13-8d13-4e88-a825-000000000004',
    'Client Application Developer',
    ['ORGANIZATION', 'ENVIRONMENT'],
    {
      read: ['organization', 'environment', 'application', 'resource', 'signOnPolicy', 'role'],
      write: ['application', 'resource'],
    },
  ),
  role(
    '1813bc13-8d13-4e88-a825-000000000005',
    'Identity Data Read Only',
    ['ORGANIZATION', 'ENVIRONMENT', 'POPULATION'],
    {
      read: ['environment', 'population', 'user', 'group'],
    },
  ),
  role('1813bc13-8d13-4e88-a825-000000000006', 'Configuration Read Only', ['ORGANIZATION', 'ENVIRONMENT'], {
    read: configuration(),
  }),
  role('1813bc13-8d13-4e88-a825-000000000007', 'Application Owner', ['ENVIRONMENT'], {
    read: ['environment', 'application'],
    write: ['application'],
  }),
];

/** A role by its id. */
export const roleById: ReadonlyMap<string, Role> = new Map(roles.map((entry) => [entry.id, entry]));

/** A role by its name, as seeds and people write it. */
export const roleByName: ReadonlyMap<string, Role> = new Map(roles.map((entry) => [entry.name, entry]));

function configuration(): readonly Family[] {
  return [
    'organization',
    'license',
    'environment',
    'population',
    'resource',
    'signOnPolicy',
    'application',
    'apiServer',
    'gateway',
    'role',
  ];
}

function role(
  id: string,
  name: string,
  applicableTo: readonly ScopeType[],
  grants: {
    readonly read: readonly Family[];
    readonly write?: readonly Family[];
    readonly also?: readonly Permission[];
  },
): Role {
  const permissions = new Set<Permission>(grants.also);
  for (const family of grants.read) permissions.add(`${family}:read`);
  for (const family of grants.write ?? []) permissions.add(`${family}:write`);
  return { id, name, applicableTo, permissions };
}
