import { expect, test } from 'vitest';
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

test('no two cases have the same title', async () => {
  const times = new Map<string, number>();
  for (const { title } of await plannedCases()) times.set(title, (times.get(title) ?? 0) + 1);
  expect([...times].filter(([, count]) => count > 1).map(([title]) => title)).toEqual([]);
});
