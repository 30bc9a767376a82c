/**
 * Specs are loaded as they are, with a runner that runs nothing: their cases are wanted, not Playwright.
 * A module hook, because a spec names the runner's `test` in an import.
 */
export async function resolve(specifier, context, next) {
  const found = await next(specifier, context);
  if (!found.url.endsWith('/fixtures/test.ts')) return found;
  return { ...found, url: new URL('noRunner.ts', import.meta.url).href };
}
