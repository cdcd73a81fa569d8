import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Every folder below `root` that holds files, with their names, both in order; `.` files are passed over. */
export function* foldersOf(root: string, below = ""): Iterable<[folder: string, names: string[]]> {
  const entries = readdirSync(join(root, below), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith("."))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  if (files.length > 0) yield [below, files];
  for (const entry of entries)
    if (entry.isDirectory()) yield* foldersOf(root, join(below, entry.name));
}

function* pathsOf(root: string): Iterable<string> {
  for (const [folder, names] of foldersOf(root)) for (const name of names) yield join(folder, name);
}

/** Files that only one of two folders has, or whose bytes differ. */
export function differingFiles(a: string, b: string): readonly string[] {
  const inB = new Set(pathsOf(b));
  const differing = [...pathsOf(a)].filter(
    (path) => !inB.delete(path) || !readFileSync(join(a, path)).equals(readFileSync(join(b, path))),
  );
  return [...differing, ...inB];
}
