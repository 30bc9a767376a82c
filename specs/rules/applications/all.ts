import type { Case } from '../../../fixtures/case.ts';
import { application } from './application.ts';
import { links } from './links.ts';
import { secret } from './secret.ts';

/** Every rule that applications have beyond the checks, in the order of the report. */
export const rules: readonly Case[] = [...application, ...secret, ...links];
