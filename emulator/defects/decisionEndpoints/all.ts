import { formerVersions } from './formerVersions.ts';
import { lifecycle } from './lifecycle.ts';
import { linkDefects } from './links.ts';
import { listDefects } from './list.ts';
import { owned } from './owned.ts';
import { policyVersions } from './policyVersions.ts';
import { settings } from './settings.ts';
import { values } from './values.ts';
import { versionDefects } from './versions.ts';

/** What a server can do wrong with decision endpoints. */
export const decisionEndpointsDefects = [
  ...lifecycle,
  ...values,
  ...settings,
  ...versionDefects,
  ...formerVersions,
  ...owned,
  ...linkDefects,
  ...listDefects,
  ...policyVersions,
];
