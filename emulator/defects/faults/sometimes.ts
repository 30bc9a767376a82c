import { ApiError, type Detail } from '../../http/errors.ts';
import type { Fault } from '../defect.ts';
import type { Asked } from '../reply.ts';
import type { Where } from '../where.ts';

/** Refuses some requests before it looks at anything else in them. */
export function refusesWhen(
  where: Where,
  when: (asked: Asked) => boolean,
  status: number,
  code: string,
  details: readonly Detail[] = [],
): Fault {
  return (parts) =>
    parts.request(where, (_request, asked) => {
      if (when(asked)) throw new ApiError(status, code, 'The request could not be completed.', details);
    });
}

/** Answers some of the requests that succeed in another way than the others. */
export function answersWhen(
  where: Where,
  when: (body: Readonly<Record<string, unknown>>, asked: Asked) => boolean,
  status: number,
  json?: unknown,
): Fault {
  return (parts) =>
    parts.reply(where, (reply, asked) => {
      if (reply.status >= 300 || !when(reply.body as Readonly<Record<string, unknown>>, asked)) return;
      Object.assign(reply, { status, body: json, text: json === undefined ? '' : undefined });
    });
}
