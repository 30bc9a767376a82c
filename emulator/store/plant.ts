import { roleByName } from '../access/roles.ts';
import { type Application, applications, renewSecret } from '../collections/applications.ts';
import { versions } from '../collections/authorizationVersions.ts';
import { defaultBillOfMaterials } from '../collections/billOfMaterials.ts';
import { assign, furnish, put } from '../collections/environmentContents.ts';
import { type Environment, environments } from '../collections/environments.ts';
import { populations } from '../collections/populations.ts';
import { plantRoles } from '../collections/roles.ts';
import { store } from '../engine/write.ts';
import { versionsOf } from '../policy/version.ts';
import type { EmulatorSeed, SeedEnvironment, SeedOrganization, SeedWorker } from '../seed.ts';
import { platform, World } from './world.ts';

/** A world that holds what a seed says. */
export function plant(seed: EmulatorSeed): World {
  const world = new World(seed.deployment);
  plantRoles(world);
  for (const organization of seed.organizations) plantOrganization(world, organization);
  for (const environment of seed.environments) plantEnvironment(world, environment);
  plantPolicies(world, seed);
  for (const worker of seed.workers) plantWorker(world, worker);
  return world;
}

function plantOrganization(world: World, { id, licenses, ...organization }: SeedOrganization): void {
  world.shelf(platform, 'organizations').put(world.entry(id, '', organization));
  const shelf = world.shelf(id, 'licenses');
  for (const { id: licenseId, ...license } of licenses) shelf.put(world.entry(licenseId, '', license));
}

function plantEnvironment(world: World, seed: SeedEnvironment): void {
  const { id, organizationId, licenseId, defaultPopulation, policyDocument: _, ...members } = seed;
  const value: Environment = {
    ...members,
    license: { id: licenseId },
    status: 'ACTIVE',
    billOfMaterials: defaultBillOfMaterials(),
  };
  const place = { world, base: '', ownerId: organizationId, parentId: '', url: '' };
  store(environments, world.entry(id, '', value), place);
  world.organizationOf.set(id, organizationId);
  furnish(world, id);
  if (defaultPopulation !== undefined)
    put(world, id, populations, { name: defaultPopulation, default: true });
}

function plantPolicies(world: World, { policyDocuments = [], environments: seeds }: EmulatorSeed): void {
  for (const document of policyDocuments) {
    const found = versionsOf(document);
    for (const { id: environmentId, policyDocument } of seeds) {
      if (policyDocument !== document.name) continue;
      for (const version of found) versions(world, environmentId).put(world.entry(version.id, '', version));
    }
  }
}

function plantWorker(
  world: World,
  { clientId, clientSecret, environmentId, name, ...worker }: SeedWorker,
): void {
  const value: Application = {
    name,
    enabled: true,
    type: 'WORKER',
    protocol: 'OPENID_CONNECT',
    grantTypes: ['CLIENT_CREDENTIALS'],
    tokenEndpointAuthMethod: worker.tokenEndpointAuthMethod,
  };
  const place = { world, base: '', ownerId: environmentId, parentId: '', url: '' };
  renewSecret(world, environmentId, clientId, clientSecret);
  store(applications, world.entry(clientId, '', value), place);
  for (const { role, scope } of worker.roles)
    assign(world, environmentId, clientId, { role: { id: roleByName.get(role)?.id ?? '' }, scope });
}
