import { readFileSync } from 'node:fs';
import { html, type Markup, verbatim } from '../../reports/html/markup.ts';
import { requirements } from '../../schemas/contract.ts';
import type { Matrix, Row } from './matrix.ts';

/** The matrix as one page that needs nothing beside it: survivors first, then area by area. */
export function page({ rows, totals, withoutDefect, uniform, durationMs, seed }: Matrix): string {
  const survivors = rows.filter(({ survivedBy }) => survivedBy.length > 0);
  const areas = new Map<string, Row[]>();
  for (const row of rows) {
    const area = requirements().get(row.breaks[0] ?? '')?.area ?? 'unknown';
    areas.set(area, [...(areas.get(area) ?? []), row]);
  }
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Kill matrix - pingone-conformance</title>
<style>${verbatim(readFileSync(new URL('page.css', import.meta.url), 'utf8'))}</style>
</head>
<body>
<h1>Kill matrix</h1>
<p>${totals.killed} of ${totals.defects} defects killed, ${totals.survivors} survive
(${totals.mislabelled} of them seen only by a case of another requirement).
${totals.withDefect} of ${totals.requirements} requirements have a defect. Seed ${seed}, ${(durationMs / 1000).toFixed(1)} s.</p>
<h2 id="survivors">Survivors</h2>
${survivors.length === 0 ? html`<p>None.</p>` : table(survivors)}
<h2 id="without">Requirements without a defect</h2>
${withoutDefect.length === 0 ? html`<p>None.</p>` : html`<ul>${withoutDefect.map((id) => html`<li><code>${id}</code></li>`)}</ul>`}
${uniform.length > 0 && servers(uniform)}
${[...areas].map(
  ([area, own]) => html`<h2 id="${area}">${area}</h2>
${table(own)}`,
)}
</body>
</html>
`.markup;
}

/** Servers that answer alike, and the first of the cases that each took in. */
function servers(uniform: Matrix['uniform']): Markup {
  return html`<h2 id="uniform">Servers that answer alike</h2>
<table>
<thead><tr><th scope="col">A server that</th><th scope="col">Cases met</th><th scope="col">Took in</th></tr></thead>
<tbody>${uniform.map(
    ({ describes, cases, held }) => html`<tr><th scope="row">${describes}</th><td>${cases}</td>
<td>${held.length === 0 ? 'none' : html`<strong>${held[0]}</strong>${held.length > 1 && ` and ${held.length - 1} more`}`}</td></tr>`,
  )}</tbody>
</table>`;
}

function table(rows: readonly Row[]): Markup {
  return html`<table>
<thead><tr><th scope="col">Defect</th><th scope="col">What the server does</th><th scope="col">Requirement</th><th scope="col">Killed by</th></tr></thead>
<tbody>${rows.flatMap((row) => row.breaks.map((id, index) => line(row, id, index === 0)))}</tbody>
</table>`;
}

function line({ defect, describes, killedBy }: Row, id: string, first: boolean): Markup {
  const [killer, ...more] = killedBy[id] ?? [];
  return html`<tr id="${first ? defect : `${defect}-${id}`}"><th scope="row">${first && html`<code>${defect}</code>`}</th>
<td>${first && describes}</td><td><code>${id}</code></td>
<td>${killer === undefined ? html`<strong>nothing</strong>` : html`${killer.title}${more.length > 0 && ` and ${more.length} more`}`}</td></tr>`;
}
