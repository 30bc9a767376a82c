import type { Collection } from '../../engine/collection.ts';
import type { Fault } from '../defect.ts';
import type { Asked } from '../reply.ts';
import type { Where } from '../where.ts';
import { shows, together, understands } from './state.ts';

/** Takes the bytes of a body for another text; undefined leaves them as they are. */
export function takesBytes(where: Where, as: (bytes: Buffer, asked: Asked) => string | undefined): Fault {
  return (parts) =>
    parts.request(where, (request, asked) => {
      const bytes = request.body instanceof Buffer ? request.body : Buffer.alloc(0);
      const text = as(bytes, asked);
      if (text !== undefined) request.body = Buffer.from(text, 'utf8');
    });
}

/** Takes the text of a body for another one where it is no JSON. */
export function mends(where: Where, as: (text: string) => string): Fault {
  return takesBytes(where, (bytes) => {
    const text = bytes.toString('utf8');
    return isJson(text) ? undefined : as(text);
  });
}

/** Takes a member from the request that only the server may set, and shows it ever after. */
export function adopts<T>(collection: Collection<T>, property: string): Fault {
  const key = `adopted ${property}`;
  return together(
    understands(collection, (read, sent) =>
      sent[property] === undefined ? read : { ...read, [key]: sent[property] },
    ),
    shows(collection, (shown, { value }) => {
      const adopted = (value as Record<string, unknown>)[key];
      return adopted === undefined ? shown : { ...shown, [property]: adopted };
    }),
  );
}

/** Whether a text can be parsed. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
