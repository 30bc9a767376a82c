import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultSeed } from '../../emulator/seed.ts';
import type { Conformance } from '../../reports/conformance.ts';
import conformanceSchema from '../../schemas/conformance.schema.json' with { type: 'json' };
import { requirements } from '../../schemas/contract.ts';
import { command, conformanceOf, type Ended, outDir, startEmulate } from './command.ts';
import { contentsOf, filesBelow, searchSecrets } from './secretSearch.ts';

const LIMIT_MS = 240_000;
const RUNS = '20';

/** What is compared between two runs: each requirement's verdict. */
const verdictsOf = ({ requirements: rows }: Conformance) =>
  Object.fromEntries(rows.map((row) => [row.id, row.verdict]));

describe('a run against the embedded emulator', () => {
  const dir = outDir();
  let result: Ended;
  let conformance: Conformance;

  beforeAll(async () => {
    result = await command(['run', '--out', dir, '--runs', RUNS]);
    conformance = conformanceOf(dir);
  }, LIMIT_MS);

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

describe('a run against an emulator of its own', () => {
  let emulator: Awaited<ReturnType<typeof startEmulate>>;
  beforeAll(async () => {
    emulator = await startEmulate();
  });
  afterAll(() => emulator.stop());

  test('gives the same verdicts and leaves nothing there', { timeout: LIMIT_MS }, async () => {
    const [own, embedded] = [outDir(), outDir()];
    const first = await command(['run', '--out', own, '--runs', '5', '--seed', '3'], emulator.variables);
    expect(first.code, first.out.slice(-3000)).toBe(0);
    await command(['run', '--out', embedded, '--runs', '5', '--seed', '4']);
    const separate = ['token-separate-host'];
    const [a, b] = [own, embedded].map((dir) => verdictsOf(conformanceOf(dir)));
    for (const id of separate) for (const verdicts of [a, b]) delete verdicts?.[id];
    expect(a).toEqual(b);
    expect(conformanceOf(own).leftBehind).toEqual([]);
    expect(existsSync(join(own, 'journal.ndjson'))).toBe(false);
  });
});

test('canary secrets of a failing run reach no file', { timeout: LIMIT_MS }, async () => {
  const canary = 'c4n4ry/of+the=worker~0123456789';
  const seed = {
    ...defaultSeed,
    workers: defaultSeed.workers.map((one) => ({ ...one, clientSecret: canary })),
  };
  const folder = outDir();
  mkdirSync(folder, { recursive: true });
  const seedFile = join(folder, 'seed.json');
  writeFileSync(seedFile, JSON.stringify(seed));
  const emulator = await startEmulate(seedFile);
  const dir = outDir();
  // A wrong organization makes cases fail, so that exchanges and command lines are written down.
  const wrong = ['--organization-id', '00000000-0000-4000-8000-000000000000', '--grep', 'o', '--runs', '2'];
  const { code, out, err } = await command(['run', '--out', dir, ...wrong], {
    ...emulator.variables,
    PINGONE_CLIENT_SECRET: canary,
    PINGONE_LIMITED_CLIENT_SECRET: canary,
  });
  await emulator.stop();
  expect(code).toBe(1);
  expect(searchSecrets(dir, [canary])).toEqual([]);
  expect(out + err).not.toContain(canary);
});
