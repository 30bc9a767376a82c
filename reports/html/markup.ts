import { printable } from '../printable.ts';

/** Text that is HTML already. `html` alone makes it from data, so nothing reaches a page unescaped. */
export type Markup = { readonly markup: string };

/** What may stand in a template: text is escaped, lists are joined, nothing is nothing. */
export type Content = Markup | string | number | false | undefined | readonly Content[];

/** Builds HTML from a template whose values are escaped for element content and for quoted attributes. */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Markup {
  let markup = parts[0] ?? '';
  for (const [index, value] of values.entries()) markup += text(value) + (parts[index + 1] ?? '');
  return { markup };
}

/** Long text cut to size, with a note of how much is left out and where all of it is. */
export function cut(value: string, length: number): string {
  if (value.length <= length) return value;
  return `${value.slice(0, length)} … (${value.length - length} more characters, all in conformance.json)`;
}

/** A sentence in which `backticks` mark code. */
export function prose(sentence: string): Markup {
  return html`${sentence.split(/`([^`]+)`/).map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}

/** Text of our own that is HTML, CSS or a script already. */
export function verbatim(markup: string): Markup {
  return { markup };
}

/** Anything that is not a letter or digit of a fragment becomes a hyphen, so that ids are safe in links. */
export function fragment(value: string): string {
  return value.replace(/[^A-Za-z0-9_-]/g, '-');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function text(value: Content): string {
  if (value === false || value === undefined) return '';
  if (typeof value === 'object') return 'markup' in value ? value.markup : value.map(text).join('');
  return printable(String(value)).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
