import { roleByName } from './access/roles.ts';
import type { Detail } from './http/errors.ts';
import type { JsonObject } from './json/json.ts';
import { policyDocumentModel } from './policy/documentModel.ts';
import { judgePolicies } from './policy/documentReferences.ts';
import type { EmulatorSeed } from './seed.ts';
import { flag, freeText, identifier, integer, list, option, text } from './validation/checks.ts';
import { type Faults, invalid } from './validation/faults.ts';
import { mandatory, object, optional } from './validation/model.ts';

/** What is wrong with a seed first, if anything: a member's form, or a reference to something it does not have. */
export function judgeSeed(value: JsonObject): Detail | undefined {
  const faults: Faults = [];
  seedModel(value, '', faults);
  if (faults.length === 0) judgeReferences(value as unknown as EmulatorSeed, faults);
  return faults[0];
}

const authorize = object({
  allowApiAccessManagement: mandatory(flag),
  allowDynamicAuthorization: mandatory(flag),
  allowApplicationPermissions: mandatory(flag),
});

const license = object({
  id: mandatory(identifier),
  name: mandatory(text()),
  package: mandatory(text()),
  status: mandatory(option('ACTIVE', 'EXPIRED', 'FUTURE', 'TERMINATED')),
  beginsAt: mandatory(text()),
  expiresAt: optional(text()),
  terminatesAt: optional(text()),
  environments: mandatory(
    object({
      max: mandatory(integer(0)),
      allowProduction: mandatory(flag),
      regions: mandatory(list(text())),
    }),
  ),
  authorize: mandatory(authorize),
});

const organization = object({
  id: mandatory(identifier),
  name: mandatory(text()),
  description: optional(freeText),
  type: mandatory(option('PAID', 'TRIAL', 'INTERNAL')),
  billingConnections: optional(list(object({ id: mandatory(text()) }), { mayBeEmpty: true })),
  licenses: mandatory(list(license)),
});

const environment = object({
  id: mandatory(identifier),
  name: mandatory(text()),
  description: optional(freeText),
  type: mandatory(option('PRODUCTION', 'SANDBOX')),
  region: mandatory(option('NA', 'CA', 'EU', 'AU', 'SG', 'AP')),
  organizationId: mandatory(identifier),
  licenseId: mandatory(identifier),
  defaultPopulation: optional(text()),
  policyDocument: optional(text()),
});

const worker = object({
  name: mandatory(text()),
  clientId: mandatory(identifier),
  clientSecret: mandatory(text()),
  environmentId: mandatory(identifier),
  tokenEndpointAuthMethod: mandatory(option('CLIENT_SECRET_BASIC', 'CLIENT_SECRET_POST')),
  roles: mandatory(
    list(
      object({
        role: mandatory(option(...roleByName.keys())),
        scope: mandatory(
          object({
            type: mandatory(option('ORGANIZATION', 'ENVIRONMENT', 'POPULATION')),
            id: mandatory(identifier),
          }),
        ),
      }),
      { mayBeEmpty: true },
    ),
  ),
});

const deployment = object({
  durationMs: optional(integer(0)),
  failingNames: optional(list(text(), { mayBeEmpty: true })),
});

const seedModel = object({
  organizations: mandatory(list(organization)),
  environments: mandatory(list(environment)),
  workers: mandatory(list(worker)),
  deployment: optional(deployment),
  policyDocuments: optional(list(policyDocumentModel, { mayBeEmpty: true })),
});

function judgeReferences(seed: EmulatorSeed, faults: Faults): void {
  const organizations = new Map(seed.organizations.map((one) => [one.id, one]));
  for (const [index, { organizationId, licenseId }] of seed.environments.entries()) {
    const owner = organizations.get(organizationId);
    if (owner === undefined) faults.push(missing(`environments[${index}].organizationId`, 'organization'));
    else if (!owner.licenses.some(({ id }) => id === licenseId))
      faults.push(missing(`environments[${index}].licenseId`, 'licence of the organization'));
  }
  for (const [index, document] of (seed.policyDocuments ?? []).entries())
    judgePolicies(document, `policyDocuments[${index}]`, faults);
  const documents = new Set(seed.policyDocuments?.map(({ name }) => name));
  for (const [index, { policyDocument }] of seed.environments.entries())
    if (policyDocument !== undefined && !documents.has(policyDocument))
      faults.push(missing(`environments[${index}].policyDocument`, 'policy document'));
  const environments = new Set(seed.environments.map(({ id }) => id));
  for (const [index, { environmentId }] of seed.workers.entries())
    if (!environments.has(environmentId))
      faults.push(missing(`workers[${index}].environmentId`, 'environment'));
}

function missing(target: string, what: string): Detail {
  return invalid(target, `The seed has no such ${what}.`);
}
