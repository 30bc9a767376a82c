import { assert, assertStatus } from '../../fixtures/assertions.ts';
import type { Case } from '../../fixtures/case.ts';
import { at, describeExchange, type Exchange } from '../../fixtures/exchange.ts';
import { typeOf, typesOf } from '../../fixtures/mutations/type.ts';
import type { Scope } from '../../fixtures/scope.ts';
import { type Violation, validate, validateCollection } from '../../schemas/contract.ts';
import { caseFor } from '../check.ts';
import { valuesAt } from '../valuesAt.ts';
import { rowsOn, type Subject } from './subject.ts';

/** A property as every answer has to show it: to a create, a read, a replace, and in the collection. */
export function* response(subject: Subject): Generator<Case> {
  yield* documented(subject);
  yield* typed(subject);
}

function* documented(subject: Subject): Generator<Case> {
  const { resource, path } = subject;
  const rows = rowsOn(subject, 'response');
  if (rows.length === 0) return;
  yield* caseFor(resource, rows, `every answer shows ${path} as documented`, async ({ scope }) => {
    const { answers, list } = await everyAnswer(scope, subject);
    for (const answer of answers) assertPath(answer, path, validate(resource.model, 'response', answer.json));
    assertPath(
      list,
      `_embedded.${resource.embedded}[].${path}`,
      validateCollection(resource.operations.list, list.json),
    );
  });
}

/** The row of a property's type speaks of answers as of requests; whether it is shown at all is judged elsewhere. */
function* typed(subject: Subject): Generator<Case> {
  const { resource, path, property } = subject;
  const types = typesOf(property.schema);
  const rows = rowsOn(subject, 'type');
  if (rows.length === 0 || types.length === 0) return;
  yield* caseFor(resource, rows, `no answer shows ${path} as another JSON type`, async ({ scope }) => {
    const { answers, list } = await everyAnswer(scope, subject);
    for (const answer of [...answers, list]) {
      const members = at(answer.json, `_embedded.${resource.embedded}`);
      const shown = (answer === list ? (Array.isArray(members) ? members : []) : [answer.json])
        .flatMap((json) => valuesAt(json, path))
        .filter((value) => value !== null);
      assert(
        shown.every((value) => types.includes(typeOf(value))),
        `${describeExchange(answer)}: ${path} has another JSON type`,
        { expected: `${path} of type ${types.join(' or ')}`, received: answer.text, exchange: answer },
      );
    }
  });
}

async function everyAnswer(
  scope: Scope,
  { resource, shape }: Subject,
): Promise<{ answers: readonly Exchange[]; list: Exchange }> {
  const given = await shape.arrange(scope);
  const { path, exchange } = await scope.create(resource, { given, body: shape.full(scope, given) });
  const { read, update } = resource.operations;
  const answers = [exchange];
  if (read !== undefined) answers.push(await scope.api.get(path));
  if (update !== undefined) answers.push(await scope.api.put(path, shape.full(scope, given)));
  for (const answer of answers) assertStatus(answer, 200, 201);
  return { answers, list: await scope.api.get(given.collection) };
}

function assertPath(answer: Exchange, path: string, violations: readonly Violation[]): void {
  const told = violations.filter((violation) => violation.path === path).map(({ message }) => message);
  const detail = { expected: `${path} as documented`, received: told.join('; '), exchange: answer };
  assert(told.length === 0, `${describeExchange(answer)}: ${path} is not as documented`, detail);
}
