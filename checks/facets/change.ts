import { sameJson } from '../../fixtures/assertions.ts';
import type { Case } from '../../fixtures/case.ts';
import { assertKept } from '../../fixtures/kept.ts';
import { withValue } from '../../fixtures/mutations/path.ts';
import { fullOf } from '../bodies.ts';
import { caseFor } from '../check.ts';
import { accept, openWrite } from '../writes.ts';
import { rowsOn, type Subject, valueIn } from './subject.ts';

/** What a replace can change. */
export function* change(subject: Subject): Generator<Case> {
  const { resource, path, shape } = subject;
  const rows = rowsOn(subject, 'mutable');
  if (rows.length === 0) return;
  yield* caseFor(resource, rows, `a replace can change ${path}`, async ({ scope }) => {
    const replace = await openWrite(scope, resource, 'replace', fullOf(shape));
    const clean = replace.clean();
    const other = valueIn(subject, shape.changed(scope, replace.given));
    if (sameJson(other, valueIn(subject, clean))) throw new Error(`\`changed\` has the ${path} of \`full\``);
    await accept(replace, clean);
    for (const answer of await accept(replace, withValue(clean, path, other)))
      assertKept(answer, path, other);
  });
}
