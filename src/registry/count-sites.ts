import { readFileSync } from "node:fs";
import type { Project } from "./project.ts";
import { listSiteFiles } from "./site-files.ts";

const lineFeed = 10;

function countLines(path: string): number {
  try {
    let lines = 0;
    for (const byte of readFileSync(path)) if (byte === lineFeed) lines += 1;
    return lines;
  } catch {
    // Whoever reads the table will say so.
    return 0;
  }
}

/** About how many sites a project has, parents included; no file is parsed. */
export const countSites = (project: Project): number =>
  listSiteFiles(project)
    .files.map(({ kind, path }) => (kind === "table" ? countLines(path) : 1))
    .reduce((sum, count) => sum + count, 0);
