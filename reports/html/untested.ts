import type { Conformance } from '../conformance.ts';
import { counted, grouped } from '../words.ts';
import { fragment, html, type Markup, prose } from './markup.ts';

const SHOWN = 8;

/** What the run says nothing about, by reason. */
export function untested({ notTested, requirements }: Conformance): Markup {
  const { reasons, count } = notTested;
  const more = reasons.slice(SHOWN);
  return html`<section aria-labelledby="untested">
<h2 id="untested">What was not tested</h2>
${
  count === 0
    ? html`<p>Every requirement was tested.</p>`
    : html`<p>Of ${grouped(requirements.length)} requirements, ${grouped(count)} were not tested; nothing here says whether the target meets them.</p>
${table('Reasons why requirements were not tested', reasons.slice(0, SHOWN))}
${more.length > 0 && html`<details><summary>${counted(more.length, 'more reason')}</summary>${table('Further reasons', more)}</details>`}`
}
</section>`;
}

function table(caption: string, reasons: Conformance['notTested']['reasons']): Markup {
  return html`<table class="reasons"><caption class="unseen">${caption}</caption>
<thead><tr><th scope="col">Count</th><th scope="col">Verdict</th><th scope="col">Reason, and which</th></tr></thead>
<tbody>${reasons.map(
    ({ verdict, reason, count, requirements }) =>
      html`<tr><td class="number">${grouped(count)}</td><td><span class="v ${verdict}">${verdict}</span></td><td><details><summary>${prose(reason)}</summary><p class="ids">${requirements.map((id) => html`<a href="#requirement-${fragment(id)}">${id}</a> `)}</p></details></td></tr>\n`,
  )}</tbody></table>`;
}
