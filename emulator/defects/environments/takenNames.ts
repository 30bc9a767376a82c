import { environments } from '../../collections/environments.ts';
import { ApiError } from '../../http/errors.ts';
import type { Way } from '../defect.ts';
import { refusedOtherwise } from '../faults/refusals.ts';
import type { Parts } from '../parts.ts';
import { at } from './places.ts';

/** Wrong answers to names of environments that were there before any client made one. */
export const taken: readonly Way[] = [
  [
    'refuses a name that it had from the start as a wrong value',
    (parts) => {
      const names = namesIn(parts);
      refusedOtherwise(at.create, ({ status, code, message, details }, { body }) =>
        names.has(nameIn(body))
          ? new ApiError(
              status,
              code,
              message,
              details.map((detail) => ({ ...detail, code: 'INVALID_VALUE' })),
            )
          : undefined,
      )(parts);
    },
  ],
  [
    'refuses a name that it had from the start, and makes a second environment of it',
    (parts) => {
      const names = namesIn(parts);
      const free = environments.unique?.map((rule) => ({ ...rule, key: () => undefined })) ?? [];
      parts.refused(at.create, async (_problem, { body }, request, handler) => {
        if (!names.has(nameIn(body))) return undefined;
        const { unique } = environments;
        Object.assign(environments, { unique: free });
        try {
          await handler(request);
        } finally {
          Object.assign(environments, { unique });
        }
        return undefined;
      });
    },
  ],
];

function namesIn({ seed }: Parts): ReadonlySet<unknown> {
  return new Set<unknown>(seed.environments.map(({ name }) => name));
}

function nameIn(body: unknown): unknown {
  return (body as { readonly name?: unknown } | undefined)?.name;
}
