import type { Verdict } from '../../schemas/events.ts';
import { causes } from '../causes.ts';
import type { Conformance } from '../conformance.ts';
import { counted, duration, grouped, VERDICT_WORDS } from '../words.ts';
import { html, type Markup } from './markup.ts';

const ORDER: readonly Verdict[] = [
  'pass',
  'fail',
  'warn',
  'incomplete',
  'not-applicable',
  'deviation',
  'excluded',
];
const LEVELS = ['must', 'should', 'may'] as const;

/** The top of the page: the verdict, one sentence of reason, and the counts behind it. */
export function masthead(conformance: Conformance): Markup {
  const { target, run, suite, verdict } = conformance;
  return html`<header class="masthead">
<p class="imprint">pingone-conformance ${suite.version} <span aria-hidden="true">/</span> <time datetime="${run.startedAt}">${when(run.startedAt)}</time> <span aria-hidden="true">/</span> ${duration(run.durationMs)}</p>
<div class="opening"><div><h1><span class="about">${target.name}, ${target.apiUrl}</span> <span class="verdict-word ${verdict.replaceAll(' ', '-')}">${VERDICT_WORDS[verdict]}</span></h1>
<p class="lede">${lede(conformance)}</p></div>
${tally(conformance)}</div>
${bar(conformance)}
</header>`;
}

function lede(conformance: Conformance): string {
  const { failures, run, notTested, requirements, leftBehind, verdict } = conformance;
  const count = (wanted: Verdict) => requirements.filter((row) => row.verdict === wanted).length;
  const counting = requirements.filter((row) => run.grep === undefined || row.cases.length > 0);
  const open = counting.filter((row) => row.verdict === 'incomplete' && row.level !== 'may').length;
  const sentences: (string | false)[] = [
    failures.length === 0
      ? `No case failed; ${counted(count('pass'), 'requirement')} passed.`
      : `${counted(failures.length, 'case')} failed${from(failures)}. The fault seems to lie ${blame(failures)}.`,
    verdict === 'incomplete' &&
      `${counted(open, 'must or should', 'musts and shoulds')} could not be judged.`,
    count('warn') > 0 && `Warnings, a should not met: ${grouped(count('warn'))}.`,
    notTested.count > 0 &&
      `Not tested: ${grouped(notTested.count)} of ${counted(requirements.length, 'requirement')}.`,
    run.grep !== undefined && `Only cases that match “${run.grep}” were selected.`,
    run.interrupted &&
      `The run was cut short after ${grouped(run.cases.ended)} of ${counted(run.cases.planned, 'case')}.`,
    run.errors.length > 0 && `Errors outside any case: ${grouped(run.errors.length)}.`,
    leftBehind.length > 0 && `Not cleaned up: ${counted(leftBehind.length, 'thing')}.`,
  ];
  return sentences.filter((sentence) => sentence !== false).join(' ');
}

/** `, from what looks like 3 causes`, when that is fewer than there are failures. */
function from(failures: Conformance['failures']): string {
  const { length } = causes(failures);
  return length < failures.length ? `, from what looks like ${counted(length, 'cause')}` : '';
}

/** `with the target`, or `with the target in 11, with the suite in 1`. */
function blame(failures: Conformance['failures']): string {
  const counts = new Map<string, number>();
  for (const { fault } of failures) counts.set(fault, (counts.get(fault) ?? 0) + 1);
  if (counts.size === 1) return `with the ${failures[0]?.fault}`;
  return [...counts].map(([fault, count]) => `with the ${fault} in ${grouped(count)}`).join(', ');
}

/** The share of each verdict, for the eye only; the table beneath says it in numbers. */
function bar({ requirements }: Conformance): Markup {
  let x = 0;
  const parts = ORDER.map((verdict) => {
    const width = (requirements.filter((row) => row.verdict === verdict).length / requirements.length) * 100;
    const part =
      width > 0 &&
      html`<rect class="${verdict}" x="${x.toFixed(2)}%" width="${width.toFixed(2)}%" height="100%"/>`;
    x += width;
    return part;
  });
  return html`<svg class="bar" aria-hidden="true">${parts}</svg>`;
}

function tally({ totals }: Conformance): Markup {
  const shown = ORDER.filter(
    (verdict) => ['pass', 'fail'].includes(verdict) || LEVELS.some((level) => totals[level][verdict] > 0),
  );
  return html`<table class="tally"><caption class="unseen">Requirements by verdict and level</caption>
<thead><tr><th scope="col">Requirements</th>${LEVELS.map((level) => html`<th scope="col">${level}</th>`)}</tr></thead>
<tbody>${shown.map(
    (verdict) =>
      html`<tr><th scope="row"><span class="v ${verdict}">${verdict}</span></th>${LEVELS.map((level) => {
        const count = totals[level][verdict];
        return html`<td${count === 0 && html` class="none"`}>${grouped(count)}</td>`;
      })}</tr>`,
  )}</tbody></table>`;
}

function when(at: string): string {
  return at.replace('T', ' ').replace(/\.\d+Z$/, ' UTC');
}
