import type { Fault } from '../../defects/defect.ts';
import { refusedOtherwise } from '../../defects/faults/refusals.ts';
import { askedOf } from '../../defects/reply.ts';
import { insufficientPermissions, notFound } from '../../http/errors.ts';

/** How long dependent data lags behind, in milliseconds. */
export const lagMs = 150;

const parents = [
  '/environments',
  '/environments/:environmentId/applications',
  '/environments/:environmentId/resources',
];
const dependents = [
  'GET /environments/:environmentId/signOnPolicies',
  'GET /environments/:environmentId/applications/:applicationId/secret',
  'GET /environments/:environmentId/resources/:resourceId/scopes',
];

/** Finds for a moment nothing of what a new environment, application or resource comes with. */
export function opensLate(): Fault {
  return (parts) => {
    const opensAt = new Map<string, number>();
    parts.reply(
      parents.map((path) => `POST ${path}`),
      ({ status, body }) => {
        const { id } = (body ?? {}) as { id?: unknown };
        if (status === 201) opensAt.set(String(id), Date.now() + lagMs);
      },
    );
    parts.wrap(dependents, (handler) => async (request) => {
      const answer = await handler(request);
      const parent = askedOf(request).path.replace(/\/$/, '').split('/').at(-2) ?? '';
      if (Date.now() < (opensAt.get(parent) ?? 0)) throw notFound();
      return answer;
    });
  };
}

/** Answers 403 for a moment to reads below an environment, an application or a resource that was deleted. */
export function closesLate(): Fault {
  return (parts) => {
    const closedAt = new Map<string, number>();
    parts.reply(
      parents.map((path) => `DELETE ${path}/:id`),
      ({ status }, { path }) => {
        if (status === 204) closedAt.set(path.replace(/\/$/, '').split('/').at(-1) ?? '', Date.now() + lagMs);
      },
    );
    refusedOtherwise('GET /environments/:environmentId/*', ({ status }, { path }) => {
      const above = path.replace(/\/$/, '').split('/').slice(0, -1);
      const isLate = above.some((id) => Date.now() < (closedAt.get(id) ?? 0));
      return status === 404 && isLate ? insufficientPermissions() : undefined;
    })(parts);
  };
}
