import type { Case } from '../../../fixtures/case.ts';
import { collection } from './collection.ts';
import { lonely } from './lonely.ts';
import { token } from './token.ts';

/** Every rule of gateway credentials, in the order of the report. */
export const rules: readonly Case[] = [...collection, ...token, ...lonely];
