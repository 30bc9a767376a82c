import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sitesOf } from './sites.mjs';
import { unmissed } from './unmissed.ts';

test.each(unmissed)('$file still makes the assertion $begins', ({ file, begins }) => {
  const source = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
  expect(sitesOf(file, source).map(({ text }) => text.startsWith(begins))).toContain(true);
});
