import type { Defect } from '../defect.ts';
import { authentication } from './authentication.ts';
import { authorization } from './authorization.ts';
import { bodies } from './bodies.ts';
import { collections } from './collections.ts';
import { creation } from './creation.ts';
import { deletion } from './deletion.ts';
import { errorDetails } from './errorDetails.ts';
import { errors } from './errors.ts';
import { filterRefusals } from './filterRefusals.ts';
import { filters } from './filters.ts';
import { headers } from './headers.ts';
import { identity } from './identity.ts';
import { immutability } from './immutability.ts';
import { links } from './links.ts';
import { methods } from './methods.ts';
import { notFound } from './notFound.ts';
import { pageLinks } from './pageLinks.ts';
import { paging } from './paging.ts';
import { requests } from './requests.ts';
import { requestTypes } from './requestTypes.ts';
import { responses } from './responses.ts';
import { uniqueness } from './uniqueness.ts';
import { updating } from './updating.ts';

/** What a server can do wrong with what holds for every resource. */
export const platformDefects: readonly Defect[] = [
  ...creation,
  ...updating,
  ...deletion,
  ...methods,
  ...authentication,
  ...authorization,
  ...notFound,
  ...requests,
  ...requestTypes,
  ...bodies,
  ...responses,
  ...headers,
  ...errors,
  ...errorDetails,
  ...uniqueness,
  ...links,
  ...identity,
  ...immutability,
  ...collections,
  ...paging,
  ...pageLinks,
  ...filters,
  ...filterRefusals,
];
