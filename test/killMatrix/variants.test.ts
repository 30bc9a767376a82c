import { expect, test } from 'vitest';
import { otherReadings, variants } from '../../emulator/variants/catalogue.ts';
import { conflicts } from '../../schemas/contract.ts';

test('each conflict between documents has its other readings, or a reason why none is tried', () => {
  const known = conflicts().map(({ id }) => id);
  expect(Object.keys(otherReadings).sort()).toEqual(known.sort());
  for (const readings of Object.values(otherReadings)) expect(readings.length).toBeGreaterThan(0);
});

test('variants are told apart by their ids and by what they do', () => {
  expect(new Set(variants.map(({ id }) => id)).size).toBe(variants.length);
  expect(new Set(variants.map(({ describes }) => describes)).size).toBe(variants.length);
});
