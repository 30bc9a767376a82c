import { Blocked } from '../../fixtures/mismatch.ts';
import type { Scope } from '../../fixtures/scope.ts';
import { settled } from '../../fixtures/settle.ts';
import { environments } from '../../resources/environments.ts';
import { resources } from '../../resources/resources.ts';

/** The time that a new environment is given until it can be worked in (facts 0.10). */
const NEW_ENVIRONMENT_LIMIT_MS = 30_000;

/**
 * A scope in a new sandbox with PingOne Authorize among its products, ready to be worked in.
 * @throws Blocked when there is none to be had
 */
export async function dedicatedEnvironment(scope: Scope): Promise<Scope> {
  const given = await environments.arrange(scope);
  const products = ['PING_ONE_BASE', 'PING_ONE_AUTHORIZE'].map((type) => ({ type }));
  const body = { ...environments.body(scope, given), billOfMaterials: { products } };
  const { id } = await scope.create(environments, { given, body });
  const inside = scope.within(id);
  const ready = await settled(
    scope,
    NEW_ENVIRONMENT_LIMIT_MS,
    () => scope.api.post(`${inside.environment}/resources`, resources.body(inside, given)),
    ({ status }) => status === 201,
  );
  if (ready.status !== 201)
    throw new Blocked(`a new environment cannot be worked in: status ${ready.status}`);
  return inside;
}
