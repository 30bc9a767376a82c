import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { specsOf } from '../../cli/specsOf.ts';
import { isOutOfReach } from '../../fixtures/capabilities.ts';
import { requirements } from '../../schemas/contract.ts';
import { plannedCases } from './plannedCases.ts';

const AREAS = [...new Set([...requirements().values()].map(({ area }) => area))];

for (const area of AREAS) {
  test(`every row of ${area} that can be exercised has a case`, async () => {
    const cases = await plannedCases();
    const covered = new Set(cases.flatMap((one) => one.requirements));
    const rows = [...requirements().values()].filter(
      (row) => row.area === area && row.excluded === undefined && !isOutOfReach(row.capability ?? ''),
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map(({ id }) => id).filter((id) => !covered.has(id))).toEqual([]);
  });
}

test('no case names a row that does not exist or is excluded', async () => {
  const broken = (await plannedCases()).flatMap(({ spec, title, requirements: ids }) =>
    ids
      .filter((id) => requirements().get(id) === undefined || requirements().get(id)?.excluded !== undefined)
      .map((id) => `${spec}: ${title}: ${id}`),
  );
  expect(broken).toEqual([]);
});

test('every case names a row', async () => {
  const bare = (await plannedCases()).filter(({ requirements: ids }) => ids.length === 0);
  expect(bare.map(({ spec, title }) => `${spec}: ${title}`)).toEqual([]);
});

test('every case is found from its title, and from any end of the name it begins with', async () => {
  const cases = await plannedCases();
  const subjects = [...new Set(cases.map(({ spec }) => spec.replace('.spec.ts', '')))];
  const lost = subjects.flatMap((subject) => {
    const files = specsOf(`${subject}: `).map((file) => basename(file));
    return cases
      .filter(({ title }) => title.toLowerCase().includes(`${subject}: `.toLowerCase()))
      .filter(({ spec }) => !files.includes(spec))
      .map(({ spec, title }) => `${spec}: ${title}`);
  });
  expect(lost).toEqual([]);
  expect(specsOf('organizations: ').map((file) => basename(file))).toEqual(['organizations.spec.ts']);
  expect(specsOf('@platform-create-201')).toHaveLength(subjects.length);
});

test('no two cases have the same title', async () => {
  const times = new Map<string, number>();
  for (const { title } of await plannedCases()) times.set(title, (times.get(title) ?? 0) + 1);
  expect([...times].filter(([, count]) => count > 1).map(([title]) => title)).toEqual([]);
});
