import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultSeed } from '../../emulator/seed.ts';
import { EMULATOR_DECISIONS } from '../../fixtures/decisions.ts';
import type { Conformance } from '../../reports/conformance.ts';
import conformanceSchema from '../../schemas/conformance.schema.json' with { type: 'json' };
import { requirements } from '../../schemas/contract.ts';
import { startBreakingProxy } from '../verdicts/breakingProxy.ts';
import { command, conformanceOf, type Ended, outDir, startEmulate } from './command.ts';
import { contentsOf, filesBelow, searchSecrets } from './secretSearch.ts';

const RUNS = '20';

/** What is compared between two runs: each requirement's verdict. */
const verdictsOf = ({ requirements: rows }: Conformance) =>
  Object.fromEntries(rows.map((row) => [row.id, row.verdict]));

/** Where the run against the embedded emulator puts its results. */
const first = outDir();

describe('a run against the embedded emulator', () => {
  const dir = first;
  let result: Ended;
  let conformance: Conformance;

  beforeAll(async () => {
    result = await command(['run', '--out', dir, '--runs', RUNS]);
    conformance = conformanceOf(dir);
  });

  test('is conformant and says so', () => {
    expect(result.code, result.out.slice(-3000)).toBe(0);
    expect(result.out).toMatch(/conformant/i);
    expect(conformance.failures).toEqual([]);
  });

  test('writes every report', () => {
    const names = [
      'conformance.json',
      'conformance.html',
      'events.ndjson',
      'junit.xml',
      'playwright/index.html',
      'allure-results',
    ];
    expect(names.filter((name) => !existsSync(join(dir, name)))).toEqual([]);
  });

  test('its conformance.json conforms to the schema', () => {
    const ajv = new Ajv2020({ strict: true, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(conformanceSchema);
    validate(conformance);
    expect(validate.errors ?? []).toEqual([]);
  });

  test('gives every row of the register a verdict, with a reason where no case ran', () => {
    expect(conformance.requirements.map(({ id }) => id).sort()).toEqual([...requirements().keys()].sort());
    const silent = conformance.requirements.filter(
      (row) => row.verdict !== 'pass' && row.reason === undefined,
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
    const caseless = conformance.requirements.filter(
      (row) => row.verdict === 'pass' && row.cases.length === 0,
    );
    expect(caseless.map(({ id }) => id)).toEqual([]);
  });

  test('leaves no must or should row incomplete', () => {
    const incomplete = conformance.requirements.filter(
      (row) => row.verdict === 'incomplete' && row.level !== 'may',
    );
    expect(incomplete.map(({ id, reason }) => `${id}: ${reason}`)).toEqual([]);
  });

  test('saw every documented status of every operation it exercises, or says why not', () => {
    const holes = conformance.operations.flatMap(({ id, statuses }) =>
      Object.entries(statuses)
        .filter(([, { documented, seen, reason }]) => documented && seen === 0 && reason === undefined)
        .map(([status]) => `${id} ${status}`),
    );
    expect(holes).toEqual([]);
  });

  test('sent at least five thousand requests and left nothing behind', () => {
    expect(conformance.http.requests).toBeGreaterThan(5000);
    expect(conformance.leftBehind).toEqual([]);
  });

  test('wrote no secret and no token', () => {
    expect(
      searchSecrets(
        dir,
        defaultSeed.workers.map(({ clientSecret }) => clientSecret),
      ),
    ).toEqual([]);
    const tokens = filesBelow(dir).filter((file) =>
      contentsOf(file).some((text) => /eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}/.test(text)),
    );
    expect(tokens).toEqual([]);
  });
});

/** Depends on how the target is addressed, which differs between the two runs. */
const ADDRESSING = 'token-separate-host';

describe('a run against an emulator of its own, whose secrets are canaries', () => {
  const canary = 'c4n4ry/of+the=worker~0123456789';
  let emulator: Awaited<ReturnType<typeof startEmulate>>;
  let variables: Record<string, string>;

  beforeAll(async () => {
    const workers = defaultSeed.workers.map((one) => ({ ...one, clientSecret: canary }));
    const seedFile = join(outDir(), 'seed.json');
    writeFileSync(seedFile, JSON.stringify({ ...defaultSeed, workers }));
    emulator = await startEmulate('--seed-file', seedFile);
    variables = {
      ...emulator.variables,
      PINGONE_CLIENT_SECRET: canary,
      PINGONE_LIMITED_CLIENT_SECRET: canary,
      PINGONE_CONFORMANCE_DECISIONS: EMULATOR_DECISIONS,
    };
  });
  afterAll(() => emulator.stop());

  test('gives the same verdicts, leaves nothing there and tells no secret', async () => {
    const dir = outDir();
    const { code, out, err } = await command(['run', '--out', dir, '--runs', '5'], variables);
    expect(code, out.slice(-3000)).toBe(0);
    const [own, embedded] = [dir, first].map((each) => verdictsOf(conformanceOf(each)));
    for (const verdicts of [own, embedded]) delete verdicts?.[ADDRESSING];
    const onlyEmbedded = Object.entries(embedded ?? {}).filter(([id, verdict]) => own?.[id] !== verdict);
    // What only the embedded emulator's seed tells about itself applies to no other target.
    expect(onlyEmbedded.filter(([id]) => own?.[id] !== 'not-applicable')).toEqual([]);
    expect(conformanceOf(dir).leftBehind).toEqual([]);
    expect(existsSync(join(dir, 'journal.ndjson'))).toBe(false);
    expect(searchSecrets(dir, [canary])).toEqual([]);
    expect(out + err).not.toContain(canary);
  });

  test('tells no secret when cases fail either', async () => {
    const proxy = await startBreakingProxy(new URL(variables.PINGONE_API_URL ?? '').origin, {
      response: (passing) => {
        if (passing.status === 200 || passing.status === 401) passing.status += 1;
      },
    });
    const dir = outDir();
    const grep = ['--grep', 'token: the '];
    const through = { ...variables, PINGONE_AUTH_URL: proxy.origin };
    const { code, out, err } = await command(['run', '--out', dir, ...grep], through);
    await proxy.close();
    expect(code).toBe(1);
    expect(conformanceOf(dir).failures.length).toBeGreaterThan(2);
    expect(searchSecrets(dir, [canary])).toEqual([]);
    expect(out + err).not.toContain(canary);
  });
});
