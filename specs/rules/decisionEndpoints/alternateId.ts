import { sendEitherWay } from '../../../checks/traces.ts';
import { openWrite, prepareWrite, writes } from '../../../checks/writes.ts';
import { assert, assertMember, assertRefused } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import { decisionEndpoints } from '../../../resources/decisionEndpoints.ts';
import { createWith, listEndpoints } from './endpoint.ts';

const clean = { arrange: decisionEndpoints.arrange, body: decisionEndpoints.body };

/** The second identifier of an endpoint (Policy decision service data model, alternateId). */
export const alternateId: readonly Case[] = [
  ...writes.map(
    (write): Case => ({
      title: `a ${write} with a text that is no UUID for alternateId keeps it or is refused for it`,
      requirements: ['decision-endpoints-alternate-id-format'],
      run: async ({ scope }) => {
        const prepared = await openWrite(scope, decisionEndpoints, write, clean);
        // Ten digits, as in the sample; digits of this run, because two endpoints may not share them.
        const text = String(Number.parseInt(scope.unknownId().slice(0, 8), 16)).padStart(10, '1');
        const body = { ...prepared.clean(), alternateId: text };
        const way = await sendEitherWay(prepared, body, {
          accepted: (answer) => assertMember(answer, 'alternateId', text),
          refused: (answer) => assertRefused(answer, { target: 'alternateId' }),
        });
        scope.observe('reading', `a ${write} with an alternateId that is no UUID`, way);
      },
    }),
  ),
  ...writes.map(
    (write): Case => ({
      title: `a ${write} with the alternateId of another endpoint is refused as a duplicate`,
      requirements: ['decision-endpoints-alternate-id-unique'],
      run: async ({ scope }) => {
        const taken = scope.unknownId();
        const { id } = await createWith(scope, { alternateId: taken });
        const prepared = await prepareWrite(scope, decisionEndpoints, write, {
          ...clean,
          body: (...arranged) => ({ ...clean.body(...arranged), alternateId: scope.unknownId() }),
        });
        const answer = await prepared.send({ ...prepared.clean(), alternateId: taken });
        assertRefused(answer, { target: 'alternateId', codes: ['UNIQUENESS_VIOLATION'] });
        const holders = (await listEndpoints(scope)).filter((member) => member.alternateId === taken);
        if (holders.length === 0) throw new Blocked('the collection does not show alternate identifiers');
        assert(holders.length === 1 && holders[0]?.id === id, 'two endpoints have one alternateId', {
          expected: `${taken} in endpoint ${id} only`,
          received: holders,
        });
      },
    }),
  ),
];
