import { at, type Exchange } from '../fixtures/exchange.ts';
import { Blocked } from '../fixtures/mismatch.ts';
import { keepSecret } from '../fixtures/redaction.ts';
import type { Body } from '../fixtures/resource.ts';
import type { Credentials } from '../fixtures/run.ts';
import type { Made, Scope } from '../fixtures/scope.ts';
import { settled } from '../fixtures/settle.ts';
import { applications } from './applications.ts';

/** An application that the case created, with what opens the token endpoint to it. */
export type Worker = {
  readonly made: Made;
  readonly credentials: Credentials;
  readonly environmentId: string;
};

/** The secret of a new application may take a while to be readable (facts 0.10). */
const SECRET_LIMIT_MS = 30_000;

/**
 * Creates an application in the environment under test and reads its secret.
 * @param changes members of the body to set, or, when undefined, to leave out
 * @throws Blocked when the application or its secret cannot be had
 */
export async function createWorker(scope: Scope, changes: Body = {}): Promise<Worker> {
  const given = await applications.arrange(scope);
  const made = await scope.create(applications, {
    given,
    body: { ...applications.body(scope, given), ...changes },
  });
  const read = await settled(
    scope,
    SECRET_LIMIT_MS,
    () => readSecret(scope, made.path),
    ({ status }) => status === 200,
  );
  const secret = at(read.json, 'secret');
  if (typeof secret !== 'string')
    throw new Blocked(`the secret of a new application cannot be read: status ${read.status}`);
  return { made, credentials: { id: made.id, secret }, environmentId: scope.target.environmentId };
}

/** Reads the secret of an application; whatever it answers is kept out of every report. */
export async function readSecret(scope: Scope, path: string): Promise<Exchange> {
  return kept(await scope.api.get(`${path}/secret`));
}

/** Has the secret of an application replaced; whatever it answers is kept out of every report. */
export async function renewSecret(scope: Scope, path: string): Promise<Exchange> {
  return kept(await scope.api.send({ method: 'POST', to: `${path}/secret` }));
}

function kept(exchange: Exchange): Exchange {
  for (const member of ['secret', 'previous.secret']) {
    const secret = at(exchange.json, member);
    if (typeof secret === 'string') keepSecret(secret, '$APPLICATION_SECRET');
  }
  return exchange;
}
