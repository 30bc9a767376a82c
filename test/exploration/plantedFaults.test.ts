import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, describe, expect, test } from 'vitest';
import { apiServers } from '../../emulator/collections/apiServers.ts';
import { applicationRoles } from '../../emulator/collections/applicationRoles.ts';
import type { Fault } from '../../emulator/defects/defect.ts';
import { keepsChildren } from '../../emulator/defects/faults/storage.ts';
import { placesOf } from '../../emulator/defects/where.ts';
import { curlOf } from '../../fixtures/curl.ts';
import { at, type Exchange } from '../../fixtures/exchange.ts';
import { explore } from '../../fixtures/exploration/explore.ts';
import type { Step } from '../../fixtures/exploration/step.ts';
import { Mismatch } from '../../fixtures/mismatch.ts';
import { explorations } from '../../specs/rules/exploration/all.ts';
import { type Playground, startPlayground } from './playground.ts';

const MOST_STEPS = 6;
const extent = { sequences: 50, judged: 51, minLength: 0, maxLength: 40 };

/** Lists no member any more that was once replaced. */
const forgetsReplaced: Fault = (parts) => {
  const { replace, list } = placesOf(apiServers);
  const replaced = new Set<unknown>();
  parts.reply(replace, ({ status, body }) => {
    if (status === 200) replaced.add(at(body, 'id'));
  });
  parts.reply(list, ({ body }) => {
    const embedded = at(body, '_embedded') as Record<string, unknown[]> | undefined;
    for (const [name, members] of Object.entries(embedded ?? {}))
      if (embedded !== undefined)
        embedded[name] = members.filter((member) => !replaced.has(at(member, 'id')));
  });
};

const faults = [
  {
    fault: 'a delete that keeps a child',
    plant: keepsChildren(applicationRoles),
    subject: 'application roles',
    /** Users still have the role that is gone. */
    shows: (output: string) => JSON.parse(output)._embedded.roles.length > 0,
  },
  {
    fault: 'a list that forgets after an update',
    plant: forgetsReplaced,
    subject: 'API services',
    shows: (output: string) => JSON.parse(output)._embedded.apiServers.length === 0,
  },
];

let playground: Playground;
afterEach(() => playground.close());

describe.each(faults)('a server with $fault', ({ plant, subject: name, shows }) => {
  test('is found out, in a sequence of few steps that can be replayed and pasted', async () => {
    playground = await startPlayground(plant);
    const found = explorations.find(({ subject }) => subject.name === name);
    if (found === undefined) throw new Error(`nothing explores ${name}`);
    const { subject, claims } = found;
    const scope = playground.scope({ seed: 3 });
    const error = await failure(explore(scope, subject, claims, extent));
    const steps = JSON.parse(error.counterexample ?? '[]') as readonly Step[];
    expect(steps.length, error.message).toBeLessThanOrEqual(MOST_STEPS);

    const { target } = scope;
    const script = curlOf(target, playground.session.traffic.exchanges, error.exchange as Exchange);
    await scope.ledger.cleanUp(playground.session.api);
    const { stdout } = await promisify(execFile)('bash', ['-c', script], {
      env: {
        ...process.env,
        PINGONE_API_URL: target.apiUrl,
        PINGONE_AUTH_URL: target.authUrl,
        PINGONE_TOKEN: scope.token,
      },
    });
    expect(shows(stdout), `${script}\n${stdout}`).toBe(true);

    const again = playground.scope({ seed: 3, ...(error.path === undefined ? {} : { path: error.path }) });
    const replayed = await failure(explore(again, subject, claims, extent));
    expect(replayed.counterexample).toBe(error.counterexample);
    await again.ledger.cleanUp(playground.session.api);
  });
});

async function failure(exploration: Promise<unknown>): Promise<Mismatch> {
  const error = await exploration.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Mismatch)) throw error ?? new Error('nothing was found');
  return error;
}
