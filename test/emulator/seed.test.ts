import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { defaultSeed, type EmulatorSeed, readSeedFile, SeedError } from '../../emulator/seed.ts';
import { startEmulator } from '../../emulator/server.ts';
import type { Json } from './session.ts';

const altered = (alter: (seed: Json) => unknown): EmulatorSeed => {
  const seed = structuredClone(defaultSeed);
  alter(seed);
  return seed;
};

describe('a seed', () => {
  test.each<[string, (seed: Json) => unknown, string]>([
    ['without workers', (seed) => delete seed.workers, 'workers'],
    [
      'with a secret that is none',
      (seed) => Object.assign(seed.workers[1], { clientSecret: 1 }),
      'workers[1].clientSecret',
    ],
    [
      'with an unknown role',
      (seed) => Object.assign(seed.workers[0].roles[0], { role: 'King' }),
      'workers[0].roles[0].role',
    ],
    [
      'with an unknown region',
      (seed) => Object.assign(seed.environments[0], { region: 'XX' }),
      'environments[0].region',
    ],
    [
      'with an environment of nobody',
      (seed) => Object.assign(seed.environments[2], { organizationId: seed.workers[0].clientId }),
      'environments[2].organizationId',
    ],
    [
      'with an unknown licence',
      (seed) => Object.assign(seed.environments[0], { licenseId: seed.workers[0].clientId }),
      'environments[0].licenseId',
    ],
    [
      'with a worker of no environment',
      (seed) => Object.assign(seed.workers[0], { environmentId: seed.workers[0].clientId }),
      'workers[0].environmentId',
    ],
  ])('%s is refused by the name of the member', async (_what, alter, member) => {
    const refusal = startEmulator({ seed: altered(alter) });
    await expect(refusal).rejects.toThrow(SeedError);
    await expect(refusal).rejects.toThrow(`seed's ${member} is not usable`);
  });

  test('in a file that is missing or no JSON is refused', () => {
    const file = join(tmpdir(), `seed-${process.pid}.json`);
    expect(() => readSeedFile(file)).toThrow('cannot be read');
    writeFileSync(file, '{');
    expect(() => readSeedFile(file)).toThrow('is not JSON');
  });

  test('has a worker of each kind by default', () => {
    expect(defaultSeed.workers.map(({ name }) => name)).toEqual(['admin', 'limited', 'post', 'other']);
  });
});

describe('the process', () => {
  const start = (options: object) =>
    fork(fileURLToPath(new URL('../../emulator/main.ts', import.meta.url)), {
      execArgv: ['--import', import.meta.resolve('tsx')],
      env: { ...process.env, PINGONE_EMULATOR_OPTIONS: JSON.stringify(options) },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
  const ended = (child: ReturnType<typeof start>) =>
    new Promise<number | null>((resolve) => child.once('exit', resolve));
  const told = (child: ReturnType<typeof start>) =>
    new Promise<Json>((resolve) => child.once('message', resolve));

  const ends: readonly ((child: ReturnType<typeof start>) => unknown)[] = [
    (child) => child.kill('SIGTERM'),
    (child) => child.kill('SIGINT'),
    (child) => child.disconnect(),
  ];

  test('says where it listens, and ends on SIGTERM, on SIGINT and with its parent', async () => {
    const codes = ends.map(async (end) => {
      const child = start({ authPort: 0 });
      const message = await told(child);
      expect(message).toMatchObject({ type: 'listening', seed: defaultSeed });
      expect(new URL(message.apiUrl).port).not.toBe(new URL(message.authUrl).port);
      expect((await fetch(`${message.apiUrl}/environments`)).status).toBe(401);
      end(child);
      return ended(child);
    });
    expect(await Promise.all(codes)).toEqual([0, 0, 0]);
  });

  test('ends with a message when its seed cannot be used', async () => {
    const child = start({ seedFile: '/nowhere/seed.json' });
    let words = '';
    child.stderr?.on('data', (chunk) => {
      words += chunk.toString();
    });
    expect(await ended(child)).toBe(2);
    expect(words).toContain('/nowhere/seed.json');
  });
});
