import { assert, assertModel, assertStatus } from '../../../fixtures/assertions.ts';
import { at, describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import { filtered } from '../../../fixtures/filtering.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import type { Scope } from '../../../fixtures/scope.ts';

export const DAY_MS = 86_400_000;

/** A way to ask for counts: the address of a read with a condition on startDate and further parameters. */
export type Form = (condition: string, parameters?: string) => string;

/** The two paths of counts of active identities. */
export type CountsPath = 'activeIdentityCounts' | 'metrics/activeIdentityCounts';
export const COUNTS_PATHS: readonly CountsPath[] = ['activeIdentityCounts', 'metrics/activeIdentityCounts'];

/** Path of counts of an environment. */
export function countsOf(scope: Scope, path: string): string {
  return `${scope.environment}/${path}`;
}

/** A day so many days ago, as the samples write dates: to the second. */
export function daysAgo(days: number): string {
  return `${new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 19)}Z`;
}

/** The condition that the documents name: everything since thirty days ago. */
export function sinceAMonth(): string {
  return `startDate ge "${daysAgo(30)}"`;
}

/**
 * The ways in which documents ask for a sampling period: a number of hours or DAY, in the filter or as a parameter
 * of either spelling. A target need know one of them.
 */
function formsOf(scope: Scope, path: CountsPath): readonly Form[] {
  const to = countsOf(scope, path);
  const asParameter =
    (name: string): Form =>
    (condition, parameters = '') =>
      `${filtered(to, condition)}&${name}=DAY${parameters}`;
  const inFilter =
    (period: string): Form =>
    (condition, parameters = '') =>
      filtered(to, `${condition} and samplingPeriod eq "${period}"`) + parameters;
  const parameters = [asParameter('samplingPeriod'), asParameter('samplePeriod')];
  return path === 'activeIdentityCounts' ? [inFilter('24'), inFilter('DAY'), ...parameters] : parameters;
}

/** Asks in each documented way until one is answered with 200. @returns the way, and the last answer */
export async function firstRead(
  scope: Scope,
  path: CountsPath,
): Promise<{ readonly form: Form | undefined; readonly exchange: Exchange }> {
  const forms = formsOf(scope, path);
  let exchange: Exchange | undefined;
  for (const form of forms) {
    exchange = await scope.api.get(form(sinceAMonth(), '&limit=10'));
    if (exchange.status === 200) return { form, exchange };
  }
  return { form: undefined, exchange: exchange as Exchange };
}

/** The way of asking that the target knows. @throws Blocked when there is none, which another row judges */
export async function knownForm(scope: Scope, path: CountsPath): Promise<Form> {
  const { form, exchange } = await firstRead(scope, path);
  if (form === undefined)
    throw new Blocked(`no documented read of counts works: ${describeExchange(exchange)}`);
  return form;
}

/** Demands a collection document, and returns its members; no page names the key below `_embedded`. */
export function periodsIn(list: Exchange): readonly unknown[] {
  assertStatus(list, 200);
  assertModel(list, 'Page', 'response');
  const arrays = Object.values((at(list.json, '_embedded') ?? {}) as object);
  assert(
    arrays.every(Array.isArray) && arrays.length < 2,
    `${describeExchange(list)} with something else than members`,
    { expected: 'at most one array below _embedded', received: list.text, exchange: list },
    periodsIn,
  );
  return arrays.flat() as readonly unknown[];
}
