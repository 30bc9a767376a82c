import { history } from './history.ts';
import { items } from './items.ts';
import { recording } from './recording.ts';

/** What a server can do wrong with recent decisions. */
export const recentDecisionsDefects = [...recording, ...history, ...items];
