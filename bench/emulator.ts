import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Client } from '../fixtures/client.ts';
import { type EmbeddedEmulator, startEmbeddedEmulator } from '../fixtures/embeddedEmulator.ts';
import { signIn } from '../fixtures/token.ts';
import { Traffic } from '../fixtures/traffic.ts';
import { type Load, median, requestsPerSecond } from './rate.ts';

/** How often each side is measured, in turn, and for how long. */
const ROUNDS = 5;
const ROUND_MS = 1500;

/** The emulator's rate over that of a bare server that answers as many bytes. */
export type Ratio = {
  readonly ratio: number;
  readonly emulator: number;
  readonly bare: number;
  readonly bytes: number;
};

/** Measures reading one group and creating groups. */
export async function measureEmulator(): Promise<{ readOne: Ratio; create: Ratio }> {
  const emulator = await startEmbeddedEmulator();
  try {
    const { headers, path } = await signedIn(emulator);
    const origin = new URL(emulator.apiUrl).origin;
    let last = 0;
    const body = () => {
      last += 1;
      return JSON.stringify({ name: `bench ${last}`, description: 'made by the measurement' });
    };
    const create: Load = {
      origin,
      method: 'POST',
      path,
      headers: { ...headers, 'content-type': 'application/json' },
      body,
    };
    const made = await fetch(origin + path, { method: 'POST', headers: create.headers, body: body() });
    const { id } = (await made.json()) as { id: string };
    const readOne: Load = { origin, method: 'GET', path: `${path}/${id}`, headers };
    return { readOne: await compare(readOne), create: await compare(create) };
  } finally {
    await emulator.stop();
  }
}

async function signedIn(emulator: EmbeddedEmulator) {
  const auth = new Client(emulator.authUrl, 'auth', new Traffic());
  const admin = emulator.seed.workers.find(({ name }) => name === 'admin');
  const sandbox = emulator.seed.environments.find(({ type }) => type === 'SANDBOX');
  if (admin === undefined || sandbox === undefined)
    throw new Error("the emulator's seed has no admin or no sandbox");
  const { token } = await signIn(auth, admin.environmentId, {
    id: admin.clientId,
    secret: admin.clientSecret,
  });
  await auth.close();
  return { headers: { authorization: `Bearer ${token}` }, path: `/v1/environments/${sandbox.id}/groups` };
}

async function compare(load: Load): Promise<Ratio> {
  const sample = await fetch(load.origin + load.path, {
    method: load.method,
    headers: load.headers,
    ...(load.body === undefined ? {} : { body: load.body() }),
  });
  const bytes = (await sample.text()).length;
  const bare = await startBare(bytes);
  const rates = { emulator: [] as number[], bare: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    rates.emulator.push(await requestsPerSecond(load, ROUND_MS));
    rates.bare.push(await requestsPerSecond({ ...load, origin: bare.origin }, ROUND_MS));
  }
  bare.stop();
  const [emulator, yardstick] = [median(rates.emulator), median(rates.bare)];
  return { ratio: emulator / yardstick, emulator, bare: yardstick, bytes };
}

async function startBare(bytes: number): Promise<{ origin: string; stop: () => void }> {
  const child = fork(fileURLToPath(new URL('./bareServer.ts', import.meta.url)), {
    execArgv: ['--import', import.meta.resolve('tsx')],
    env: { ...process.env, PINGONE_BENCH_BYTES: String(bytes) },
  });
  const { origin } = await new Promise<{ origin: string }>((resolve, reject) => {
    child.once('message', (message) => resolve(message as { origin: string }));
    child.once('error', reject);
  });
  return { origin, stop: () => child.disconnect() };
}
