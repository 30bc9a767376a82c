import { switchable } from './sites.mjs';

/** Loads checks and rules with assertions that can be switched off; it is below what compiles TypeScript, and sees the source. */
export async function load(url, context, next) {
  const loaded = await next(url, context);
  const file = /\/((?:checks|specs\/rules)\/[\w/]+\.ts)$/.exec(url)?.[1];
  return file === undefined ? loaded : { ...loaded, source: switchable(file, String(loaded.source)) };
}
