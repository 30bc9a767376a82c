import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type StandIn, startStandIn } from '../fixtures/standIn.ts';
import { command, conformanceOf, outDir } from './command.ts';

const ENVIRONMENT = '11111111-1111-4111-8111-111111111111';

let server: StandIn | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

function targetOf(url: string): Record<string, string> {
  return {
    PINGONE_API_URL: `${url}/v1`,
    PINGONE_AUTH_URL: url,
    PINGONE_ENVIRONMENT_ID: ENVIRONMENT,
    PINGONE_CLIENT_ID: 'worker',
    PINGONE_CLIENT_SECRET: 'a-secret-of-the-worker',
  };
}

/** One sentence, no stack trace. */
function oneSentence(text: string): string {
  const lines = text.trim().split('\n');
  expect(lines, text).toHaveLength(1);
  expect(text).not.toMatch(/^\s+at /m);
  return lines[0] ?? '';
}

test('an unknown flag ends with 2', async () => {
  const { code, err } = await command(['run', '--bogus']);
  expect(oneSentence(err)).toMatch(/unknown option '--bogus'/);
  expect(code).toBe(2);
});

test('a setting that is malformed ends with 2', async () => {
  const { code, err } = await command(['run', '--seed', 'x']);
  expect(oneSentence(err)).toMatch(/--seed is "x", expected a whole number/);
  expect(code).toBe(2);
});

test('a decisions file that does not hold what it should ends with 2', async () => {
  const file = join(outDir(), 'decisions.json');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '{"outcomes":{"ALLOW":{}}}');
  const { code, err } = await command(['run', '--decisions', file]);
  expect(oneSentence(err)).toMatch(/--decisions names .*, whose outcomes\.ALLOW is not one of PERMIT/);
  expect(code).toBe(2);
});

test('a port nobody listens on ends with 4', async () => {
  server = await startStandIn(() => ({ status: 200 }));
  const { url } = server;
  await server.close();
  const { code, err } = await command(['run', '--out', outDir()], targetOf(url));
  expect(oneSentence(err)).toMatch(/got no answer \(ECONNREFUSED\); check that the target is up/);
  expect(code).toBe(4);
});

test('refused credentials end with 2', async () => {
  server = await startStandIn(() => ({ status: 401, json: { error: 'invalid_client' } }));
  const { code, err } = await command(['run', '--out', outDir()], targetOf(server.url));
  expect(oneSentence(err)).toMatch(/the credentials of worker were refused \(invalid_client\)/);
  expect(code).toBe(2);
});

test('a secret given as a flag works and is warned about', async () => {
  server = await startStandIn(() => ({ status: 401, json: { error: 'invalid_client' } }));
  const { PINGONE_CLIENT_SECRET: secret = '', ...rest } = targetOf(server.url);
  const { err } = await command(['run', '--out', outDir(), '--client-secret', secret], rest);
  expect(err).toMatch(
    /--client-secret is visible to others on this machine; better set PINGONE_CLIENT_SECRET/,
  );
  expect(err).not.toContain(secret);
});

test('an environment that is no SANDBOX ends with 2 and nothing is written', async () => {
  server = await startStandIn((line) =>
    line.includes('/as/token')
      ? { status: 200, json: { access_token: 'a.token.value', token_type: 'Bearer', expires_in: 3600 } }
      : { status: 200, json: { id: ENVIRONMENT, type: 'PRODUCTION' } },
  );
  const { code, err } = await command(['run', '--out', outDir()], targetOf(server.url));
  expect(oneSentence(err)).toMatch(/is of type PRODUCTION; this suite writes to SANDBOX environments only/);
  expect(code).toBe(2);
  expect(server.asked.filter((line) => !line.startsWith('GET') && !line.includes('/as/token'))).toEqual([]);
});

test('an environment of another organization than was named ends with 2 and nothing is written', async () => {
  server = await startStandIn((line) =>
    line.includes('/as/token')
      ? { status: 200, json: { access_token: 'a.token.value', token_type: 'Bearer', expires_in: 3600 } }
      : { status: 200, json: { id: ENVIRONMENT, type: 'SANDBOX', organization: { id: 'theirs' } } },
  );
  const run = ['run', '--out', outDir(), '--organization-id', 'ours'];
  const { code, err } = await command(run, targetOf(server.url));
  expect(oneSentence(err)).toMatch(/belongs to organization theirs, not to ours; check orgID/);
  expect(code).toBe(2);
  expect(server.asked.filter((line) => !line.startsWith('GET') && !line.includes('/as/token'))).toEqual([]);
});

test('a server that answers 200 {} to everything is not conformant, and it is said why', async () => {
  server = await startStandIn(() => ({ status: 200, json: {} }));
  const dir = outDir();
  const { code, out } = await command(['run', '--out', dir, '--runs', '5'], targetOf(server.url));
  expect(code).toBe(1);
  expect(out).toMatch(/token-response-access-token/);
  expect(out).not.toMatch(/^\s+at /m);
  expect(out.slice(out.indexOf('not conformant')).trim().split('\n').length).toBeLessThan(20);
  const { requirements, verdict } = conformanceOf(dir);
  expect(verdict).toBe('not conformant');
  expect(requirements.filter((row) => row.verdict === 'fail' && row.cases.length === 0)).toEqual([]);
  expect(server.asked.filter((line) => !line.startsWith('GET') && !line.includes('/as/token'))).toEqual([]);
});
