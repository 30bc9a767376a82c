import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultSeed, type EmulatorSeed, SeedError } from '../../emulator/seed.ts';
import { startEmulator } from '../../emulator/server.ts';
import { endpoint, evaluateAll } from './decisions.ts';
import { type Json, openSession, type Session } from './session.ts';

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session.emulator.close());

/** Decisions by what the manager says (down) and the auditor says (along); the last of each says nothing. */
const says = ['approve', 'reject', 'abstain', undefined];
const tables = {
  'deny-overrides': ['PDPI', 'DDDD', 'PDNI', 'IDII'],
  'permit-overrides': ['PPPP', 'PDDI', 'PDNI', 'PIII'],
  'first-applicable': ['PPPP', 'DDDD', 'PDNI', 'IIII'],
  transposed: ['PDPI', 'PDDI', 'PDNI', 'PDII'],
} as const;

const rows: readonly [string, keyof typeof tables, string][] = [
  ['Deny overrides', 'deny-overrides', '2b5675c5-deb8-467e-8918-f85f329f8c12'],
  ['Deny overrides, reversed', 'deny-overrides', 'c6261bce-52a5-4697-9f2e-a70d6c3768a7'],
  [
    'Deny overrides, with a rule that never applies',
    'deny-overrides',
    'dafe014d-d9a5-4aa4-88cc-e1465dae5cf9',
  ],
  ['Permit overrides', 'permit-overrides', '4522b995-2ecd-4ea4-8ea1-b8dca76a5249'],
  ['Permit overrides, reversed', 'permit-overrides', '4928eff3-292f-44f0-b06d-351aea89a623'],
  [
    'Permit overrides, with a rule that never applies',
    'permit-overrides',
    '2131e242-664f-4f03-9efc-29c1a796ceff',
  ],
  ['First applicable', 'first-applicable', '31df8cee-5dc7-4604-8783-619f44c7e165'],
  ['First applicable, reversed', 'transposed', '5e122567-ad3a-4d3c-b655-7c57e1b2ff48'],
  [
    'First applicable, with a rule that never applies',
    'first-applicable',
    '99fe7342-fc20-4475-b44f-62d456b77fcb',
  ],
];

describe.each(rows)('the policy %s', (_name, table, policyId) => {
  test('decides by its table in both sandboxes and is in the guide', async () => {
    const decisionRequests = says.flatMap((manager) =>
      says.map((auditor) => ({ parameters: { 'Approval.manager': manager, 'Approval.auditor': auditor } })),
    );
    for (const environmentId of [session.ids.sandbox, session.ids.second]) {
      const one = await session.make(
        `/environments/${environmentId}/decisionEndpoints`,
        endpoint({ policyId }),
      );
      const { body } = await evaluateAll(session, one, { decisionRequests });
      const letters = body.responses.map(({ decision }: Json) => decision[0]).join('');
      expect(letters).toBe(tables[table].join(''));
      for (const { decision, status } of body.responses)
        expect(status.code).toBe(decision === 'INDETERMINATE' ? 'MISSING_ATTRIBUTE' : 'OKAY');
      await session.send('DELETE', one._links.self.href);
    }
    const guide = readFileSync(new URL('../../docs/emulator-policies.md', import.meta.url), 'utf8');
    expect(guide).toContain(policyId);
  });
});

describe('a seed', () => {
  const altered = (alter: (version: Json, seed: Json) => unknown): EmulatorSeed => {
    const seed: Json = structuredClone(defaultSeed);
    alter(seed.policyDocuments[0].versions[0], seed);
    return seed;
  };
  const nobody = '3c9a1f0e-5d2b-4c67-9e1f-0a2b3c4d5e6f';
  const first = 'policyDocuments[0].versions[0]';

  test.each<[string, (version: Json, seed: Json) => unknown, string, string]>([
    [
      'with policies nobody wrote',
      (_version, seed) => Object.assign(seed.environments[1], { policyDocument: 'X' }),
      'environments[1].policyDocument',
      'no such policy document',
    ],
    [
      'with another effect',
      (version) => Object.assign(version.rules[0], { effect: 'ALLOW' }),
      `${first}.rules[0].effect`,
      'PERMIT, DENY',
    ],
    [
      'with another algorithm',
      (version) => Object.assign(version.policies[0], { algorithm: 'any' }),
      `${first}.policies[0].algorithm`,
      'deny-overrides',
    ],
    [
      'with an empty condition',
      (version) => Object.assign(version.rules[0], { condition: { not: {} } }),
      `${first}.rules[0].condition.not`,
      'attribute, and, or, not',
    ],
    [
      'with another source',
      (version) => Object.assign(version.attributes[0], { source: { from: 'sky' } }),
      `${first}.attributes[0].source.from`,
      'parameters, user, quotient',
    ],
    ['with no root', (version) => Object.assign(version, { root: nobody }), first, `The root ${nobody}`],
    [
      'with a child that is nothing',
      (version) => version.policies[0].children.push(nobody),
      first,
      'has no such rule or policy',
    ],
    [
      'with a policy inside itself',
      (version) => version.policies[1].children.push(version.policies[0].id),
      first,
      'contains itself',
    ],
    [
      'with a statement that is nothing',
      (version) => version.rules[0].statements.push(nobody),
      first,
      'has no such statement',
    ],
    [
      'with a condition on nothing',
      (version) => Object.assign(version.rules[1].condition, { attribute: 'Weather' }),
      first,
      'names no attribute: Weather',
    ],
    [
      'with a comparison of kinds',
      (version) => Object.assign(version.rules[1].condition, { value: 'much' }),
      first,
      'that is not number',
    ],
    [
      'with a list that is none',
      (version) => Object.assign(version.policies[1].condition, { operator: 'in' }),
      first,
      'that is not text',
    ],
    [
      'with texts in an order',
      (version) => Object.assign(version.policies[1].condition, { operator: 'less' }),
      first,
      'that is not text',
    ],
    [
      'with a quotient of a quotient',
      (version) => Object.assign(version.attributes.at(-1).source, { divisor: 'Payment.share' }),
      first,
      'needs Payment.share to be a number',
    ],
  ])('%s is refused', async (_what, alter, member, reason) => {
    const refusal = startEmulator({ seed: altered(alter) });
    await expect(refusal).rejects.toThrow(SeedError);
    await expect(refusal).rejects.toThrow(`seed's ${member} is not usable`);
    await expect(refusal).rejects.toThrow(reason);
  });

  test('needs no policies', async () => {
    const seed = altered((_version, whole) => {
      delete whole.policyDocuments;
      for (const environment of whole.environments) delete environment.policyDocument;
    });
    await (await startEmulator({ seed })).close();
  });
});
