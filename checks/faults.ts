import type { Exchange } from '../fixtures/exchange.ts';
import { Blocked } from '../fixtures/mismatch.ts';
import { unknownOptions } from '../fixtures/mutations/enum.ts';
import { lengthened } from '../fixtures/mutations/maxLength.ts';
import { outOfRange } from '../fixtures/mutations/minimum.ts';
import { valueAt, without, withValue } from '../fixtures/mutations/path.ts';
import { wrongStructures } from '../fixtures/mutations/type.ts';
import { type Body, type Given, namingOf, type Resource } from '../fixtures/resource.ts';
import type { Scope } from '../fixtures/scope.ts';
import { type ModelProperty, properties } from '../schemas/contract.ts';

/** A body that breaks one documented rule, at one property. */
export type Fault = { readonly property: string; readonly body: Body };

/**
 * One fault of each kind for each property that the fullest body fills: left out though required, of another
 * structure, an unknown option, too long, out of range. Whether a target refuses each is judged elsewhere.
 */
export function faultsOf(scope: Scope, resource: Resource, given: Given): readonly Fault[] {
  const faults: Fault[] = [];
  for (const property of properties(resource.model)) {
    const full = resource.full(scope, given);
    if (property.readOnly || valueAt(full, property.path) === undefined) continue;
    for (const body of [...missing(full, property), ...wrong(full, property)]) {
      faults.push({
        property: property.path,
        body: { ...body, ...unmarked(scope, resource, property.path) },
      });
    }
  }
  return faults;
}

/**
 * Sends each fault as a create, and removes what is created in spite of it.
 * @returns the exchanges that were refused, each with its fault
 */
export async function refusalsOf(
  scope: Scope,
  resource: Resource,
  given: Given,
): Promise<readonly (Fault & { readonly exchange: Exchange })[]> {
  await scope.create(resource, { given });
  const refused = [];
  for (const fault of faultsOf(scope, resource, given)) {
    const exchange = await scope.api.post(given.collection, fault.body);
    const id = (exchange.json as { id?: unknown } | undefined)?.id;
    if (exchange.status >= 300) refused.push({ ...fault, exchange });
    else if (typeof id === 'string') await scope.api.delete(`${given.collection}/${id}`);
  }
  if (refused.length === 0) throw new Blocked('no faulty body was refused');
  return refused;
}

/** Each body gets a name of its own, so that only the fault can be refused. */
function unmarked(scope: Scope, resource: Resource, faulty: string): Body {
  const property = namingOf(resource);
  return property === faulty ? {} : { [property]: scope.name() };
}

function missing(full: Body, { path, required }: ModelProperty): readonly Body[] {
  return required ? [without(full, path)] : [];
}

function wrong(full: Body, { path, schema }: ModelProperty): readonly Body[] {
  const value = valueAt(full, path);
  const values: unknown[] = wrongStructures(schema, value).slice(0, 1);
  if (schema.enum !== undefined) values.push(...unknownOptions(schema.enum).slice(0, 1));
  if (schema.maxLength !== undefined) values.push(lengthened(String(value), schema.maxLength + 1));
  values.push(...outOfRange(schema, 'minimum').slice(0, 1), ...outOfRange(schema, 'maximum').slice(0, 1));
  return values.map((each) => withValue(full, path, each));
}
