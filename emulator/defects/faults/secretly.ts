import type { Fault } from '../defect.ts';
import type { Where } from '../where.ts';
import { someToken } from './access.ts';

/** Refuses who may not, and does what was asked all the same. */
export function secretly(where: Where): Fault {
  return (parts) =>
    parts.refused(where, async ({ status }, _asked, request, handler) => {
      if (![401, 403].includes(status)) return undefined;
      const { headers } = request.raw;
      const { authorization } = headers;
      headers.authorization = await someToken(parts);
      // whatever comes of it, the sender is told what was to be told
      await Promise.resolve(handler(request)).catch(() => {});
      headers.authorization = authorization;
      return undefined;
    });
}
