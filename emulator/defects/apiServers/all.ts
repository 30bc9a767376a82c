import type { Defect } from '../defect.ts';
import { audiences } from './audience.ts';
import { authorizationServer } from './authorizationServer.ts';
import { baseUrls } from './baseUrls.ts';
import { collection } from './collection.ts';
import { directory } from './directory.ts';
import { externalServer } from './externalServer.ts';
import { filters } from './filters.ts';
import { lifecycle } from './lifecycle.ts';
import { links } from './links.ts';
import { names } from './names.ts';
import { pairs } from './pairs.ts';
import { policies } from './policies.ts';
import { resources } from './resource.ts';
import { urlForms } from './urlForms.ts';
import { urlHosts } from './urlHosts.ts';

/** What a server can do wrong with API services. */
export const apiServersDefects: readonly Defect[] = [
  ...lifecycle,
  ...names,
  ...policies,
  ...authorizationServer,
  ...pairs,
  ...resources,
  ...externalServer,
  ...audiences,
  ...directory,
  ...baseUrls,
  ...urlForms,
  ...urlHosts,
  ...collection,
  ...filters,
  ...links,
];
