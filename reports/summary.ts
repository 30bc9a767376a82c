import type { Verdict } from '../schemas/events.ts';
import { plainMessage } from './causes.ts';
import type { Conformance } from './conformance.ts';
import type { Failure } from './failure.ts';
import { printable } from './printable.ts';
import type { Rendering } from './render.ts';
import { counted } from './words.ts';

const FAILURE_LINES = 6;
const REASON_LINES = 4;
const LINE_LENGTH = 160;
/** Ids of a target say little and push what was observed out of the line. */
const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi;
const ORDER: readonly Verdict[] = [
  'pass',
  'fail',
  'warn',
  'incomplete',
  'not-applicable',
  'deviation',
  'excluded',
];

/** The last words on the terminal: verdict, counts, what was not tested, failures by requirement, where to read on. */
export function summary({ conformance, html }: Rendering): string {
  return [
    '',
    `${conformance.verdict}: ${conformance.target.name} at ${conformance.target.apiUrl}${selection(conformance)}`,
    ...counts(conformance),
    ...failures(conformance),
    ...untested(conformance),
    ...conformance.run.errors.slice(0, 3).map(({ message }) => `outside any case: ${oneLine(message)}`),
    ...(conformance.leftBehind.length === 0
      ? []
      : [`not cleaned up: ${conformance.leftBehind.length}, see the report`]),
    `report: ${html}`,
    '',
  ]
    .map((line) => (line.startsWith('report: ') ? line : oneLine(line)))
    .join('\n');
}

/** A verdict on a part says so, because the rest was not judged. */
function selection({ run }: Conformance): string {
  return run.grep === undefined
    ? ''
    : `, only what matches '${run.grep}' (${counted(run.cases.ended, 'case')})`;
}

function counts({ totals }: Conformance): readonly string[] {
  return (['must', 'should', 'may'] as const).map((level) => {
    const parts = ORDER.filter((verdict) => totals[level][verdict] > 0).map(
      (verdict) => `${totals[level][verdict]} ${verdict}`,
    );
    return `  ${level.padEnd(7)} ${parts.join(', ') || 'none'}`;
  });
}

function failures({ failures: all }: Conformance): readonly string[] {
  const groups = new Map<string, [Failure, ...Failure[]]>();
  for (const failure of all) {
    const group = groups.get(failure.requirement);
    if (group === undefined) groups.set(failure.requirement, [failure]);
    else group.push(failure);
  }
  const lines = [...groups].map(([requirement, [first, ...others]]) => {
    const more = others.length === 0 ? '' : ` (and ${counted(others.length, 'more case')})`;
    return `  ${first.level ?? 'must'} ${requirement}, fault ${first.fault}: ${plainMessage(first)}${more}`;
  });
  const head = `failures: ${counted(all.length, 'case')}, ${counted(groups.size, 'requirement')}`;
  return headed(head, lines, FAILURE_LINES);
}

function untested({ notTested }: Conformance): readonly string[] {
  const lines = notTested.reasons.map(
    ({ verdict, reason, count }) => `  ${String(count).padStart(5)} ${verdict}: ${reason}`,
  );
  return headed(`not tested: ${counted(notTested.count, 'requirement')}`, lines, REASON_LINES);
}

function headed(head: string, lines: readonly string[], limit: number): readonly string[] {
  if (lines.length === 0) return [];
  const rest = lines.length > limit ? [`  and ${lines.length - limit} more`] : [];
  return [head, ...lines.slice(0, limit), ...rest];
}

function oneLine(text: string): string {
  const line = printable(text)
    .replace(UUID, '{…}')
    .replace(/\s*[\n\t]\s*/g, ' ');
  return line.length > LINE_LENGTH ? line.slice(0, LINE_LENGTH - 1) + '…' : line;
}
