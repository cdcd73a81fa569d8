import { readFileSync } from "node:fs";
import { join } from "node:path";
import { memoize, memoizeByText } from "../../src/memo.ts";
import { openProject, packageFolder, type Project } from "../../src/registry/project.ts";
import { type PoFile, readPo } from "../../src/translate/po.ts";
import { exportPo } from "../../src/translate/export.ts";
import { importPo } from "../../src/translate/import.ts";
import { readWording, type Wording } from "../../src/translate/wording.ts";
import { type Files, writeProject } from "../project.ts";

/** A file of the package's words. */
export const packaged = (path: string): string =>
  readFileSync(join(packageFolder, "content", path), "utf8");

const words = (tag: string): Files =>
  Object.fromEntries(
    ["terms.yaml", "policy.md"].map((name) => [
      `content/${tag}/${name}`,
      packaged(`${tag}/${name}`),
    ]),
  );

/** A project that stands on no package, with English, one more language, and some files replaced or added. */
export function projectWith(tag: string, files: Files = {}): Project {
  const folder = writeProject({ ...words("en"), ...words(tag), ...files });
  return { ...openProject(folder), folders: [folder] };
}

const wordingsOf = memoize((project: Project) =>
  memoizeByText((tag): Wording => {
    const { wording, diagnostics } = readWording(project, tag);
    if (!wording) throw new Error(JSON.stringify(diagnostics, null, 2));
    return wording;
  }),
);

/** The words of a language, read once for each project. */
export const wordingOf = (project: Project, tag: string): Wording => wordingsOf(project)(tag);

function poOf(text: string, file = "xx.po"): PoFile {
  const { po, diagnostics } = readPo({ file, text });
  if (!po) throw new Error(JSON.stringify(diagnostics, null, 2));
  return po;
}

export const exportTag = (project: Project, tag: string, earlier?: string) =>
  exportPo(
    wordingOf(project, "en"),
    wordingOf(project, tag),
    earlier === undefined ? undefined : poOf(earlier),
  );

/** The PO file of a language of which nothing stands in the way. */
export function poText(project: Project, tag: string): string {
  const { text, diagnostics } = exportTag(project, tag);
  if (text === undefined) throw new Error(JSON.stringify(diagnostics, null, 2));
  return text;
}

export function importText(project: Project, text: string) {
  const po = poOf(text);
  return importPo(project, wordingOf(project, "en"), wordingOf(project, po.tag), po);
}

/** A PO file in which the entry of a key says something else; `change` gets its lines from `msgctxt` on. */
export function changeEntry(text: string, key: string, change: (entry: string) => string): string {
  const parts = text.split("\n\n");
  const index = parts.findIndex((part) => part.includes(`\nmsgctxt "${key}"\n`));
  if (index < 0) throw new Error(`no entry "${key}"`);
  return parts.with(index, change(parts[index]!)).join("\n\n");
}

/** A PO file with another translation of one text. */
export const retranslate = (text: string, key: string, translation: string): string =>
  changeEntry(text, key, (entry) =>
    entry.replace(/msgstr [^]*$/, `msgstr ${JSON.stringify(translation)}`),
  );
