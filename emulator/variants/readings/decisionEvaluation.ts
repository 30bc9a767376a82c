import { authorizationVersions } from '../../collections/authorizationVersions.ts';
import type { Fault } from '../../defects/defect.ts';
import { decides } from '../../defects/faults/decisions.ts';
import { evaluation } from '../../defects/faults/history.ts';
import { withIn } from '../../defects/faults/nested.ts';
import { reads } from '../../defects/faults/requests.ts';
import type { Statement } from '../../policy/document.ts';
import type { PolicyVersion } from '../../policy/version.ts';
import type { OtherReadings } from '../variant.ts';

type Body = Record<string, unknown>;

/** What the documents say of the evaluation of requests in two ways. */
export const decisionEvaluation: OtherReadings = {
  'decision-user-context-environment': [
    ['does not look at the environment of a user, whatever it is', reads(evaluation, withoutEnvironments)],
  ],
  'decision-id': [
    [
      'answers decisions without ids',
      decides((answer) => {
        delete answer.id;
      }),
    ],
  ],
  'decision-statement-code': [
    ['has a UUID as the code of each statement', codes(({ id }) => id)],
    ['has ANSWER as the code of each statement', codes(() => 'ANSWER')],
  ],
};

function withoutEnvironments(body: Body): Body {
  const environment = 'userContext.environment';
  const { decisionRequests, ...single } = withIn(body, environment, undefined);
  if (!Array.isArray(decisionRequests)) return withIn(body, environment, undefined);
  return { ...single, decisionRequests: decisionRequests.map((one) => withIn(one, environment, undefined)) };
}

/** Gives the statements of all policies other codes. */
function codes(as: (statement: Statement) => string): Fault {
  return ({ gatekeeper: { world } }) => {
    for (const environmentId of world.organizationOf.keys()) {
      const shelf = world.shelf<PolicyVersion>(environmentId, authorizationVersions.kind);
      for (const entry of [...shelf.all()]) {
        const statements = [...entry.value.statements].map(
          ([id, one]) => [id, { ...one, code: as(one) }] as const,
        );
        shelf.put({ ...entry, value: { ...entry.value, statements: new Map(statements) } });
      }
    }
  };
}
