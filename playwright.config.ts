import { join, resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import { DEFAULT_OUT_DIR } from './fixtures/settings.ts';

const outDir = resolve(process.env.PINGONE_CONFORMANCE_OUT ?? DEFAULT_OUT_DIR);
process.env.PINGONE_CONFORMANCE_OUT = outDir;

/** Listing runs nothing, so there is nothing to report. */
const listing = process.argv.includes('--list');

export default defineConfig({
  testDir: 'specs',
  outputDir: join(outDir, 'playwright-output'),
  globalSetup: './fixtures/globalSetup.ts',
  workers: Number(process.env.PINGONE_CONFORMANCE_WORKERS ?? 2),
  // A file is the unit that workers share: for single cases the runner would number every case of the file anew.
  fullyParallel: false,
  // A case waits for nothing but answers; the longest documented settling time is two minutes.
  timeout: 180_000,
  preserveOutput: 'never',
  reporter: listing
    ? 'list'
    : [
        ['./reports/reporter.ts', { outDir }],
        ['html', { outputFolder: join(outDir, 'playwright'), open: 'never' }],
        ['junit', { outputFile: join(outDir, 'junit.xml') }],
        ['allure-playwright', { resultsDir: join(outDir, 'allure-results'), detail: false }],
      ],
});
