import type { Conformance } from '../conformance.ts';
import { counted, duration, grouped, size } from '../words.ts';
import { type Content, cut, html, type Markup } from './markup.ts';

/** What was run, against what, and what it cost. */
export function facts(conformance: Conformance): Markup {
  const { target, run, http, suite, values, leftBehind, exitCode } = conformance;
  const drawn = Object.entries(values);
  const rows: readonly (readonly [string, Content])[] = [
    ['Target', `${target.name} (${target.kind}${target.region === undefined ? '' : `, ${target.region}`})`],
    ['API', target.apiUrl],
    ['Authorization server', target.authUrl],
    ['Environment', target.environmentId],
    [
      'Suite',
      suite.renderedBy === undefined ? suite.version : `${suite.version}, report by ${suite.renderedBy}`,
    ],
    ['Run', `${run.id}, lease ${run.lease}`],
    ['Seed', `${run.seed}, ${counted(run.runs, 'value')} per property`],
    ['Started', run.startedAt],
    ['Took', duration(run.durationMs)],
    ['Cases', `${grouped(run.cases.ended)} of ${grouped(run.cases.planned)}`],
    [
      'HTTP',
      `${counted(http.requests, 'request')}, ${size(http.bytes)}, ${counted(http.retries, 'retry', 'retries')}, ${duration(http.waitedMs)} waited`,
    ],
    ['Exit code', exitCode],
  ];
  return html`<section aria-labelledby="facts">
<h2 id="facts">Run</h2>
<dl class="facts">${rows.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>
${leftBehind.length > 0 && html`<h3 id="left-behind">Not cleaned up</h3><ul>${leftBehind.map((sentence) => html`<li>${cut(sentence, 400)}</li>`)}</ul>`}
${
  drawn.length > 0 &&
  html`<details><summary>Generated values sent, ${counted(drawn.length, 'class', 'classes')}</summary><table><caption class="unseen">Generated values by class</caption>
<thead><tr><th scope="col">Class</th><th scope="col">Values</th></tr></thead>
<tbody>${drawn.map(([name, count]) => html`<tr><th scope="row"><code>${name}</code></th><td class="number">${grouped(count)}</td></tr>`)}</tbody></table></details>`
}
</section>`;
}
