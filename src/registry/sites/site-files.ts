import { readFileSync, readdirSync, type Dirent } from "node:fs";
import { join } from "node:path";
import { createDiagnostic, type Diagnostic } from "../../diagnostic.ts";
import { placeOfFile } from "../../source/text-file.ts";
import { idGrammar } from "../../vocabulary/id.ts";
import { isPassedOver, type Project } from "../project.ts";
import { cannotRead, isThere } from "../real-place.ts";

/** A file below `data/sites/`. */
export interface SiteFile {
  /** A site's id; of a table its name, which is not the id of anything. */
  readonly id: string;
  readonly kind: "site" | "table";
  /** Absolute. */
  readonly path: string;
  /** The name that reports print. */
  readonly file: string;
}

const namePattern = new RegExp(`^(?<id>${idGrammar})\\.(?<ending>yaml|csv)$`);

function badName(entry: Dirent, file: string): Diagnostic {
  const message = entry.isSymbolicLink()
    ? `link "${entry.name}", expected a file or a folder: links to folders are not followed`
    : `file name "${entry.name}", expected an id and ".yaml" or, for a table, ".csv"`;
  return createDiagnostic(placeOfFile(file), { rule: "bad-file-name", message });
}

/**
 * Every site file and table of a project, sorted by path; folders within only group them. What is hidden is passed
 * over, links to folders are not followed, and no file is opened or asked for its state.
 */
export function listSiteFiles(project: Project): { files: SiteFile[]; diagnostics: Diagnostic[] } {
  const files: SiteFile[] = [];
  const diagnostics: Diagnostic[] = [];

  function list(folder: string, named: string): void {
    let entries: Dirent[];
    try {
      entries = readdirSync(folder, { withFileTypes: true });
    } catch (error) {
      const message = cannotRead(error, "a folder");
      diagnostics.push(createDiagnostic(placeOfFile(named), { rule: "unreadable-file", message }));
      return;
    }
    for (const entry of entries) {
      if (isPassedOver(entry.name)) continue;
      const [path, file] = [join(folder, entry.name), `${named}/${entry.name}`];
      if (entry.isDirectory()) {
        list(path, file);
        continue;
      }
      const { id, ending } = namePattern.exec(entry.name)?.groups ?? {};
      if (id === undefined) diagnostics.push(badName(entry, file));
      else files.push({ id, kind: ending === "csv" ? "table" : "site", path, file });
    }
  }

  const under = join("data", "sites");
  const root = join(project.folder, under);
  if (isThere(project.folder, under)) list(root, project.name(root));
  return { files: files.toSorted((a, b) => (a.file < b.file ? -1 : 1)), diagnostics };
}

const lineFeed = 10;

function countLines({ findFault }: Project, path: string): number {
  // Reading the table will say what is wrong with it.
  if (findFault(path)) return 0;
  try {
    let lines = 0;
    for (const byte of readFileSync(path)) if (byte === lineFeed) lines += 1;
    return lines;
  } catch {
    return 0;
  }
}

/** About how many sites a project has, parents included; no file is parsed. */
export const countSites = (project: Project): number =>
  listSiteFiles(project)
    .files.map(({ kind, path }) => (kind === "table" ? countLines(project, path) : 1))
    .reduce((sum, count) => sum + count, 0);
