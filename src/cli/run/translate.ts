import { join, resolve } from "node:path";
import { sortDiagnostics, type Diagnostic } from "../../diagnostic.ts";
import { replaceSources } from "../../files/replace-sources.ts";
import { textAt } from "../../files/write-files.ts";
import { referenceLanguage } from "../../registry/languages/check-terms.ts";
import { openProject, type Project } from "../../registry/project.ts";
import { languageTag } from "../../registry/schema/scalars.ts";
import { validate } from "../../registry/schema/validate.ts";
import { align } from "../../report/table.ts";
import { readText } from "../../source/text-file.ts";
import { checkLanguage, checkStructures, statusRows } from "../../translate/compare.ts";
import { exportPo } from "../../translate/export.ts";
import { importPo, wordFiles } from "../../translate/import.ts";
import { readPo, type PoFile } from "../../translate/po.ts";
import { languagesOf, readWording, type Wording } from "../../translate/wording.ts";
import type { ProjectOptions } from "../commands/options.ts";
import { renderJson } from "../../report/json.ts";
import type { ExportOptions, StatusOptions } from "../commands/translate.ts";
import { UsageError, exitStatus, printReport, type Context, type ExitStatus } from "../context.ts";
import { checkListing } from "../listing.ts";
import { findProject } from "../project-folder.ts";

const open = ({ project }: ProjectOptions, context: Context): Project =>
  openProject(findProject(project, context), context.folder);

/** Prints what stands in the way; nothing has been written then. */
function refuse(diagnostics: readonly Diagnostic[], context: Context): ExitStatus {
  printReport(sortDiagnostics(diagnostics), context.out);
  context.err("nothing was written\n");
  return exitStatus.problems;
}

/** The English words and those of the languages, or what keeps them from being read. */
function readWordings(project: Project, tags: readonly string[]) {
  const read = [referenceLanguage, ...tags].map((tag) => readWording(project, tag));
  const [english, ...wordings] = read.flatMap(({ wording }) => wording ?? []);
  const diagnostics = read.flatMap((one) => one.diagnostics);
  return english && diagnostics.length === 0
    ? { read: { english, wordings }, diagnostics }
    : { diagnostics };
}

function checkTags(tags: readonly string[]): void {
  for (const tag of tags) {
    const [misfit] = validate(languageTag, tag).misfits;
    if (misfit) throw new UsageError(misfit.problem.message);
    if (tag === referenceLanguage)
      throw new UsageError(`"${tag}" is what is translated from, expected another language`);
  }
}

/** The PO file at a path, if there is one. */
function readPoFile(path: string, project: Project): { po?: PoFile; diagnostics: Diagnostic[] } {
  const { text, diagnostics } = readText(path, project.name(path));
  return text ? readPo(text) : { diagnostics };
}

function exportOne(project: Project, english: Wording, wording: Wording, path: string) {
  const before = textAt(path);
  const earlier = before === undefined ? { diagnostics: [] } : readPoFile(path, project);
  if (earlier.diagnostics.length > 0) return { path, before, diagnostics: earlier.diagnostics };
  return { path, before, ...exportPo(english, wording, earlier.po) };
}

/** Writes a PO file for each language, all or none. */
export function runExport(options: ExportOptions, context: Context): ExitStatus {
  checkTags(options.language);
  const project = open(options, context);
  const output =
    options.output === undefined
      ? join(project.folder, "po")
      : resolve(context.folder, options.output);
  const tags = options.language.length > 0 ? options.language : languagesOf(project);
  const { read, diagnostics } = readWordings(project, tags);
  if (!read) return refuse(diagnostics, context);
  const exported = read.wordings.map((wording) =>
    exportOne(project, read.english, wording, join(output, `${wording.tag}.po`)),
  );
  const faults = exported.flatMap((one) => one.diagnostics);
  if (faults.length > 0) return refuse(faults, context);
  const files = exported.flatMap(({ path, before, text }) =>
    text === undefined ? [] : [{ path, before, text }],
  );
  replaceSources(project.folder, files, context.host);
  context.out(files.map(({ path }) => `${path}\n`).join(""));
  return exitStatus.ok;
}

/** Writes what a translator gives back into the project, all or nothing. */
export function runImport(file: string, options: ProjectOptions, context: Context): ExitStatus {
  const project = open(options, context);
  const { po, diagnostics } = readPoFile(resolve(context.folder, file), project);
  if (!po) return refuse(diagnostics, context);
  const misnamed = checkLanguage(po, languagesOf(project));
  if (misnamed.length > 0) return refuse(misnamed, context);
  const place = (path: string) => join(project.folder, path);
  // Read first: a file that changes while the words are read, changed since.
  const before = new Map(wordFiles(po.tag).map((path) => [path, textAt(place(path))]));
  const words = readWordings(project, [po.tag]);
  const [wording] = words.read?.wordings ?? [];
  if (!words.read || !wording) return refuse(words.diagnostics, context);
  const result = importPo(project, words.read.english, wording, po);
  if (!result.imported) return refuse(result.diagnostics, context);
  const { files, changed, confirmed, fuzzy, older } = result.imported;
  const replacements = [...files].map(([path, text]) => ({
    path: place(path),
    before: before.get(path),
    text,
  }));
  const written = replaceSources(project.folder, replacements, context.host);
  printReport(sortDiagnostics(result.diagnostics), context.out);
  context.out(written.map((path) => `${path}\n`).join(""));
  context.err(
    `${po.tag}: ${changed} changed, ${confirmed} as they were, ${fuzzy} fuzzy and left alone${older > 0 ? `, ${older} changed here since the export and left` : ""}\n`,
  );
  return exitStatus.ok;
}

/** Each row below the heads as an object by them. */
const statusObjects = ([heads = [], ...rows]: readonly (readonly string[])[]) =>
  rows.map((row) =>
    Object.fromEntries(
      row.map((cell, column) => [
        heads[column],
        statusCounts.includes(column) ? Number(cell) : cell,
      ]),
    ),
  );

/** The columns of numbers. */
const statusCounts = [1, 2, 3, 4];

/** Prints how far every language is. */
export function runStatus(options: StatusOptions, context: Context): ExitStatus {
  const isJson = checkListing(options) === "json";
  const project = open(options, context);
  const { read, diagnostics } = readWordings(project, languagesOf(project));
  if (!read) {
    if (isJson) context.out(renderJson(sortDiagnostics(diagnostics)));
    else printReport(sortDiagnostics(diagnostics), context.out);
    return exitStatus.problems;
  }
  const structures = sortDiagnostics(checkStructures(read.english, read.wordings));
  const rows = statusRows(read.english, read.wordings);
  if (isJson) context.out(renderJson(structures, { languages: statusObjects(rows) }));
  else {
    printReport(structures, context.out);
    context.out(align(rows, statusCounts));
  }
  return structures.length > 0 ? exitStatus.problems : exitStatus.ok;
}
