import type { Refusal } from '../fixtures/assertions.ts';
import type { Case } from '../fixtures/case.ts';
import { assertKept } from '../fixtures/kept.ts';
import { valueAt } from '../fixtures/mutations/path.ts';
import type { Body, Given, Resource, Shape } from '../fixtures/resource.ts';
import type { Scope } from '../fixtures/scope.ts';
import { caseFor } from './check.ts';
import { refuse } from './traces.ts';
import { accept, type Clean, prepareWrite, rowsOf, writesOf } from './writes.ts';

/** What a body is made of. */
export type Material = { readonly scope: Scope; readonly given: Given };

/** One way in which a body can be wrong. */
export type Fault = {
  /** Rows of the register that stand or fall with the refusal. */
  readonly rows: readonly string[];
  /** Completes "a create …": `without name`. */
  readonly what: string;
  readonly refusal: Refusal;
  /** The body that is made faulty; the resource's full body when left out. */
  readonly clean?: Clean;
  /** A body at the limit that the faulty ones exceed, and the property to compare: it is accepted and kept. */
  readonly limit?: {
    readonly body: (clean: Body, material: Material) => Body | Promise<Body>;
    readonly property: string;
  };
  /** Faulty bodies, each with one fault, made of a clean one. */
  readonly bodies: (clean: Body, material: Material) => readonly Body[] | Promise<readonly Body[]>;
};

/** The full body of a resource, as something to send. */
export function fullOf({ arrange, full, changed }: Shape): Clean {
  return { arrange, body: full, other: changed };
}

/** The smallest body of a resource, as something to send. */
export function smallestOf({ arrange, body }: Resource): Clean {
  return { arrange, body };
}

/** Cases that try a fault on a create and on a replace, as far as its rows speak of these. */
export function* refused(resource: Resource, fault: Fault): Generator<Case> {
  for (const write of writesOf(resource)) {
    const rows = rowsOf(fault.rows, write);
    if (rows.length === 0) continue;
    yield* caseFor(resource, rows, `a ${write} ${fault.what} is refused`, async ({ scope }) => {
      const prepared = await prepareWrite(scope, resource, write, fault.clean ?? fullOf(resource));
      const material = { scope, given: prepared.given };
      if (fault.limit !== undefined) {
        const { body, property } = fault.limit;
        const sent = await body(prepared.clean(), material);
        for (const answer of await accept(prepared, sent))
          assertKept(answer, property, valueAt(sent, property));
      }
      for (const body of await fault.bodies(prepared.clean(), material)) {
        await refuse(prepared, body, fault.refusal);
      }
    });
  }
}
