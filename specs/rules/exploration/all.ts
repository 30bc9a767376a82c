import type { Claim, Subject } from '../../../fixtures/exploration/subject.ts';
import { applicationRoleClaims } from './applicationRoleClaims.ts';
import { roles } from './applicationRoles.ts';
import { claimCases } from './claimCases.ts';
import { externalServerClaims } from './externalServerClaims.ts';
import { externalServers } from './externalServers.ts';
import { serviceClaims } from './serviceClaims.ts';
import { services } from './services.ts';

/** What is explored, with what is judged on it. */
export const explorations: readonly { readonly subject: Subject; readonly claims: readonly Claim[] }[] = [
  { subject: services, claims: serviceClaims },
  { subject: roles, claims: applicationRoleClaims },
  { subject: externalServers, claims: externalServerClaims },
];

/** The cases of all subjects, in the order of the report. */
export const rules = explorations.flatMap(({ subject, claims }) => claimCases(subject, claims));
