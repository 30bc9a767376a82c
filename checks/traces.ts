import { assertNotStored, assertUnchanged, stateOf } from '../fixtures/aftermath.ts';
import { assert, assertRefused, type Refusal } from '../fixtures/assertions.ts';
import { describeExchange, type Exchange } from '../fixtures/exchange.ts';
import { Blocked } from '../fixtures/mismatch.ts';
import { type Body, namingOf } from '../fixtures/resource.ts';
import type { Scope } from '../fixtures/scope.ts';
import type { PreparedWrite } from './writes.ts';

/** Demands that a faulty body is refused for its fault and leaves no trace. */
export async function refuse(write: PreparedWrite, body: Body, refusal: Refusal): Promise<void> {
  await withoutTrace(write, body, async () => assertRefused(await write.send(body), refusal));
}

/**
 * Demands that what is tried leaves nothing stored or changed.
 * @param body what is sent; where it has a name of this run, members are known by that, else by being new
 */
export async function withoutTrace(
  write: PreparedWrite,
  body: Body,
  attempt: () => Promise<void>,
): Promise<void> {
  const { scope, resource, given, path } = write;
  if (path !== undefined) {
    const before = await stateOf(scope, path);
    await attempt();
    return assertUnchanged(scope, before);
  }
  const naming = namingOf(resource);
  const name = body[naming];
  const list = () => scope.list(given.collection, resource.embedded);
  const marked = isLeased(scope, name);
  const known = new Set(marked ? [] : (await list()).map(({ id }) => id));
  await attempt();
  const found = (await list()).filter((member) =>
    marked
      ? isMadeOf(member[naming], name)
      : !known.has(member.id) && !isLeased(scope, member[naming]) && !isScalarText(member[naming]),
  );
  const detail = { expected: 'no new member', received: found };
  assert(found.length === 0, 'a refused create left a member in the collection', detail, withoutTrace);
}

/** What an answer has to be like where documents leave two ways open. */
export type Ways = {
  readonly accepted: (answer: Exchange) => void;
  readonly refused: (answer: Exchange) => void;
};

/**
 * Sends a body that may be accepted or refused. Judges the answer and, when accepted, a later read; when refused,
 * demands that nothing was stored or changed.
 * @returns which way the target went
 */
export async function sendEitherWay(
  write: PreparedWrite,
  body: Body,
  { accepted, refused }: Ways,
): Promise<'accepted' | 'refused'> {
  const { scope, resource, given, path } = write;
  const before = path === undefined ? undefined : await stateOf(scope, path);
  const answer = await write.send(body);
  if (answer.status < 300) {
    for (const shown of [answer, await write.read(answer)]) accepted(shown);
    return 'accepted';
  }
  refused(answer);
  if (before === undefined) await assertNotStored(scope, resource, given, body);
  else await assertUnchanged(scope, before);
  const control = await write.send(write.clean());
  if (control.status >= 300) throw new Blocked(`no ${resource.name} is taken: ${describeExchange(control)}`);
  return 'refused';
}

/** Whether a name says who made it; what another worker process makes meanwhile is not this case's. */
function isLeased(scope: Scope, name: unknown): name is string {
  return typeof name === 'string' && name.startsWith(scope.run.lease);
}

/** Names of a run differ in numbers, so one that goes on with a digit or hyphen is another one. */
function isMadeOf(name: unknown, mark: string): boolean {
  return typeof name === 'string' && name.startsWith(mark) && !/^[-0-9]/.test(name.slice(mark.length));
}

/** Names that a case about scalars leads to where the target converts them. */
function isScalarText(name: unknown): boolean {
  return typeof name === 'string' && /^(\d+|true)$/.test(name);
}
