import { describeExchange } from '../fixtures/exchange.ts';
import { Blocked } from '../fixtures/mismatch.ts';
import type { Given, Resource } from '../fixtures/resource.ts';
import type { Scope } from '../fixtures/scope.ts';
import { type Requests, requestsOn } from './requests.ts';

/**
 * Has valid requests carried out on a spare member, so that the refusal of another one is about what it has wrong.
 * @param given where the spare member is made; a place of its own unless told
 * @param kinds the operations to try; all but the create, which goes first anyway, unless told
 * @throws Blocked when one of them is refused
 */
export async function proveOpen(
  scope: Scope,
  resource: Resource,
  given?: Given,
  kinds: readonly (keyof Requests)[] = ['list', 'read', 'update', 'delete'],
): Promise<void> {
  const offered = kinds.filter((kind) => resource.operations[kind] !== undefined);
  if (offered.length === 0) return;
  const spare = await scope.create(resource, given === undefined ? {} : { given });
  const requests = requestsOn(scope, resource, spare);
  for (const kind of offered) {
    const request = requests[kind];
    if (request === undefined) continue;
    const answer = await scope.api.send(request);
    if (answer.status >= 300)
      throw new Blocked(`a valid ${kind} of ${resource.name} was not accepted: ${describeExchange(answer)}`);
  }
}
