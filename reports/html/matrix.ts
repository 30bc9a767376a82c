import type { Conformance } from '../conformance.ts';
import type { OperationRow, OperationStatus } from '../operations.ts';
import { counted } from '../words.ts';
import { html, type Markup } from './markup.ts';

/** Operations against statuses: what was documented, what was seen, and why the rest was not. */
export function matrix({ operations }: Conformance): Markup {
  const called = operations.filter(({ statuses }) => Object.values(statuses).some(({ seen }) => seen > 0));
  const silent = operations.filter((operation) => !called.includes(operation));
  return html`<section aria-labelledby="operations">
<h2 id="operations">Operations</h2>
<p>Answers of ${counted(called.length, 'operation')} by status. A dash stands for documented and not seen, a framed number was seen and is not documented; <code>~</code> is <code>/environments/{envID}</code>.</p>
${called.length > 0 && table(called)}
${reasons(called)}
${
  silent.length > 0 &&
  html`<details><summary>${counted(silent.length, 'operation')} not called</summary><ul class="plain">${silent.map(
    ({ method, path }) => html`<li>${operationName(method, path)}</li>`,
  )}</ul></details>`
}
</section>`;
}

function table(operations: readonly OperationRow[]): Markup {
  const columns = [...new Set(operations.flatMap(({ statuses }) => Object.keys(statuses)))].sort();
  return html`<div class="wide" role="region" aria-labelledby="matrix-caption" tabindex="0"><table class="matrix"><caption id="matrix-caption" class="unseen">Answers seen by operation and status</caption>
<thead><tr><th scope="col">Operation</th>${columns.map((status) => html`<th scope="col">${status}</th>`)}</tr></thead>
<tbody>
${operations.map(
  ({ method, path, statuses }) =>
    html`<tr><th scope="row">${operationName(method, path)}</th>${columns.map((status) => cell(statuses[status]))}</tr>\n`,
)}</tbody></table></div>`;
}

/** The path may break before each step, and nowhere else. */
function operationName(method: string, path: string): Markup {
  const steps = path.replace(/^\/environments\/\{envID\}/, '~').split('/');
  const breakable = steps.map((step, index) => (index === 0 ? step : html`<wbr>/${step}`));
  return html`<code><b>${method}</b> ${breakable}</code>`;
}

function cell(status: OperationStatus | undefined): Markup {
  if (status === undefined) return html`<td></td>`;
  if (!status.documented)
    return html`<td class="surprise">${status.seen}<span class="unseen"> not documented</span></td>`;
  if (status.seen > 0) return html`<td>${status.seen}</td>`;
  return html`<td class="none"><span aria-hidden="true">–</span><span class="unseen">documented, not seen</span></td>`;
}

function reasons(operations: readonly OperationRow[]): Markup | false {
  const rows = operations.flatMap(({ id, statuses }) =>
    Object.entries(statuses).flatMap(([status, { seen, reason }]) =>
      seen === 0 && reason !== undefined ? [{ id, status, reason }] : [],
    ),
  );
  if (rows.length === 0) return false;
  return html`<details><summary>${counted(rows.length, 'documented answer')} that cannot be provoked</summary>
<table><caption class="unseen">Documented answers that cannot be provoked, with reasons</caption>
<thead><tr><th scope="col">Operation</th><th scope="col">Status</th><th scope="col">Reason</th></tr></thead>
<tbody>${rows.map(({ id, status, reason }) => html`<tr><th scope="row"><code>${id}</code></th><td>${status}</td><td>${reason}</td></tr>\n`)}</tbody></table></details>`;
}
