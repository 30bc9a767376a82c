import type { Cause } from '../causes.ts';
import type { Failure } from '../failure.ts';
import type { RequirementRow } from '../requirements.ts';
import { counted, FAULT_WORDS } from '../words.ts';
import { evidence } from './evidence.ts';
import { cut, fragment, html, type Markup, prose } from './markup.ts';

/** Failures of one cause that are told in full; the others are one line each. */
const TOLD = 5;

/** One cause: the requirement and its source, the first failure in full, the others folded. */
export function causeArticle(cause: Cause, rows: ReadonlyMap<string, RequirementRow>): Markup {
  const [first, ...others] = cause.failures;
  const told = others.slice(0, TOLD - 1);
  const rest = others.slice(TOLD - 1);
  const ids = [...new Set(cause.failures.map(({ requirement }) => requirement))];
  const each = ids.length > 1;
  return html`<article class="cause ${verdictOf(cause)}" id="${cause.id}" aria-labelledby="${cause.id}-title">
<h3 id="${cause.id}-title">${cut(cause.headline, 400)}</h3>
<p class="meta"><span class="v ${verdictOf(cause)}">${first.level ?? 'no level'}</span> · ${counted(cause.failures.length, 'case')}${each && ` of ${counted(ids.length, 'requirement')}`} · <strong>${FAULT_WORDS[first.fault]}</strong>: ${first.faultRule} <a class="permalink" href="#${cause.id}" aria-label="Link to this cause">#</a></p>
${!each && requirement(first, rows)}
${failure(first, each, rows)}
${told.map((one) => html`<details class="other"><summary>${prose(one.case)}</summary>${failure(one, each, rows)}</details>`)}
${rest.length > 0 && html`<details class="other"><summary>${counted(rest.length, 'more case')} of this cause</summary><ul class="rest">${rest.map(line)}</ul></details>`}
</article>`;
}

/** `fail` for a cause that makes the run fail, `warn` for one that does not. */
export function verdictOf({ failures }: Cause): 'fail' | 'warn' {
  return failures.some(({ level, fault }) => level !== 'should' || fault === 'suite') ? 'fail' : 'warn';
}

function failure(one: Failure, withRequirement: boolean, rows: ReadonlyMap<string, RequirementRow>): Markup {
  return html`<section class="failure" id="${fragment(one.id)}" aria-labelledby="${fragment(one.id)}-title">
<h4 id="${fragment(one.id)}-title">${prose(cut(one.case, 400))}</h4>
<p class="meta"><code>${one.file}:${one.line}</code>${one.synonyms.length > 0 && html`, also ${one.synonyms.map(link)}`} <a class="permalink" href="#${fragment(one.id)}" aria-label="Link to this failure">#</a></p>
${withRequirement && requirement(one, rows)}
${evidence(one)}
</section>`;
}

function requirement(one: Failure, rows: ReadonlyMap<string, RequirementRow>): Markup {
  const row = rows.get(one.requirement);
  if (row === undefined)
    return html`<p class="promise">No requirement of the register: <code>${one.requirement}</code></p>`;
  return html`<blockquote class="promise"><p>${prose(row.text)}</p><footer><cite>${row.source.document}, ${row.source.section}</cite> ${link(row.id)}</footer></blockquote>`;
}

function link(id: string): Markup {
  return html`<a href="#requirement-${fragment(id)}"><code>${id}</code></a> `;
}

function line(one: Failure): Markup {
  return html`<li id="${fragment(one.id)}">${prose(cut(one.case, 200))} <span class="meta"><code>${one.file}:${one.line}</code></span></li>`;
}
