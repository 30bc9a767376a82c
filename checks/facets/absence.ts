import { assert, sameJson } from '../../fixtures/assertions.ts';
import type { Case } from '../../fixtures/case.ts';
import { describeExchange, type Exchange } from '../../fixtures/exchange.ts';
import { valueAt, without } from '../../fixtures/mutations/path.ts';
import type { Resource } from '../../fixtures/resource.ts';
import { properties } from '../../schemas/contract.ts';
import { fullOf } from '../bodies.ts';
import { caseFor } from '../check.ts';
import { accept, openWrite, rowsOf, writesOf } from '../writes.ts';
import { rowsOn, type Subject } from './subject.ts';

/** What stands for a property that is left out: its default, or nothing. */
export function* absence(subject: Subject): Generator<Case> {
  const { resource, path, shape, property } = subject;
  for (const write of writesOf(resource)) {
    const run = (judge: (shown: Exchange) => void, left: string): Case['run'] => {
      return async ({ scope }) => {
        const prepared = await openWrite(scope, resource, write, fullOf(shape));
        for (const shown of await accept(prepared, without(prepared.clean(), left))) judge(shown);
      };
    };
    const title = `a ${write} without ${path}`;
    const standard = property.schema.default;
    const defaulted = rowsOf(rowsOn(subject, 'default'), write);
    const left = outermostOptional(resource, path);
    const judgeDefault = (shown: Exchange) => assertDefault(shown, path, standard);
    yield* caseFor(resource, defaulted, `${title} falls back to its default`, run(judgeDefault, left));
    const optional = rowsOf(rowsOn(subject, 'optional'), write);
    const judgeUnset = (shown: Exchange) => assertUnset(shown, path);
    yield* caseFor(resource, optional, `${title} leaves it unset`, run(judgeUnset, path));
  }
}

/** The longest way up from a property that a body may leave out. */
function outermostOptional(resource: Resource, path: string): string {
  const required = new Set(
    properties(resource.model)
      .filter((one) => one.required)
      .map((one) => one.path),
  );
  const steps = path.split('.');
  const ways = steps.map((_, index) => steps.slice(0, index + 1).join('.'));
  return ways.find((way) => !required.has(way)) ?? path;
}

/** A switch that is off may be shown by its absence; any other default is shown. */
function assertDefault(shown: Exchange, path: string, standard: unknown): void {
  const received = valueAt(shown.json, path);
  const off = standard === false && received === undefined;
  const detail = { expected: `${path} ${JSON.stringify(standard)}`, received: shown.text, exchange: shown };
  const message = `${describeExchange(shown)}: ${path} was left out and is not its default`;
  assert(off || sameJson(received, standard), message, detail);
}

function assertUnset(shown: Exchange, path: string): void {
  const received = valueAt(shown.json, path);
  const detail = { expected: `no ${path}`, received: shown.text, exchange: shown };
  assert(isUnset(received), `${describeExchange(shown)}: ${path} was left out and has a value`, detail);
}

/** Nothing, or an object that says nothing but what is off. */
function isUnset(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return true;
  return typeof value === 'object' && !Array.isArray(value) && Object.values(value).every(isUnset);
}
