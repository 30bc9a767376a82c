import { request } from 'undici';
import type { EmulatorSeed } from '../../emulator/seed.ts';
import { type Emulator, type EmulatorOptions, startEmulator } from '../../emulator/server.ts';

/** What an emulator answered; `body` is the parsed JSON, undefined without one. */
export type Answered = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly body: Json;
};

/** A parsed answer: tests look into bodies of every shape, and a wrong look fails the test. */
export type Json = ReturnType<typeof JSON.parse>;

/** What to send; a body that is neither text nor bytes is sent as JSON. */
export type Sent = {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** the token of this worker, or none */
  readonly as?: string | undefined;
};

/** An emulator of one test file, with tokens of its workers. */
export type Session = {
  readonly emulator: Emulator;
  readonly seed: EmulatorSeed;
  readonly tokens: Readonly<Record<string, string>>;
  /** ids of the first organization's environments */
  readonly ids: {
    readonly organization: string;
    readonly admins: string;
    readonly sandbox: string;
    readonly second: string;
    readonly foreign: string;
    readonly license: string;
    readonly trial: string;
  };
  /** Sends a request; a path without a scheme is below the API's URL. */
  send(method: string, path: string, sent?: Sent): Promise<Answered>;
  /** Creates something that must be accepted, and returns its representation. */
  make(path: string, body: unknown): Promise<Json>;
};

/** Starts an emulator and signs its workers in. */
export async function openSession(options: EmulatorOptions = {}): Promise<Session> {
  const emulator = await startEmulator(options);
  const { seed } = emulator;
  const tokens: Record<string, string> = {};
  for (const worker of seed.workers) tokens[worker.name] = await signIn(emulator, worker.name);
  const [own, other] = seed.organizations;
  const [admins, sandbox, second] = seed.environments.filter(
    ({ organizationId }) => organizationId === own?.id,
  );
  const foreign = seed.environments.find(({ organizationId }) => organizationId === other?.id);
  const [license, trial] = own?.licenses ?? [];
  const idOf = (one: { readonly id: string } | undefined) => one?.id ?? 'missing in the seed';
  const send: Session['send'] = async (method, path, sent = {}) => {
    const token = 'as' in sent ? tokens[sent.as ?? ''] : tokens.admin;
    const raw = typeof sent.body === 'string' || sent.body instanceof Uint8Array;
    const answer = await request(path.includes('://') ? path : emulator.apiUrl + path, {
      method: method as 'GET',
      headers: {
        ...(sent.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...sent.headers,
      },
      ...(sent.body === undefined ? {} : { body: raw ? (sent.body as string) : JSON.stringify(sent.body) }),
    });
    const text = await answer.body.text();
    return { status: answer.statusCode, headers: answer.headers, text, body: parse(text) };
  };
  return {
    emulator,
    seed,
    tokens,
    ids: {
      organization: idOf(own),
      admins: idOf(admins),
      sandbox: idOf(sandbox),
      second: idOf(second),
      foreign: idOf(foreign),
      license: idOf(license),
      trial: idOf(trial),
    },
    send,
    make: async (path, body) => {
      const { status, body: made, text } = await send('POST', path, { body });
      if (status !== 201) throw new Error(`POST ${path} answered ${status}: ${text}`);
      return made;
    },
  };
}

/** A token of a worker of the seed, requested in the worker's own way. */
export async function signIn(emulator: Emulator, name: string): Promise<string> {
  const worker = emulator.seed.workers.find((one) => one.name === name);
  if (worker === undefined) throw new Error(`the seed has no worker ${name}`);
  const { clientId, clientSecret, tokenEndpointAuthMethod, environmentId } = worker;
  const basic = tokenEndpointAuthMethod === 'CLIENT_SECRET_BASIC';
  const credentials = basic ? {} : { client_id: clientId, client_secret: clientSecret };
  const answer = await request(`${emulator.authUrl}/${environmentId}/as/token`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(basic ? { authorization: basicHeader(clientId, clientSecret) } : {}),
    },
    body: new URLSearchParams({ grant_type: 'client_credentials', ...credentials }).toString(),
  });
  const { access_token } = (await answer.body.json()) as { access_token: string };
  return access_token;
}

/** The Authorization header of HTTP Basic. */
export function basicHeader(id: string, secret: string): string {
  return `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
}

/** The codes and targets of an error body's details, as `CODE target`. */
export function faultsOf({ body }: Answered): readonly string[] {
  return (body?.details ?? []).map((detail: Json) => `${detail.code} ${detail.target ?? ''}`.trim());
}

function parse(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
