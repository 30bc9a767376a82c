import type { Cause } from '../causes.ts';
import type { Conformance } from '../conformance.ts';
import { counted, FAULT_WORDS } from '../words.ts';
import { causeArticle, verdictOf } from './cause.ts';
import { cut, html, type Markup } from './markup.ts';

/** What broke, by cause: first the list of causes, then each with its failures. */
export function failures(conformance: Conformance, causes: readonly Cause[]): Markup {
  const rows = new Map(conformance.requirements.map((row) => [row.id, row]));
  const { errors } = conformance.run;
  return html`<section aria-labelledby="broke">
<h2 id="broke">What broke</h2>
${causes.length === 0 && errors.length === 0 && html`<p>Nothing broke.</p>`}
${errors.length > 0 && outside(errors)}
${causes.length > 1 && index(causes)}
${causes.map((cause) => causeArticle(cause, rows))}
</section>`;
}

function outside(errors: Conformance['run']['errors']): Markup {
  return html`<div class="outside"><h3>Outside any case</h3><ul>${errors.map(
    ({ fault, message }) =>
      html`<li><p class="meta">${FAULT_WORDS[fault]}</p><pre>${cut(message, 4000)}</pre></li>`,
  )}</ul></div>`;
}

function index(causes: readonly Cause[]): Markup {
  return html`<ol class="index">${causes.map(
    (cause) => html`<li><a href="#${cause.id}">${cut(cause.headline, 200)}</a>
<span class="meta"><span class="v ${verdictOf(cause)}">${cause.failures[0].level ?? 'no level'}</span> · ${counted(cause.failures.length, 'case')} of ${requirementsOf(cause)} · ${FAULT_WORDS[cause.failures[0].fault]}</span></li>`,
  )}</ol>`;
}

function requirementsOf({ failures: [first, ...others] }: Cause): Markup {
  const ids = new Set([first, ...others].map(({ requirement }) => requirement));
  return ids.size === 1 ? html`<code>${first.requirement}</code>` : html`${counted(ids.size, 'requirement')}`;
}
