import type { Case } from '../../../fixtures/case.ts';
import { domains } from './domains.ts';
import { services } from './services.ts';
import { variables } from './variables.ts';

/** How a target is addressed, in the order of the report. */
export const rules: readonly Case[] = [...domains, ...services, ...variables];
