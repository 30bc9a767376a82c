import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { causes } from '../causes.ts';
import type { Conformance } from '../conformance.ts';
import { VERDICT_WORDS } from '../words.ts';
import { atlas } from './atlas.ts';
import { facts } from './facts.ts';
import { failures } from './failures.ts';
import { html, type Markup, verbatim } from './markup.ts';
import { masthead } from './masthead.ts';
import { matrix } from './matrix.ts';
import { observations } from './observations.ts';
import { untested } from './untested.ts';

/**
 * The report of a run as one page: a file that needs nothing beside it, asks for nothing, and can be read without
 * scripts. Verdict and what was not tested come first, then what broke, then everything else.
 */
export function page(conformance: Conformance): string {
  const style = ['page.css', 'sections.css', 'failures.css', 'atlas.css'].map(asset).join('');
  const script = asset('filter.js');
  const policy = `default-src 'none'; style-src ${digest(style)}; script-src ${digest(script)}; base-uri 'none'; form-action 'none'`;
  const { target, verdict } = conformance;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${VERDICT_WORDS[verdict]}: ${target.name} - pingone-conformance</title>
<style>${verbatim(style)}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the report</a>
${masthead(conformance)}
${navigation(conformance)}
<main id="content" tabindex="-1">
${untested(conformance)}
${failures(conformance, causes(conformance.failures))}
${atlas(conformance)}
${matrix(conformance)}
${observations(conformance)}
${facts(conformance)}
</main>
<script>${verbatim(script)}</script>
</body>
</html>
`.markup;
}

function navigation({ failures: all, notTested, requirements, observations: seen }: Conformance): Markup {
  const places: readonly (readonly [string, string, number?])[] = [
    ['untested', 'Not tested', notTested.count],
    ['broke', 'What broke', all.length],
    ['atlas', 'Atlas', requirements.length],
    ['operations', 'Operations'],
    ['observations', 'Observations', seen.length],
    ['facts', 'Run'],
  ];
  return html`<nav aria-label="Sections"><ul>${places.map(
    ([id, name, count]) =>
      html`<li><a href="#${id}">${name}</a>${count !== undefined && html` <span class="count">${count}</span>`}</li>`,
  )}</ul></nav>`;
}

function asset(name: string): string {
  return readFileSync(new URL(`./${name}`, import.meta.url), 'utf8');
}

function digest(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
