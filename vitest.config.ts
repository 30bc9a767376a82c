import { defineConfig } from 'vitest/config';

/** Whole runs and long ones. Two files at a time: much of a run is the start of processes, which one core does. */
const END_TO_END = ['cli', 'exploration', 'robustness', 'verdicts'].map(
  (name) => `test/${name}/**/*.test.ts`,
);

export default defineConfig({
  test: {
    // Milliseconds after which a test is taken to hang. Far above what any needs on a slow machine, as none is timed.
    testTimeout: 480_000,
    hookTimeout: 480_000,
    // Two processes beside a server or a browser is what two cores carry.
    maxWorkers: 2,
    maxConcurrency: 2,
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: END_TO_END } },
      { extends: true, test: { name: 'end-to-end', include: END_TO_END } },
    ],
  },
});
