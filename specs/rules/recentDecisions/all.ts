import { access } from './access.ts';
import { evaluation } from './evaluation.ts';
import { history } from './history.ts';
import { items } from './items.ts';
import { links } from './links.ts';
import { pages } from './pages.ts';
import { switching } from './switching.ts';

/** What holds for the recent decisions of an endpoint. */
export const rules = [...switching, ...history, ...items, ...evaluation, ...links, ...pages, ...access];
