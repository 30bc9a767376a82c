import { sendEitherWay } from '../../../checks/traces.ts';
import { openWrite, type Write, writes } from '../../../checks/writes.ts';
import { assertMember, assertRefused, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at } from '../../../fixtures/exchange.ts';
import { without } from '../../../fixtures/mutations/path.ts';
import type { Body } from '../../../fixtures/resource.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { decisionEndpoints } from '../../../resources/decisionEndpoints.ts';
import { evaluate, letRecordingPass, recentOf } from '../recentDecisions/recording.ts';
import { assertShows } from './endpoint.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const clean = { arrange: decisionEndpoints.arrange, body: decisionEndpoints.body };

/** What a body may leave out, and what stands for it then (Policy decision service data model). */
export const optional: readonly Case[] = [
  ...writes.map(
    (write): Case => ({
      title: `a ${write} without a description is refused for it, or leaves an empty one`,
      requirements: ['decision-endpoints-description-required'],
      run: async ({ scope }) => {
        const prepared = await openWrite(scope, decisionEndpoints, write, clean);
        const way = await sendEitherWay(prepared, without(prepared.clean(), 'description'), {
          accepted: (answer) => assertMember(answer, 'description', ''),
          refused: (answer) => assertRefused(answer, { target: 'description' }),
        });
        scope.observe('reading', `a ${write} without description`, way);
      },
    }),
  ),
  ...writes.map(
    (write): Case => ({
      title: `a ${write} without recordRecentRequests is refused for it, or records nothing`,
      requirements: ['decision-endpoints-record-recent-requests-required'],
      run: async ({ scope }) => {
        const member = 'recordRecentRequests';
        const prepared = await openWrite(scope, decisionEndpoints, write, recordingBefore(write));
        let path = prepared.path;
        const way = await sendEitherWay(prepared, without(prepared.clean(), member), {
          accepted: (answer) => {
            assertMember(answer, member, false);
            path ??= `${prepared.given.collection}/${String(at(answer.json, 'id'))}`;
          },
          refused: (answer) => assertRefused(answer, { target: member }),
        });
        scope.observe('reading', `a ${write} without ${member}`, way);
        if (way === 'accepted' && path !== undefined) await assertNothingRecorded(scope, path);
      },
    }),
  ),
  ...writes.map((write) =>
    leftOut(write, 'alternateId', 'decision-endpoints-alternate-id-optional', () => true),
  ),
  leftOut('create', 'policyId', 'decision-endpoints-policy-id-optional', (policy) =>
    policy === undefined ? true : typeof policy === 'string' && UUID.test(policy),
  ),
  leftOut(
    'create',
    'id',
    'decision-endpoints-id-server-assigned',
    (id) => typeof id === 'string' && UUID.test(id),
  ),
];

/** An endpoint that is replaced records before, so that recording cannot stay on unnoticed. */
function recordingBefore(write: Write): typeof clean {
  const body = (...arranged: Parameters<typeof clean.body>): Body => ({
    ...clean.body(...arranged),
    recordRecentRequests: write === 'replace',
  });
  return { ...clean, body };
}

/** The smallest body leaves the property out; a refusal of it is a failure, not a missing prerequisite. */
function leftOut(write: Write, property: string, row: string, mayShow: (value: unknown) => boolean): Case {
  return {
    title: `a ${write} without ${property} is accepted`,
    requirements: [row],
    run: async ({ scope }) => {
      const prepared = await openWrite(scope, decisionEndpoints, write, clean);
      const answer = await prepared.send(without(prepared.clean(), property));
      assertStatus(answer, 200, 201);
      assertShows(answer, typeof at(answer.json, 'id') === 'string', 'an id');
      assertShows(answer, mayShow(at(answer.json, property)), `a ${property} as documented`);
    },
  };
}

async function assertNothingRecorded(scope: Scope, path: string): Promise<void> {
  await evaluate(scope, path);
  await letRecordingPass(scope);
  const history = await scope.api.get(recentOf(path));
  const items = at(history.json, '_embedded.recentDecisions');
  const isEmpty = items === undefined || (Array.isArray(items) && items.length === 0);
  assertShows(history, isEmpty, 'an empty history, since nobody asked for recording');
}
