import type { Fault } from '../defect.ts';
import type { Where } from '../where.ts';
import { body, isObject } from './answers.ts';
import { embeds } from './pages.ts';

/** Answers with one member, or an empty object, in the place of a collection. */
export function oneOf(where: Where): Fault {
  return (parts) =>
    parts.reply(where, (reply) => {
      if (reply.status >= 300 || !isObject(reply.body) || !isObject(reply.body._embedded)) return;
      const [members] = Object.values(reply.body._embedded) as (readonly unknown[])[];
      reply.body = members?.[0] ?? {};
    });
}

/** Leaves `_embedded` out of collections without members. */
export function nothingWhenEmpty(where: Where): Fault {
  return body(where, (page) => {
    const lists = isObject(page._embedded) ? Object.values(page._embedded) : [];
    if (lists.every((list) => Array.isArray(list) && list.length === 0)) delete page._embedded;
  });
}

/** Answers without links. */
export function withoutLinks(where: Where): Fault {
  return body(where, (json) => {
    delete json._links;
  });
}

/** Puts the members of collections under a name of its own. */
export function renamesMembers(where: Where, name = 'items'): Fault {
  return embeds(where, (_old, members) => ({ [name]: members }));
}

/** Puts the members of collections under numbers in the place of an array. */
export function numbersMembers(where: Where): Fault {
  return embeds(where, (name, members) => ({ [name]: Object.fromEntries(members.entries()) }));
}
