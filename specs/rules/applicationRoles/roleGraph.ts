import { pairOf, type RoleGraph, type Step, tiedPairs } from '../../../fixtures/arbitraries/roleGraph.ts';
import { assertStatus } from '../../../fixtures/assertions.ts';
import type { Exchange } from '../../../fixtures/exchange.ts';
import { assertRefusedWith, badRequest } from '../../../fixtures/refusals.ts';
import type { Made, Scope } from '../../../fixtures/scope.ts';
import { applicationRoles } from '../../../resources/applicationRoles.ts';

/** A graph as it stands on the target. */
export type Standing = {
  /** By their numbers; undefined where one was deleted. */
  readonly roles: readonly (Made | undefined)[];
  readonly others: readonly (Made | undefined)[];
  /** The numbers of a role and of what it is tied to, see `pairOf`. */
  readonly pairs: ReadonlySet<string>;
};

/** How the two sides are tied on the wire. */
export type Wire = {
  readonly createOther: () => Promise<Made>;
  readonly tie: (role: Made, other: Made) => Promise<Exchange>;
  readonly loosen: (role: Made, other: Made) => Promise<Exchange>;
};

/** Builds a drawn graph on the target, has `judge` look at it, and removes it, so that quotas hold. */
export async function onTarget(
  scope: Scope,
  graph: RoleGraph,
  wire: Wire,
  judge: (standing: Standing) => Promise<void>,
): Promise<void> {
  const made: Made[] = [];
  const keep = (one: Made) => {
    made.push(one);
    return one;
  };
  const roles: (Made | undefined)[] = [];
  const others: (Made | undefined)[] = [];
  while (roles.length < graph.roles) roles.push(keep(await scope.create(applicationRoles)));
  while (others.length < graph.others) others.push(keep(await wire.createOther()));
  for (const [index, step] of graph.steps.entries())
    await take(step, graph.steps.slice(0, index), roles[step.role] as Made, others[step.other] as Made, wire);
  const side = { role: roles, other: others, none: [] }[graph.deleted.side];
  const victim = side[graph.deleted.number];
  // A target may refuse to delete what is in use; then it stays.
  if (victim !== undefined && (await scope.api.delete(victim.path)).status === 204)
    side[graph.deleted.number] = undefined;
  const pairs = [...tiedPairs(graph.steps)].filter((pair) => {
    const [role = 0, other = 0] = pair.split('-').map(Number);
    return roles[role] !== undefined && others[other] !== undefined;
  });
  await judge({ roles, others, pairs: new Set(pairs) });
  for (const { path } of made.reverse()) await scope.api.delete(path);
}

/** Takes one step: what is tied may be refused to be tied again, and what is loose is left alone. */
async function take(
  { act, role: roleNumber, other: otherNumber }: Step,
  before: readonly Step[],
  role: Made,
  other: Made,
  { tie, loosen }: Wire,
): Promise<void> {
  const isTied = tiedPairs(before).has(pairOf(roleNumber, otherNumber));
  if (act === 'loosen') {
    if (isTied) await loosen(role, other);
    return;
  }
  const answer = await tie(role, other);
  if (isTied && answer.status >= 300) assertRefusedWith(answer, badRequest);
  else assertStatus(answer, 200, 201, 204);
}
