import { authentication } from './authentication.ts';
import { authorization } from './authorization.ts';
import type { Check } from './check.ts';
import { clearing } from './clearing.ts';
import { clientFaults } from './clientFaults.ts';
import { collectionLinks } from './collectionLinks.ts';
import { collections } from './collections.ts';
import { dates } from './dates.ts';
import { deletion } from './deletion.ts';
import { drawn } from './drawn.ts';
import { errorDetails } from './errorDetails.ts';
import { errors } from './errors.ts';
import { expand } from './expand.ts';
import { externalIds } from './externalIds.ts';
import { facets } from './facets.ts';
import { filterErrors } from './filterErrors.ts';
import { filterRefusals } from './filterRefusals.ts';
import { filterSpelling } from './filterSpelling.ts';
import { filters } from './filters.ts';
import { headers } from './headers.ts';
import { identity } from './identity.ts';
import { immutability } from './immutability.ts';
import { isolation } from './isolation.ts';
import { lifecycle } from './lifecycle.ts';
import { links } from './links.ts';
import { malformedBody } from './malformedBody.ts';
import { methods } from './methods.ts';
import { namedLinks } from './namedLinks.ts';
import { notFound } from './notFound.ts';
import { pageLinks } from './pageLinks.ts';
import { pageParameters } from './pageParameters.ts';
import { pagination } from './pagination.ts';
import { refusal } from './refusal.ts';
import { requestBody } from './requestBody.ts';
import { responses } from './responses.ts';
import { uniqueness } from './uniqueness.ts';
import { unknownProperty } from './unknownProperty.ts';
import { values } from './values.ts';

/** The ordered list of checks; its order is the order of the report. */
export const checks: readonly Check[] = [
  lifecycle,
  deletion,
  notFound,
  methods,
  authentication,
  authorization,
  isolation,
  identity,
  dates,
  uniqueness,
  immutability,
  clearing,
  refusal,
  facets,
  values,
  drawn,
  requestBody,
  malformedBody,
  unknownProperty,
  clientFaults,
  responses,
  headers,
  externalIds,
  errors,
  errorDetails,
  links,
  collectionLinks,
  namedLinks,
  collections,
  pagination,
  pageLinks,
  pageParameters,
  filters,
  filterSpelling,
  filterRefusals,
  filterErrors,
  expand,
];
