import { readFileSync } from 'node:fs';
import { type EmulatorSeed, SeedError } from '../emulator/seed.ts';
import { startEmulator } from '../emulator/server.ts';
import { SettingsError } from '../fixtures/settings.ts';

/**
 * Runs the emulator until it is interrupted, and prints the variables with which clients and this suite reach it.
 * @param options port and host to listen on; the seed file replaces the default organizations and workers
 * @throws SettingsError when the seed file cannot be read or is malformed
 */
export async function emulate(options: { port: number; host: string; seedFile?: string }): Promise<void> {
  const seed = options.seedFile === undefined ? {} : { seed: readSeed(options.seedFile) };
  const emulator = await startEmulator({ port: options.port, host: options.host, ...seed }).catch(explain);
  const { workers, environments } = emulator.seed;
  const [main, limited] = ['admin', 'limited'].map((name) => workers.find((worker) => worker.name === name));
  const [sandbox, second] = environments.filter(({ type }) => type === 'SANDBOX');
  const variables: Record<string, string | undefined> = {
    PINGONE_API_URL: emulator.apiUrl,
    PINGONE_AUTH_URL: emulator.authUrl,
    PINGONE_ENVIRONMENT_ID: sandbox?.id,
    PINGONE_ADMIN_ENVIRONMENT_ID: main?.environmentId,
    PINGONE_SECOND_ENVIRONMENT_ID: second?.id,
    PINGONE_CLIENT_ID: main?.clientId,
    PINGONE_CLIENT_SECRET: main?.clientSecret,
    PINGONE_LIMITED_CLIENT_ID: limited?.clientId,
    PINGONE_LIMITED_CLIENT_SECRET: limited?.clientSecret,
  };
  for (const [name, value] of Object.entries(variables)) {
    if (value !== undefined) console.log(`export ${name}=${value}`);
  }
  console.log('# the emulator listens; paste the lines above into another terminal, end it with Ctrl-C');
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  await emulator.close();
}

/** Bad input is told in one sentence; anything else is a fault of ours and keeps its stack. */
function explain(error: unknown): never {
  if (error instanceof SeedError) throw new SettingsError(error.message);
  throw error;
}

function readSeed(file: string): EmulatorSeed {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as EmulatorSeed;
  } catch (error) {
    throw new SettingsError(
      `the seed file ${file} cannot be read: ${(error as Error).message}; give a JSON file`,
    );
  }
}
