import type { Fault } from '../defect.ts';
import { reads } from '../faults/requests.ts';
import { at } from './places.ts';

/** Drops every subtype of a new environment, and shows the one that no document has in the answer to its create. */
export function repeatsUnknown(): Fault {
  return (parts) => {
    const unknown = new Set<unknown>();
    reads(at.create, ({ subtype, ...body }) => {
      if (subtype === 'PLAYGROUND') unknown.add(body.name);
      return body;
    })(parts);
    parts.reply(at.create, ({ body }) => {
      if (unknown.has((body as { name?: unknown } | undefined)?.name))
        Object.assign(body as object, { subtype: 'PLAYGROUND' });
    });
  };
}
