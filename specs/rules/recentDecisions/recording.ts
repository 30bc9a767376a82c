import type { Exchange } from '../../../fixtures/exchange.ts';
import { describeExchange } from '../../../fixtures/exchange.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import type { Body } from '../../../fixtures/resource.ts';
import type { Made, Scope } from '../../../fixtures/scope.ts';
import { settled } from '../../../fixtures/settle.ts';
import { decisionEndpoints } from '../../../resources/decisionEndpoints.ts';

/** A recent decision as the collection shows it. */
export type RecentDecision = Readonly<Record<string, unknown>>;

/** A decision that was asked for, as the caller and as the history tell it. */
export type Recorded = { readonly answer: Exchange; readonly item: RecentDecision };

/** No document says how long a decision takes to be found in the history. */
const RECORDING_LIMIT_MS = 30_000;

/** The smallest request. What is decided does not matter: every decision is recorded. */
export const SMALLEST: Body = { parameters: {} };

/**
 * Creates an endpoint that records what it decides, or does not.
 * @param policies members that say which policies decide; the latest when left out
 */
export async function createRecording(
  scope: Scope,
  recordRecentRequests = true,
  policies: Body = {},
): Promise<Made> {
  const given = await decisionEndpoints.arrange(scope);
  const body = { ...decisionEndpoints.body(scope, given), ...policies, recordRecentRequests };
  return scope.create(decisionEndpoints, { given, body });
}

/** Switches recording on or off. @throws Blocked when that is refused */
export async function switchRecording(
  scope: Scope,
  { path, body }: Made,
  recordRecentRequests: boolean,
): Promise<void> {
  const put = await scope.api.put(path, { ...body, recordRecentRequests });
  if (put.status !== 200) throw new Blocked(`recording was not switched: ${describeExchange(put)}`);
}

/** The path of the recent decisions of an endpoint. */
export function recentOf(path: string): string {
  return `${path}/recentDecisions`;
}

/** Asks an endpoint for a decision. @throws Blocked when it makes none */
export async function evaluate(scope: Scope, path: string, request: Body = SMALLEST): Promise<Exchange> {
  const answer = await scope.api.post(path, request);
  if (answer.status !== 200) throw new Blocked(`no decision was made: ${describeExchange(answer)}`);
  return answer;
}

/** Every recent decision of an endpoint, over all pages. @throws Blocked when they cannot be read */
export function listRecent(scope: Scope, path: string): Promise<readonly RecentDecision[]> {
  return scope.list(recentOf(path), 'recentDecisions');
}

/** Reads the recent decisions until something can be seen in them, or the time for that is up. */
export function recentOnce(
  scope: Scope,
  path: string,
  hasCome: (items: readonly RecentDecision[]) => boolean,
): Promise<readonly RecentDecision[]> {
  return settled(scope, RECORDING_LIMIT_MS, () => listRecent(scope, path), hasCome);
}

/**
 * Asks for several decisions at once and waits until the history shows as many.
 * @throws Blocked when it does not; that decisions are recorded is judged by a case of its own
 */
export async function evaluateSeveral(
  scope: Scope,
  path: string,
  requests: readonly Body[],
): Promise<readonly RecentDecision[]> {
  for (const request of requests) await evaluate(scope, path, request);
  const items = await recentOnce(scope, path, ({ length }) => length >= requests.length);
  if (items.length >= requests.length) return items;
  throw new Blocked(`of ${requests.length} decisions the history shows ${items.length}`);
}

/**
 * Asks for a decision and finds it in the history, as the one item that was not there before.
 * @throws Blocked when none appears; that it has to is judged by a case of its own
 */
export async function record(scope: Scope, path: string, request: Body = SMALLEST): Promise<Recorded> {
  const known = new Set((await listRecent(scope, path)).map(({ id }) => id));
  const answer = await evaluate(scope, path, request);
  const isNew = ({ id }: RecentDecision) => !known.has(id);
  const item = (await recentOnce(scope, path, (items) => items.some(isNew))).find(isNew);
  if (item === undefined) throw new Blocked('a decision did not appear among the recent ones');
  return { answer, item };
}

/** Records several decisions one after the other, the oldest first. */
export async function recordSeveral(scope: Scope, path: string, count: number): Promise<readonly Recorded[]> {
  const recorded: Recorded[] = [];
  while (recorded.length < count) recorded.push(await record(scope, path));
  return recorded;
}

/**
 * Waits as long as an endpoint that records needs to show a decision that is asked for now.
 * Afterwards an endpoint whose decision was asked for earlier has had that time to show it.
 */
export async function letRecordingPass(scope: Scope): Promise<void> {
  await record(scope, (await createRecording(scope)).path);
}
