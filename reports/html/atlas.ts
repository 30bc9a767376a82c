import type { Verdict } from '../../schemas/events.ts';
import type { Conformance } from '../conformance.ts';
import type { RequirementRow } from '../requirements.ts';
import { counted, duration, grouped } from '../words.ts';
import { fragment, html, type Markup, prose } from './markup.ts';

/** Every requirement by area, each with its cases; the form above it works where scripts do. */
export function atlas({ requirements }: Conformance): Markup {
  const areas = new Map<string, RequirementRow[]>();
  for (const row of requirements) {
    const rows = areas.get(row.area);
    if (rows === undefined) areas.set(row.area, [row]);
    else rows.push(row);
  }
  return html`<section aria-labelledby="atlas">
<h2 id="atlas">Atlas</h2>
<p>Every requirement by area, with the cases that exercise it.</p>
${filter(requirements)}
${[...areas].map(([name, rows]) => area(name, rows))}
</section>`;
}

function filter(rows: readonly RequirementRow[]): Markup {
  return html`<form id="filter" role="search" aria-label="Filter the atlas" hidden>
<label for="filter-text">Id, text or case</label> <input id="filter-text" type="search" autocomplete="off" spellcheck="false">
<fieldset><legend class="unseen">Verdicts shown</legend>${counts(rows).map(
    ([verdict, count]) =>
      html`<label><input type="checkbox" value="${verdict}" checked> <span class="v ${verdict}">${verdict}</span> <span class="count">${count}</span></label> `,
  )}</fieldset>
<output id="filter-count" aria-live="polite"></output>
</form>`;
}

function area(name: string, rows: readonly RequirementRow[]): Markup {
  const tallies = counts(rows).map(
    ([verdict, count]) => html`<span class="v ${verdict}">${grouped(count)} ${verdict}</span> `,
  );
  return html`<details class="area" id="area-${fragment(name)}"><summary><h3>${name}</h3> <span class="tallies">${tallies}</span></summary>
<ul class="requirements">
${rows.map(requirement)}</ul></details>
`;
}

function requirement(row: RequirementRow): Markup {
  const { id, verdict, level, text, source, reason, cases, defects } = row;
  return html`<li id="requirement-${fragment(id)}" data-verdict="${verdict}"><span class="v ${verdict}">${verdict}</span><div><p>${prose(text)}</p>${
    reason !== undefined && html`<p class="reason">${prose(reason)}</p>`
  }<details><summary><code>${id}</code> ${level}, ${cases.length === 0 ? 'no case' : counted(cases.length, 'case')}</summary>${
    cases.length > 0 && html`<ul class="cases">${cases.map(caseLine)}</ul>`
  }<p class="meta">${level} by <cite>${source.document}, ${source.section}</cite>${defects.length > 0 && `; proven by ${defects.join(', ')}`}</p></details></div></li>
`;
}

function caseLine({ title, file, verdict, durationMs, requests }: RequirementRow['cases'][number]): Markup {
  return html`<li><span class="v ${verdict}">${verdict}</span> ${prose(title)} <small>${file}, ${duration(durationMs)}, ${counted(requests, 'request')}</small></li>`;
}

function counts(rows: readonly RequirementRow[]): readonly (readonly [Verdict, number])[] {
  const order: readonly Verdict[] = [
    'fail',
    'warn',
    'incomplete',
    'deviation',
    'pass',
    'not-applicable',
    'excluded',
  ];
  return order
    .map((verdict) => [verdict, rows.filter((row) => row.verdict === verdict).length] as const)
    .filter(([, count]) => count > 0);
}
