import type { Conformance } from '../conformance.ts';
import { counted, grouped } from '../words.ts';
import { cut, html, type Markup } from './markup.ts';

const SHOWN = 100;

/** What the target did that no document describes and none forbids. */
export function observations({ observations: all }: Conformance): Markup {
  const hidden = all.length - SHOWN;
  return html`<section aria-labelledby="observations">
<h2 id="observations">Observations</h2>
${
  all.length === 0
    ? html`<p>Nothing undocumented was seen.</p>`
    : html`<p>Undocumented, and allowed: no verdict hangs on it.</p>
<table class="observed"><caption class="unseen">Observations, the most frequent first</caption>
<thead><tr><th scope="col">Times</th><th scope="col">Kind</th><th scope="col">What and where</th></tr></thead>
<tbody>${all
        .slice(0, SHOWN)
        .map(
          ({ kind, where, what, count }) =>
            html`<tr><td class="number">${grouped(count)}</td><td>${kind}</td><td>${cut(what, 400)} <code>${where}</code></td></tr>\n`,
        )}</tbody></table>`
}
${hidden > 0 && html`<p>And ${counted(hidden, 'more observation')}, all in conformance.json.</p>`}
</section>`;
}
