/** What stands before the first `*` of a pattern and after its last. */
export interface Ends {
  readonly prefix: string;
  readonly suffix: string;
}

/** The ends of a pattern; `undefined` for a literal name. */
export function endsOf(name: string): Ends | undefined {
  const first = name.indexOf("*");
  if (first < 0) return undefined;
  return { prefix: name.slice(0, first), suffix: name.slice(name.lastIndexOf("*") + 1) };
}

/** How much of a name is fixed: all of a literal, which is more specific than any pattern. */
export const fixedOf = (name: string): number =>
  endsOf(name) ? name.replaceAll("*", "").length : Infinity;

/**
 * Whether a pattern, in which `*` is any run of characters, stands for a name; a literal stands for itself. Given
 * another pattern as name, whether it stands for every name of that one. Each character is passed once, since the
 * leftmost place of a part leaves the most room for the next.
 */
export function matches(pattern: string, name: string): boolean {
  const ends = endsOf(pattern);
  if (!ends) return pattern === name;
  const { prefix, suffix } = ends;
  const end = name.length - suffix.length;
  if (prefix.length > end || !name.startsWith(prefix) || !name.endsWith(suffix)) return false;
  let from = prefix.length;
  for (const part of pattern.split("*").slice(1, -1)) {
    const at = name.indexOf(part, from);
    if (at < 0 || at + part.length > end) return false;
    from = at + part.length;
  }
  return true;
}
