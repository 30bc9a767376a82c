import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ScopeType } from './access/roles.ts';
import type { License } from './collections/licenses.ts';
import type { Organization } from './collections/organizations.ts';
import { isObject } from './json/json.ts';
import { JsonFault, parseJson } from './json/parseJson.ts';
import type { PolicyDocument } from './policy/document.ts';
import { judgeSeed } from './seedModel.ts';
import type { DeploymentSettings } from './store/deploymentSettings.ts';

/** What an emulator knows when it starts. */
export type EmulatorSeed = {
  readonly organizations: readonly SeedOrganization[];
  readonly environments: readonly SeedEnvironment[];
  readonly workers: readonly SeedWorker[];
  /** how deployments of API services go, where it is not the standard */
  readonly deployment?: Partial<DeploymentSettings>;
  /** policies that environments evaluate decision requests by */
  readonly policyDocuments?: readonly PolicyDocument[];
};

/** An organization with its licences. */
export type SeedOrganization = Organization & {
  readonly id: string;
  readonly licenses: readonly SeedLicense[];
};

/** A licence of an organization. */
export type SeedLicense = License & { readonly id: string };

/** An environment; `defaultPopulation` names the population it starts with, `policyDocument` its policies, if any. */
export type SeedEnvironment = {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly type: 'PRODUCTION' | 'SANDBOX';
  readonly region: string;
  readonly organizationId: string;
  readonly licenseId: string;
  readonly defaultPopulation?: string;
  readonly policyDocument?: string;
};

/** An application of type WORKER that can request tokens. */
export type SeedWorker = {
  readonly name: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly environmentId: string;
  readonly tokenEndpointAuthMethod: 'CLIENT_SECRET_BASIC' | 'CLIENT_SECRET_POST';
  /** roles by name, such as Environment Admin */
  readonly roles: readonly SeedRole[];
};

/** A role of a worker for an organization, environment or population. */
export type SeedRole = {
  readonly role: string;
  readonly scope: { readonly type: ScopeType; readonly id: string };
};

/** A seed that cannot be used; the message names the member at fault and what to do. */
export class SeedError extends Error {}

/**
 * Judges a seed that was read from somewhere.
 * @throws SeedError naming the first member that is missing, malformed or refers to nothing
 */
export function checkSeed(value: unknown): EmulatorSeed {
  const plain = JSON.stringify(value);
  return parseSeed(plain ?? 'null');
}

/**
 * Reads a seed from a JSON file.
 * @throws SeedError when the file cannot be read or its content is no seed
 */
export function readSeedFile(file: string): EmulatorSeed {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new SeedError(
      `The seed file ${file} cannot be read (${(error as Error).message}); name a readable file.`,
    );
  }
  return parseSeed(text);
}

/** The seed that is used when none is given. */
export const defaultSeed: EmulatorSeed = readSeedFile(
  fileURLToPath(new URL('seed.default.json', import.meta.url)),
);

function parseSeed(text: string): EmulatorSeed {
  try {
    const value = parseJson(text);
    if (!isObject(value))
      throw new SeedError('The seed is not a JSON object; see emulator/seed.default.json.');
    const fault = judgeSeed(value);
    if (fault !== undefined)
      throw new SeedError(
        `The seed's ${fault.target} is not usable: ${fault.message} See emulator/seed.default.json.`,
      );
    return value as unknown as EmulatorSeed;
  } catch (error) {
    if (error instanceof JsonFault) throw new SeedError(`The seed is not JSON: ${error.message}`);
    throw error;
  }
}
