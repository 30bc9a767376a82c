import { type Defect, defectsOf, type Fault } from '../../emulator/defects/defect.ts';
import { claims } from '../../emulator/defects/faults/access.ts';
import { always } from '../../emulator/defects/faults/answers.ts';
import { gives } from '../../emulator/defects/faults/members.ts';
import { domains, pathTemplates, pathVariables, type RegionCode } from '../../fixtures/addresses.ts';
import { type Setting, settingList } from '../../fixtures/settings.ts';

const ENVIRONMENT = 'GET /environments/:environmentId';

/**
 * Defects of how a target is addressed. Most are planted in the suite's own resolver: its tables are data, as the
 * emulator's are.
 */
export const addressingDefects: readonly Defect[] = defectsOf({
  'regions-tld-na': [['resolves the region NA to eu', region('NA', 'eu')]],
  'regions-tld-ca': [['resolves the region CA to com', region('CA', 'com')]],
  'regions-tld-eu': [['resolves the region EU to com', region('EU', 'com')]],
  'regions-tld-au': [['resolves the region AU to au', region('AU', 'au')]],
  'regions-tld-sg': [['resolves the region SG to asia', region('SG', 'asia')]],
  'regions-tld-ap': [['resolves the region AP to ap', region('AP', 'ap')]],
  'regions-tld-default': [['takes the European domain without a choice', region('NA', 'eu')]],
  'regions-tld-changes-all-paths': [
    ['keeps the domain of authPath', template('authPath', 'https://auth.pingone.com')],
    ['keeps the domain of scimPath', template('scimPath', 'https://scim-api.pingone.com')],
  ],
  'regions-api-path': [
    ['addresses another host than api', template('apiPath', 'https://auth.pingone.{{tld}}/v1')],
    ['serves no environment below the address', always(ENVIRONMENT, 404, { id: 'x', code: 'NOT_FOUND' })],
  ],
  'regions-api-path-version-once': [
    ['serves nothing below /v1', always(ENVIRONMENT, 404, { code: 'NOT_FOUND' })],
  ],
  'regions-auth-path': [
    ['asks for tokens at the api host', template('authPath', 'https://api.pingone.{{tld}}')],
  ],
  'regions-orchestrate-path': [
    [
      'resolves orchestratePath without its version',
      template('orchestratePath', 'https://orchestrate-api.pingone.{{tld}}'),
    ],
  ],
  'regions-scim-path': [
    ['resolves scimPath with a version', template('scimPath', 'https://scim-api.pingone.{{tld}}/v1')],
  ],
  'regions-api-host-serves-management': [
    [
      'serves users on another host only',
      always('GET /environments/:environmentId/users', 404, { code: 'NOT_FOUND' }),
    ],
  ],
  'regions-environment-region-of-host': [
    ['shows the environment in another region', gives(ENVIRONMENT, 'region', 'CA')],
  ],
  'regions-token-issuer-of-region': [
    [
      'issues tokens in the name of another host',
      claims((all) => ({ ...all, iss: 'https://auth.pingone.com/x/as' })),
    ],
  ],
  'regions-environment-id-in-path': [
    [
      "serves the populations of the token's environment without naming it",
      always('GET /populations', 200, { _embedded: {} }),
    ],
  ],
  'regions-variable-admin-app-id': [
    ['takes the environment for the client', variable('client-id', 'envID')],
    ['tells another client in its tokens', claims((all) => ({ ...all, client_id: all.env }))],
  ],
  'regions-variable-admin-app-secret': [
    ['takes the client for its secret', variable('client-secret', 'adminAppID')],
  ],
  'regions-variable-admin-env-id': [['asks for tokens in envID', variable('admin-environment-id', 'envID')]],
  'regions-variable-env-id': [['runs requests in adminEnvID', variable('environment-id', 'adminEnvID')]],
  'regions-variable-org-id': [
    ['takes another variable for the organization', variable('organization-id', 'envID')],
    [
      'does not serve the organization',
      always('GET /organizations/:organizationId', 404, { code: 'NOT_FOUND' }),
    ],
  ],
  'regions-variable-tld': [
    ['has no variable in the path', template('apiPath', 'https://api.pingone.com/v1')],
  ],
  'regions-variable-api-path': [['does not look at apiPath', path('apiPath', 'regionCode')]],
  'regions-variable-auth-path': [['does not look at authPath', path('authPath', 'regionCode')]],
  'regions-variable-orchestrate-path': [
    ['takes orchestratePath for the API', path('apiPath', 'orchestratePath')],
  ],
  'regions-variable-scim-path': [
    ['takes scimPath for the authorization server', path('authPath', 'scimPath')],
  ],
  'regions-variable-unset-is-not-guessed': [
    ['takes another variable for one that is unset', variable('environment-id', 'adminEnvID')],
  ],
  'regions-https': [
    ['makes addresses without encryption', template('apiPath', 'http://api.pingone.{{tld}}/v1')],
  ],
});

function region(code: RegionCode, domain: string): Fault {
  return (parts) => parts.change(domains as Record<RegionCode, string>, { [code]: domain });
}

function template(name: keyof typeof pathTemplates, text: string): Fault {
  return (parts) => parts.change(pathTemplates, { [name]: text });
}

function path(name: keyof typeof pathVariables, from: (typeof pathVariables)['apiPath']): Fault {
  return (parts) => parts.change(pathVariables, { [name]: from });
}

function variable(flag: string, postman: string): Fault {
  return (parts) => {
    const setting = settingList.find((one) => one.flag === flag);
    if (setting !== undefined) parts.change(setting as Setting, { postman });
  };
}
