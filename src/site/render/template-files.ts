import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, isAbsolute, join, relative, sep } from "node:path";
import { codeOf } from "../../files/system-error.ts";
import { TemplateError } from "./template-error.ts";

/** A file of a `templates/` folder. */
export interface TemplateFile {
  /** Its path below the folder, separated by `/`. */
  readonly name: string;
  /** The name that reports print. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

const maximumBytes = 1024 * 1024;

const decoder = new TextDecoder("utf-8", { fatal: true });

/** The text of a template; throws where it is not UTF-8. */
export function textOfTemplate({ file, bytes }: TemplateFile): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new TemplateError(`bytes in ${file} that are not UTF-8, expected a text in UTF-8`);
  }
}

function isInside(folder: string, path: string): boolean {
  const inner = relative(folder, path);
  return inner !== ".." && !inner.startsWith(`..${sep}`) && !isAbsolute(inner);
}

/**
 * Reads each file below these `templates/` folders once. A link may lead to what lies beside one of the folders, in the
 * project or the package, and nowhere else; what is hidden is passed over. Throws where something cannot be read.
 */
export function readTemplates(
  folders: readonly string[],
  nameOf: (path: string) => string = (path) => path,
): TemplateFile[] {
  const files: TemplateFile[] = [];
  const roots = folders.map((folder) => realpathSync(dirname(folder)));

  function read(path: string, name: string, above: readonly string[]): void {
    // A project mostly has no templates of its own, and an editor's file may be gone again.
    if (!lstatSync(path, { throwIfNoEntry: false })) return;
    const real = realpathSync(path);
    const refuse = (what: string, expected: string): never => {
      throw new TemplateError(`"${nameOf(path)}" ${what}, expected ${expected}`);
    };
    if (!roots.some((root) => isInside(root, real)))
      refuse("is a link that leads out of the project", "a file inside it");
    const state = statSync(real);
    if (state.isDirectory()) {
      if (above.includes(real)) return;
      for (const entry of readdirSync(real).toSorted())
        if (!entry.startsWith("."))
          read(join(path, entry), name === "" ? entry : `${name}/${entry}`, [...above, real]);
    } else if (!state.isFile()) refuse("is no file", "a file");
    else if (name === "") refuse("is a file", "a folder");
    else if (state.size > maximumBytes) refuse(`has ${state.size} bytes`, "at most 1 MiB");
    else files.push({ name, file: nameOf(path), bytes: readFileSync(real) });
  }

  for (const folder of folders)
    try {
      read(folder, "", []);
    } catch (error) {
      const { path = folder } = error as NodeJS.ErrnoException;
      const code = codeOf(error);
      if (code === undefined) throw error;
      throw new TemplateError(`"${nameOf(path)}" cannot be read (${code}), expected a file`);
    }
  return files;
}
