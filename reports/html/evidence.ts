import type { Failure } from '../failure.ts';
import { counted } from '../words.ts';
import { cut, html, type Markup } from './markup.ts';

const VALUE_SHOWN = 4000;
const EXCHANGE_SHOWN = 6000;
const LINE = 90;

/** What a failure is made of, each part labelled: expected, received, and the ways to see it again. */
export function evidence(failure: Failure): Markup {
  const { expected, received, counterexample, curl, replay, exchanges } = failure;
  return html`<dl class="evidence">
<div class="side"><dt>Expected</dt><dd><pre>${cut(expected, VALUE_SHOWN)}</pre></dd></div>
<div class="side"><dt>Received</dt><dd><pre>${cut(laidOut(received), VALUE_SHOWN)}</pre></dd></div>
${counterexample !== undefined && block('Smallest value that fails', laidOut(counterexample))}
${block('Run this case again', replay)}
${curl !== undefined && block('Send the request by hand', curl)}
</dl>
${
  exchanges.length > 0 &&
  html`<details><summary>${counted(exchanges.length, 'exchange')} of this case</summary><ol class="exchanges">${exchanges.map(
    (exchange) => html`<li><pre>${cut(exchange, EXCHANGE_SHOWN)}</pre></li>`,
  )}</ol></details>`
}`;
}

function block(label: string, text: string): Markup {
  return html`<div><dt>${label}</dt><dd><pre>${cut(text, VALUE_SHOWN)}</pre></dd></div>`;
}

/** JSON objects and lists that are too long for a line over several, anything else as it is. */
function laidOut(text: string): string {
  if (!/^\s*[[{]/.test(text) || text.length < LINE || text.length > VALUE_SHOWN) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
