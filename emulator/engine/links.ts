/** The `_links` member of a representation (facts 0.5). */
export type Links = { readonly [name: string]: { readonly href: string } };

/** Links from names to URLs; a name without a URL is left out. */
export function links(urls: { readonly [name: string]: string | undefined }): Links {
  const result: Record<string, { href: string }> = {};
  for (const name in urls) {
    const href = urls[name];
    if (href !== undefined) result[name] = { href };
  }
  return result;
}

/** A URL with a query, its names and values percent-encoded. */
export function withQuery(url: string, query: Iterable<readonly [string, string]>): string {
  const pairs = [...query].map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  return pairs.length === 0 ? url : `${url}?${pairs.join('&')}`;
}
