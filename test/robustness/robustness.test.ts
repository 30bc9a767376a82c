import fc from 'fast-check';
import { Pool } from 'undici';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogue } from '../../emulator/collections/catalogue.ts';
import { faultOf } from './judgeAnswer.ts';
import { layOut, type Playground, type Send, senderOf } from './playground.ts';
import { anyRequest, type Drawn } from './requests.ts';
import { basicHeader, bearerOf } from './tokens.ts';
import { type WatchedEmulator, watchEmulator } from './watchedEmulator.ts';
import { type Target, type Wired, wire } from './wire.ts';

const SEED = 20260103;
const BATCHES = 51;
const REQUESTS_PER_BATCH = 1000;

/**
 * How much more the emulator may hold at the end than after the first third, when both times nothing is left of what
 * was created: 34,000 requests lie between. What grows is code that is compiled meanwhile, 0.1 to 0.7 MB whether 4,000
 * requests lie between or 34,000; one object kept for each request, of 40 bytes at least, would come to 1.4 MB more.
 */
const LARGEST_GROWTH_BYTES = 1_500_000;

/** Environments made through the API have no policy, hence no versions of it (see emulator/READINGS.md). */
const NEVER_THERE = /\/authorizationVersions\/:/;

const targets: readonly Target[] = [
  ...catalogue.flatMap(({ path, operations }) =>
    Object.keys(operations).map((method): Target => ({ method, path: `/v1${path}`, form: 'json' })),
  ),
  { method: 'GET', path: '/:environmentId/as/jwks', form: 'json' },
  { method: 'GET', path: '/:environmentId/as/.well-known/openid-configuration', form: 'json' },
  // as often as several operations: it reads a body of its own kind
  ...Array<Target>(3).fill({ method: 'POST', path: '/:adminsId/as/token', form: 'oauth' }),
];

let emulator: WatchedEmulator;
let pool: Pool;
let send: Send;
let authorizationOf: (sender: string, form: Target['form']) => string | undefined;
beforeAll(async () => {
  emulator = await watchEmulator();
  const { seed, authUrl, apiUrl } = emulator;
  pool = new Pool(new URL(apiUrl).origin, { connections: 8, headersTimeout: 10_000, bodyTimeout: 10_000 });
  const tokens = new Map<string, string>();
  for (const worker of seed.workers) tokens.set(worker.name, await bearerOf(authUrl, worker));
  const [admin] = seed.workers.filter(({ name }) => name === 'admin');
  if (admin === undefined) throw new Error('the seed has no worker admin');
  authorizationOf = (sender, form) => {
    if (sender === 'nobody') return undefined;
    return form === 'oauth' && sender === 'admin' ? basicHeader(admin) : (tokens.get(sender) ?? sender);
  };
  send = senderOf(pool, tokens.get('admin') ?? '');
});
afterAll(async () => {
  await pool.destroy();
  await emulator.end();
});

test('50,000 odd requests get documented answers and leave nothing behind', async () => {
  const organization = emulator.seed.organizations[0];
  const fixed = {
    organizationId: organization?.id ?? '',
    licenseId: organization?.licenses[0]?.id ?? '',
    adminsId: emulator.seed.workers[0]?.environmentId ?? '',
  };
  const faults: string[] = [];
  const succeeded = new Map<string, number>();
  let warm = 0;
  for (let batch = 0; batch < BATCHES && faults.length === 0; batch++) {
    const playground = await layOut(send, fixed);
    const drawn = fc.sample(anyRequest(targets.length), { seed: SEED + batch, numRuns: REQUESTS_PER_BATCH });
    const answers = await Promise.all(drawn.map((one) => exchange(one, playground, succeeded)));
    for (const [index, fault] of answers.entries())
      if (fault !== undefined) faults.push(`batch ${batch}, request ${index}: ${fault}`);
    await clear();
    if (batch === BATCHES / 3 - 1) warm = await emulator.heldBytes();
  }
  expect(faults.slice(0, 5)).toEqual([]);
  expect(emulator.complaints()).toBe('');
  const growth = (await emulator.heldBytes()) - warm;
  expect(growth).toBeLessThan(LARGEST_GROWTH_BYTES);
  expect(neverSucceeded(succeeded)).toEqual([]);
});

/** Sends a drawn request; what is wrong with the answer, if anything. */
async function exchange(
  drawn: Drawn,
  playground: Playground,
  succeeded: Map<string, number>,
): Promise<string | undefined> {
  const target = targets[drawn.operation];
  if (target === undefined) return undefined;
  const wired = wire(drawn, target, playground, (sender) => authorizationOf(sender, target.form));
  try {
    const answer = await pool.request({ ...wired, method: wired.method as 'GET', body: wired.body ?? null });
    const text = await answer.body.text();
    const status = answer.statusCode;
    if (status < 300 && drawn.rawPath === undefined) {
      const operation = `${wired.method} ${target.path}`;
      succeeded.set(operation, (succeeded.get(operation) ?? 0) + 1);
    }
    const form = isTokenRequest(wired) ? 'oauth' : 'api';
    const received = { status, contentType: String(answer.headers['content-type'] ?? ''), text };
    const fault = faultOf(wired.method, received, form);
    return fault && `${describe(wired)} answered ${status} with ${fault}`;
  } catch (error) {
    return `${describe(wired)} got no answer: ${error}`;
  }
}

/** Whether a request gets as far as the token endpoint; what has bytes beyond ASCII in its first line is no HTTP. */
function isTokenRequest({ method, path }: Wired): boolean {
  return method === 'POST' && /^\/[^/?#]*\/as\/token\/?(\?|$)/.test(path) && /^[\x20-\x7e]*$/.test(path);
}

function describe({ method, path, headers, body }: Wired): string {
  const start = typeof body === 'string' ? body : Buffer.from(body ?? '').toString('latin1');
  return `${method} ${path.slice(0, 300)} ${JSON.stringify(headers)} ${start.slice(0, 200)}`;
}

/** Removes every environment that is not of the seed, with what it contains. */
async function clear(): Promise<void> {
  const { body } = await send('GET', '/environments');
  const seeded = new Set(emulator.seed.environments.map(({ id }) => id));
  for (const { id } of body._embedded.environments)
    if (!seeded.has(id)) await send('DELETE', `/environments/${id}`);
}

function neverSucceeded(succeeded: ReadonlyMap<string, number>): readonly string[] {
  return targets
    .map(({ method, path }) => `${method} ${path}`)
    .filter((operation) => !succeeded.has(operation) && !NEVER_THERE.test(operation));
}
