import type { Fault } from '../defect.ts';
import { at } from './places.ts';

type Body = Readonly<Record<string, unknown>>;

/**
 * Refuses the create of an environment, and makes one of the same name all the same.
 * @param when the bodies that leave an environment behind
 * @param mended what is put right in them, as the environment could not be made else
 */
export function makesRefused(when: (body: Body) => boolean, mended: Body): Fault {
  return (parts) =>
    parts.refused(at.create, async (_problem, { body }, request, handler) => {
      if (typeof body !== 'object' || body === null || !when(body as Body)) return undefined;
      request.body = Buffer.from(JSON.stringify({ ...body, ...mended }));
      // whatever comes of it, the sender is told of the refusal
      await Promise.resolve(handler(request)).catch(() => {});
      return undefined;
    });
}
