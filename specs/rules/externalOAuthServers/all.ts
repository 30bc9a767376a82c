import type { Case } from '../../../fixtures/case.ts';
import { list } from './list.ts';
import { quota } from './quota.ts';
import { server } from './server.ts';
import { unsettled } from './unsettled.ts';
import { use } from './use.ts';
import { validation } from './validation.ts';

/** Every rule that external OAuth servers have beyond the checks, in the order of the report. */
export const rules: readonly Case[] = [...server, ...validation, ...unsettled, ...list, ...use, ...quota];
