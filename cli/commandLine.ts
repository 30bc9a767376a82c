/**
 * The flags of a command line of ours, as a person would paste it into a POSIX shell: words, and words in single
 * quotes.
 * @returns values by the name of the flag, without the hyphens
 */
export function flagsIn(line: string): Readonly<Record<string, string>> {
  const words = [...line.matchAll(/(?:'[^']*'|\\'|[^\s'])+/g)].map(([word]) =>
    word.replace(/'([^']*)'|\\'/g, (piece, inner: string | undefined) => inner ?? piece.slice(1)),
  );
  const flags: Record<string, string> = {};
  for (const [index, word] of words.entries())
    if (word.startsWith('--')) flags[word.slice(2)] = words[index + 1] ?? '';
  return flags;
}
