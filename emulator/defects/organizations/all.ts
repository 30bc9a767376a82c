import type { Defect } from '../defect.ts';
import { filters } from './filters.ts';
import { model } from './model.ts';
import { reading } from './reading.ts';

/** What a server can do wrong with organizations. */
export const organizationsDefects: readonly Defect[] = [...reading, ...model, ...filters];
