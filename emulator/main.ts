import { readSeedFile } from './seed.ts';
import { type EmulatorOptions, startEmulator } from './server.ts';

/**
 * Runs an emulator as a process of its own: `node --import tsx emulator/main.ts`. Options stand in the environment
 * variable PINGONE_EMULATOR_OPTIONS as a JSON object with host, port, authPort, deployment and seedFile. A parent that opened an
 * IPC channel is told where it listens; the process ends with that channel, or on SIGTERM or SIGINT.
 */
async function main(): Promise<void> {
  const { seedFile, ...options } = JSON.parse(process.env.PINGONE_EMULATOR_OPTIONS ?? '{}') as Options;
  const seed = seedFile === undefined ? {} : { seed: readSeedFile(seedFile) };
  const emulator = await startEmulator({ ...options, ...seed });
  const end = () => {
    void emulator.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  const { apiUrl, authUrl } = emulator;
  if (process.send === undefined) {
    console.log(`The emulator listens: API ${apiUrl}, tokens ${authUrl}`);
    return;
  }
  process.once('disconnect', end);
  process.send({ type: 'listening', apiUrl, authUrl, seed: emulator.seed });
}

type Options = Omit<EmulatorOptions, 'seed'> & { readonly seedFile?: string };

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(2);
});
