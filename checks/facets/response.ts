import { assert, assertStatus } from '../../fixtures/assertions.ts';
import type { Case } from '../../fixtures/case.ts';
import { describeExchange, type Exchange } from '../../fixtures/exchange.ts';
import { type Violation, validate, validateCollection } from '../../schemas/contract.ts';
import { caseFor } from '../check.ts';
import { rowsOn, type Subject } from './subject.ts';

/** A property as every answer has to show it: to a create, a read, a replace, and in the collection. */
export function* response(subject: Subject): Generator<Case> {
  const { resource, path, shape } = subject;
  const rows = rowsOn(subject, 'response');
  if (rows.length === 0) return;
  yield* caseFor(resource, rows, `every answer shows ${path} as documented`, async ({ scope }) => {
    const given = await shape.arrange(scope);
    const { path: at, exchange } = await scope.create(resource, { given, body: shape.full(scope, given) });
    const { read, update } = resource.operations;
    const answers = [exchange];
    if (read !== undefined) answers.push(await scope.api.get(at));
    if (update !== undefined) answers.push(await scope.api.put(at, shape.full(scope, given)));
    for (const answer of answers) {
      assertStatus(answer, 200, 201);
      assertPath(answer, path, validate(resource.model, 'response', answer.json));
    }
    const list = await scope.api.get(given.collection);
    assertPath(
      list,
      `_embedded.${resource.embedded}[].${path}`,
      validateCollection(resource.operations.list, list.json),
    );
  });
}

function assertPath(answer: Exchange, path: string, violations: readonly Violation[]): void {
  const told = violations.filter((violation) => violation.path === path).map(({ message }) => message);
  const detail = { expected: `${path} as documented`, received: told.join('; '), exchange: answer };
  assert(told.length === 0, `${describeExchange(answer)}: ${path} is not as documented`, detail);
}
