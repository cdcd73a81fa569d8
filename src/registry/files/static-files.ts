import { lstatSync, readdirSync, type Dirent } from "node:fs";
import { join } from "node:path";
import { createDiagnostic, type Diagnostic } from "../../diagnostic.ts";
import { placeOfFile } from "../../source/text-file.ts";
import type { LoaderRule } from "../../vocabulary/loader-rules.ts";
import type { Project } from "../project.ts";
import { cannotRead } from "../real-place.ts";

/** A file that a project puts into the output as it is. */
export interface StaticFile {
  /** Its path below the output, separated by `/`. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
}

/** What an editor or a system leaves in a folder. Other hidden files are wanted, such as `.well-known`. */
const isLeftBehind = (name: string): boolean =>
  /^(\.DS_Store|Thumbs\.db|desktop\.ini|\.git(ignore|keep)?|\.?#.*|.*~)$/i.test(name);

/** Every file of `static/`, sorted by path, and what keeps one from being put into the output beside those of `sites`. */
export function listStaticFiles(
  { folder, name: nameOf, findFault }: Pick<Project, "folder" | "name" | "findFault">,
  sites: { readonly has: (id: string) => boolean },
): { files: readonly StaticFile[]; diagnostics: readonly Diagnostic[] } {
  const files: StaticFile[] = [];
  const diagnostics: Diagnostic[] = [];
  const fail = (path: string, rule: LoaderRule, message: string) =>
    diagnostics.push(createDiagnostic(placeOfFile(nameOf(path)), { rule, message }));

  function list(under: string, above: string): void {
    let entries: Dirent[];
    try {
      entries = readdirSync(under, { withFileTypes: true });
    } catch (error) {
      fail(under, "unreadable-file", cannotRead(error, "a folder"));
      return;
    }
    for (const entry of entries) {
      const path = join(under, entry.name);
      const name = above + entry.name;
      if (isLeftBehind(entry.name)) continue;
      if (above === "" && sites.has(entry.name.toLowerCase())) {
        const message = `"${entry.name}", where the pages of site "${entry.name.toLowerCase()}" stand, expected another name`;
        fail(path, "taken-name", message);
      } else if (entry.isDirectory()) list(path, `${name}/`);
      else {
        const fault = findFault(path);
        if (fault) fail(fault.path, "unreadable-file", fault.message);
        else files.push({ name, path });
      }
    }
  }

  const root = join(folder, "static");
  const stats = lstatSync(root, { throwIfNoEntry: false });
  if (stats?.isDirectory()) list(root, "");
  else if (stats) fail(root, "unreadable-file", "file or link, expected a folder");
  return { files: files.toSorted((a, b) => (a.name < b.name ? -1 : 1)), diagnostics };
}
