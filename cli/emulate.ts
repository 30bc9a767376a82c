import { readFileSync } from 'node:fs';
import { type EmulatorSeed, SeedError } from '../emulator/seed.ts';
import { type EmulatorOptions, startEmulator } from '../emulator/server.ts';
import { EMULATOR_DECISIONS } from '../fixtures/decisions.ts';
import { SettingsError } from '../fixtures/settings.ts';

/** How to run the emulator. */
export type EmulateOptions = {
  readonly port: number;
  readonly host: string;
  /** replaces the default organizations and workers */
  readonly seedFile?: string;
  /** how long deployments of API services take, whatever the seed says */
  readonly deploymentMs?: number;
  /** id of the one thing it is to do wrong */
  readonly defect?: string;
};

/**
 * Runs the emulator until it is interrupted, and prints the variables with which clients and this suite reach it.
 * @throws SettingsError when the seed file cannot be read or is malformed, or there is no such defect
 */
export async function emulate(options: EmulateOptions): Promise<void> {
  const { port, host, seedFile, deploymentMs, defect } = options;
  const seed = seedFile === undefined ? {} : { seed: readSeed(seedFile) };
  const deployment = deploymentMs === undefined ? {} : { deployment: { durationMs: deploymentMs } };
  const broken = defect === undefined ? {} : await planted(defect);
  const emulator = await startEmulator({ port, host, ...seed, ...deployment, ...broken }).catch(explain);
  const { workers, environments } = emulator.seed;
  const [main, limited] = ['admin', 'limited'].map((name) => workers.find((worker) => worker.name === name));
  const [sandbox, second] = environments.filter(({ type }) => type === 'SANDBOX');
  const variables: Record<string, string | undefined> = {
    PINGONE_API_URL: emulator.apiUrl,
    PINGONE_AUTH_URL: emulator.authUrl,
    PINGONE_REGION_CODE: sandbox?.region,
    PINGONE_ENVIRONMENT_ID: sandbox?.id,
    PINGONE_ADMIN_ENVIRONMENT_ID: main?.environmentId,
    PINGONE_SECOND_ENVIRONMENT_ID: second?.id,
    PINGONE_CLIENT_ID: main?.clientId,
    PINGONE_CLIENT_SECRET: main?.clientSecret,
    PINGONE_LIMITED_CLIENT_ID: limited?.clientId,
    PINGONE_LIMITED_CLIENT_SECRET: limited?.clientSecret,
    // what the policies of the default seed decide; those of another seed are its author's to tell
    ...(seedFile === undefined ? { PINGONE_CONFORMANCE_DECISIONS: EMULATOR_DECISIONS } : {}),
  };
  for (const [name, value] of Object.entries(variables)) {
    if (value !== undefined) console.log(`export ${name}=${shellWord(value)}`);
  }
  console.log('# the emulator listens; paste the lines above into another terminal, end it with Ctrl-C');
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  await emulator.close();
}

function shellWord(value: string): string {
  return /^[\w.:/~+=-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}

/** Defects are loaded only when one is asked for. */
async function planted(id: string): Promise<Pick<EmulatorOptions, 'alter'>> {
  const { catalogue } = await import('../emulator/defects/catalogue.ts');
  const { alter } = await import('../emulator/defects/parts.ts');
  const defect = catalogue.find((one) => one.id === id);
  if (defect === undefined)
    throw new SettingsError(`there is no defect ${id}; docs/proof.md says where they are listed`);
  console.log(`# planted defect ${id}: ${defect.describes}`);
  return { alter: (gatekeeper, seed) => alter(defect.apply, gatekeeper, seed) };
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
