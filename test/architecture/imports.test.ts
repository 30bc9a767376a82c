import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

type Row = { readonly folder: string; readonly may: readonly string[]; readonly why: string };

/** Who may import whom. A folder may always import from itself; packages of npm are free. */
const table: readonly Row[] = [
  { folder: 'schemas', may: [], why: 'the contract is data and knows nobody' },
  { folder: 'fixtures', may: ['schemas'], why: 'what a case is given knows no resource, check or spec' },
  {
    folder: 'resources',
    may: ['schemas', 'fixtures'],
    why: 'a descriptor says how a collection is exercised, not what is checked',
  },
  {
    folder: 'checks',
    may: ['schemas', 'fixtures', 'resources'],
    why: 'a check holds for every resource and knows no spec',
  },
  { folder: 'specs', may: ['schemas', 'fixtures', 'resources', 'checks'], why: 'specs come last' },
  { folder: 'emulator', may: [], why: 'the emulator is a stranger to the suite' },
  { folder: 'reports', may: ['schemas'], why: 'a report is a rendering of the event log and the contract' },
  {
    folder: 'cli',
    may: ['schemas', 'fixtures', 'emulator', 'reports'],
    why: 'a verb only calls something above',
  },
  {
    folder: 'bench',
    may: ['schemas', 'fixtures', 'resources', 'emulator'],
    why: 'a measurement measures, it does not judge',
  },
];

/** Files outside the folders that anyone may read: the package's own metadata. */
const FREE = new Set(['package.json']);

test('imports go only where the table allows', () => {
  const broken = table.flatMap(({ folder, may, why }) =>
    sources(join(ROOT, folder)).flatMap((file) =>
      imported(file)
        .filter((target) => !FREE.has(target))
        .filter((target) => ![folder, ...may].includes(target.split('/')[0] ?? ''))
        .map((target) => {
          const home = target.split('/')[0];
          return `${relative(ROOT, file)} imports ${target}: ${folder}/ may import ${may.join(', ') || 'nothing of ours'} (${why}); move the code to ${folder}/, or what needs ${home}/ out of it`;
        }),
    ),
  );
  expect(broken).toEqual([]);
});

test('only the starter of the emulator names it in fixtures', () => {
  const naming = sources(join(ROOT, 'fixtures')).filter((file) =>
    readFileSync(file, 'utf8').includes('../emulator/'),
  );
  expect(naming.map((file) => relative(ROOT, file))).toEqual(['fixtures/embeddedEmulator.ts']);
});

test('every source file stays within 200 lines', () => {
  const long = [...table.map(({ folder }) => folder), 'test']
    .flatMap((folder) => sources(join(ROOT, folder)))
    .map((file) => ({ file: relative(ROOT, file), lines: readFileSync(file, 'utf8').split('\n').length - 1 }))
    .filter(({ lines }) => lines > 200);
  expect(long).toEqual([]);
});

test('no file has a name that says nothing', () => {
  const vague = table
    .flatMap(({ folder }) => sources(join(ROOT, folder)))
    .filter((file) => /\/(utils?|helpers?|types|common|misc|index)\.ts$/.test(file));
  expect(vague).toEqual([]);
});

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|mjs)$/.test(name) && !name.startsWith('out/'))
    .map((name) => join(folder, name));
}

/** What a file imports from this repository, relative to its root. */
function imported(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g)].map(([, path]) =>
    relative(ROOT, resolve(dirname(file), path ?? '')),
  );
}
