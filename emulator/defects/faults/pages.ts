import type { Fault } from '../defect.ts';
import type { Asked } from '../reply.ts';
import type { Where } from '../where.ts';
import { body, isObject } from './answers.ts';

type Json = Record<string, unknown>;

/** Gives a page a link of another address, or, with undefined, takes it away; links that are not there stay so. */
export function pageLink(
  where: Where,
  name: string,
  to: (href: string, asked: Asked) => string | undefined = () => undefined,
): Fault {
  return body(where, (page, asked) => {
    const links = page._links;
    if (!isObject(links) || !isObject(links[name])) return;
    const href = to(String(links[name].href), asked);
    if (href === undefined) delete links[name];
    else links[name] = { href };
  });
}

/** Puts the members of pages elsewhere: what `_embedded` becomes, told the name and the members. */
export function embeds(where: Where, as: (name: string, members: readonly Json[]) => unknown): Fault {
  return body(where, (page) => {
    const [[name, members] = ['', []]] = Object.entries(isObject(page._embedded) ? page._embedded : {});
    page._embedded = as(name, members as Json[]);
  });
}

/** Answers with the members alone, without a document around them. */
export function bare(where: Where): Fault {
  return (parts) =>
    parts.reply(where, (reply) => {
      if (reply.status < 300 && isObject(reply.body) && isObject(reply.body._embedded))
        reply.body = Object.values(reply.body._embedded)[0];
    });
}

/** Has other members on its pages than it should; what is told beside them stays as it was. */
export function members(
  where: Where,
  as: (members: readonly Json[], asked: Asked, page: Json) => readonly Json[],
): Fault {
  return body(where, (page, asked) => {
    if (!isObject(page._embedded)) return;
    for (const [name, list] of Object.entries(page._embedded))
      if (Array.isArray(list)) page._embedded[name] = as(list as Json[], asked, page);
  });
}
