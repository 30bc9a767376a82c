import { assert, assertStatus } from '../../fixtures/assertions.ts';
import type { Case } from '../../fixtures/case.ts';
import { describeExchange } from '../../fixtures/exchange.ts';
import { valueAt, withValue } from '../../fixtures/mutations/path.ts';
import { typeOf, typesOf, wrongScalars } from '../../fixtures/mutations/type.ts';
import { assertRefusedWith, badRequest, notFound } from '../../fixtures/refusals.ts';
import type { Resource } from '../../fixtures/resource.ts';
import type { ModelProperty } from '../../schemas/contract.ts';
import { fullOf } from '../bodies.ts';
import { caseFor } from '../check.ts';
import { type PreparedWrite, prepareWrite, writesOf } from '../writes.ts';
import type { Subject } from './subject.ts';

const ROW = 'platform-request-wrong-scalar';

/** A number for a text, a text for a number: refused, or converted, but never stored as it is. */
export function* scalars(resource: Resource, subjects: readonly Subject[]): Generator<Case> {
  const writable = subjects.filter(({ property }) => !property.readOnly);
  for (const write of writesOf(resource)) {
    yield* caseFor(
      resource,
      ROW,
      `a ${write} with another type of scalar changes the type of no property`,
      async ({ scope }) => {
        for (const shape of new Set(writable.map((subject) => subject.shape))) {
          const prepared = await prepareWrite(scope, resource, write, fullOf(shape));
          for (const { property } of writable.filter((subject) => subject.shape === shape)) {
            if (write === 'create' || !property.immutable) await tryScalars(prepared, property);
          }
        }
      },
    );
  }
}

async function tryScalars(
  write: PreparedWrite,
  { path, schema, requirements }: ModelProperty,
): Promise<void> {
  const value = valueAt(write.clean(), path);
  if (value === undefined) return;
  // A number of this run, so that a name made of it collides with nothing.
  const number = Number.parseInt(write.scope.unknownId().slice(0, 8), 16);
  for (const wrong of wrongScalars(schema, value, number)) {
    const answer = await write.send(withValue(write.clean(), path, wrong));
    if (answer.status >= 300) {
      // A converted id may name nothing, which a reference may be told with 404.
      if (requirements.reference === undefined) assertRefusedWith(answer, badRequest);
      else assertRefusedWith(answer, badRequest, notFound);
      continue;
    }
    const read = await write.read(answer);
    assertStatus(read, 200);
    const stored = valueAt(read.json, path);
    const detail = {
      expected: `${path} of type ${typesOf(schema).join(' or ')}`,
      received: stored,
      exchange: read,
    };
    const message = `${describeExchange(read)}: ${path} took the type of what was sent`;
    assert(stored === undefined || typesOf(schema).includes(typeOf(stored)), message, detail);
  }
}
