import type { Defect } from '../defect.ts';
import { clockSkew } from './clockSkew.ts';
import { filters } from './filters.ts';
import { issuers } from './issuers.ts';
import { jwksUrl } from './jwksUrl.ts';
import { keySets } from './keySets.ts';
import { keys } from './keys.ts';
import { keysOfSets } from './keysOfSets.ts';
import { lifecycle } from './lifecycle.ts';
import { links } from './links.ts';
import { list } from './list.ts';
import { names } from './names.ts';
import { validation } from './validation.ts';

/** What a server can do wrong with external OAuth servers. */
export const externalOAuthServersDefects: readonly Defect[] = [
  ...lifecycle,
  ...names,
  ...issuers,
  ...validation,
  ...keys,
  ...jwksUrl,
  ...keySets,
  ...keysOfSets,
  ...clockSkew,
  ...list,
  ...filters,
  ...links,
];
