import type { Fault } from '../defect.ts';
import type { Where } from '../where.ts';
import { body } from './answers.ts';

/** Answers what it did with 204 and no body. */
export function noContent(where: Where): Fault {
  return (parts) =>
    parts.reply(where, (reply) => {
      if (reply.status < 300) Object.assign(reply, { status: 204, body: undefined, text: undefined });
    });
}

/** Answers a removal with another status, and with the id of what went where `shown` says so. */
export function removesWith(where: Where, status: number, shown = false): Fault {
  return (parts) =>
    parts.reply(where, (reply, { path }) => {
      if (reply.status !== 204) return;
      const id = path.split('/').at(-1);
      Object.assign(reply, { status, body: shown ? { id } : undefined, text: shown ? undefined : '' });
    });
}

/** Answers 204 to the removal of what is not there. */
export function removesAlways(where: Where): Fault {
  return (parts) =>
    parts.reply(where, (reply) => {
      if (reply.status === 404) Object.assign(reply, { status: 204, body: undefined, text: undefined });
    });
}

/** Answers with the id alone, beside links. */
export function idAlone(where: Where): Fault {
  return body(where, (json) => {
    for (const name of Object.keys(json)) if (name !== 'id' && name !== '_links') delete json[name];
  });
}
