/** Finds the served path that a URL matches, whatever the method. */
export class PathIndex<P extends { readonly path: string }> {
  readonly #byLength = new Map<number, { readonly segments: readonly string[]; readonly path: P }[]>();

  constructor(paths: readonly P[]) {
    for (const path of paths) {
      const segments = split(path.path);
      const others = this.#byLength.get(segments.length);
      if (others === undefined) this.#byLength.set(segments.length, [{ segments, path }]);
      else others.push({ segments, path });
    }
  }

  /** The path of a URL, whose query and trailing slash do not count. */
  find(url: string): P | undefined {
    const wanted = split(url.split('?', 1)[0] ?? '');
    const candidates = this.#byLength.get(wanted.length) ?? [];
    return candidates.find(({ segments }) =>
      segments.every((segment, index) => segment.startsWith(':') || segment === wanted[index]),
    )?.path;
  }
}

function split(path: string): readonly string[] {
  return path.replace(/\/$/, '').split('/');
}
