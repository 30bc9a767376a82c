import type { Defect } from '../defect.ts';
import { accessControl } from './accessControl.ts';
import { acrs } from './acrs.ts';
import { authenticationRule } from './authenticationRule.ts';
import { collection } from './collection.ts';
import { exactPatterns } from './exactPatterns.ts';
import { expansion } from './expansion.ts';
import { groupRule } from './groupRule.ts';
import { methods } from './methods.ts';
import { methodTokens } from './methodTokens.ts';
import { name } from './name.ts';
import { namedParameters } from './namedParameters.ts';
import { operation } from './operation.ts';
import { parameterPatterns } from './parameterPatterns.ts';
import { pathMembers } from './pathMembers.ts';
import { paths } from './paths.ts';
import { patterns } from './patterns.ts';
import { permissionRule } from './permissionRule.ts';
import { scopeRule } from './scopeRule.ts';

/** What a server can do wrong with operations of API services. */
export const apiServerOperationsDefects: readonly Defect[] = [
  ...operation,
  ...collection,
  ...name,
  ...methods,
  ...methodTokens,
  ...paths,
  ...pathMembers,
  ...patterns,
  ...exactPatterns,
  ...parameterPatterns,
  ...namedParameters,
  ...accessControl,
  ...groupRule,
  ...permissionRule,
  ...scopeRule,
  ...authenticationRule,
  ...acrs,
  ...expansion,
];
