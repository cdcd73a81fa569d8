import type { Diagnostic } from "../diagnostic.ts";

/** Diagnostics by the file in which they stand, in the order of the first of each. */
export function groupByFile(
  diagnostics: readonly Diagnostic[],
): ReadonlyMap<string, readonly Diagnostic[]> {
  const groups = new Map<string, Diagnostic[]>();
  for (const one of diagnostics) {
    const group = groups.get(one.location.file);
    if (group) group.push(one);
    else groups.set(one.location.file, [one]);
  }
  return groups;
}

/** All that a diagnostic says beside its place: message, source, hint, and what is to be added. */
export const tellWhole = ({ message, source, hint, addition }: Diagnostic): string =>
  [
    message,
    source && `source: ${source}`,
    hint && `hint: ${hint}`,
    addition && `add to ${addition.file}:\n${addition.text.trimEnd()}`,
  ]
    .filter(Boolean)
    .join("\n");
