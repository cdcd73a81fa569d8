import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { createDiagnostic, type Diagnostic, sortDiagnostics } from "../../../diagnostic.ts";
import { makeFolders } from "../../../files/folders.ts";
import { replaceSources } from "../../../files/replace-sources.ts";
import { attempt, codeOf } from "../../../files/system-error.ts";
import type { ListFormat } from "../../../lists/format.ts";
import { planImport } from "../../../lists/draft/plan-import.ts";
import { listFormats } from "../../../lists/formats.ts";
import type { ListRule } from "../../../lists/list-rules.ts";
import { type CookieList, maximumListBytes, readList } from "../../../lists/read-list.ts";
import { loadRegistry } from "../../../registry/load.ts";
import { openProject } from "../../../registry/project.ts";
import { printable } from "../../../report/text.ts";
import { expectedOneOf } from "../../../source/suggestions.ts";
import { placeOfFile } from "../../../source/text-file.ts";
import type { ImportOptions } from "../../commands/catalogue/import.ts";
import {
  type Context,
  type ExitStatus,
  exitStatus,
  fails,
  printReport,
  UsageError,
} from "../../context.ts";
import { resolveProject } from "../../project-folder.ts";
import { findTargetSite } from "./target-site.ts";

function formatNamed(id: string | undefined): ListFormat | undefined {
  if (id === undefined) return undefined;
  const format = listFormats.find((one) => one.id === id);
  if (format) return format;
  const ids = listFormats.map((one) => one.id);
  throw new UsageError(`unknown format "${id}", ${expectedOneOf(id, ids)}`);
}

const problem = (file: string, rule: string, message: string): Diagnostic =>
  createDiagnostic(placeOfFile(file), { rule, message });

const mebibyte = 1024 * 1024;

/** Reads a file that is regular and no larger than a list may be; another is not opened. */
export async function readListFile(
  path: string,
  file: string,
  format?: ListFormat,
): Promise<CookieList> {
  const refuse = (rule: string, message: string) => ({
    cookies: [],
    diagnostics: [problem(file, rule, message)],
  });
  try {
    const stats = statSync(path);
    if (!stats.isFile()) return refuse("unreadable-list", "no regular file, expected one");
    if (stats.size > maximumListBytes) {
      const most = `${maximumListBytes} (${maximumListBytes / mebibyte} MiB)`;
      return refuse("file-too-large", `${stats.size} bytes, expected at most ${most}`);
    }
    return await readList(readFileSync(path), file, format);
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    return refuse("unreadable-list", `cannot be read (${code}), expected a file`);
  }
}

const countOf = (count: number, thing: string): string =>
  `${count} ${thing}${count === 1 ? "" : "s"}`;

/** Brings lists of cookies into a project: new files, and additions to those that stand; everything or nothing. */
export async function runListImport(
  files: readonly string[],
  options: ImportOptions,
  context: Context,
): Promise<ExitStatus> {
  const format = formatNamed(options.from);
  const folder = resolveProject(options.project, context);
  const lists: CookieList[] = [];
  for (const file of new Set(files))
    lists.push(await readListFile(resolve(context.folder, file), file, format));
  const { registry, diagnostics } = loadRegistry(openProject(folder, context.folder));
  const found = [...diagnostics, ...lists.flatMap((list) => list.diagnostics)];
  if (fails(found, false)) {
    printReport(sortDiagnostics(found), context.err);
    context.err("nothing was written\n");
    return exitStatus.problems;
  }
  const cookies = lists.flatMap((list) => list.cookies);
  const site = findTargetSite(registry, options, lists, files);
  const url = lists.map((list) => list.url).find((one) => one !== undefined);
  const source = { files, url, read: context.today() };
  const plan = planImport(registry, site, cookies, source);
  const missing =
    site.begun && site.begun.url === undefined ? [addressMissing(files[0] ?? "")] : [];
  printReport(sortDiagnostics([...found, ...plan.diagnostics, ...missing]), context.err);
  attempt(`make "${folder}"`, () => makeFolders(folder));
  const written = replaceSources(folder, plan.files, context.host);
  context.out(written.map((path) => `${registry.project.name(path)}\n`).join(""));
  for (const sentence of plan.leftOut) context.err(`left out: ${printable(sentence)}\n`);
  const known = countOf(plan.known, "cookie");
  context.err(
    `${countOf(cookies.length, "cookie")} read, ${known} known to a provider of the catalogue\nsay of each other what it does and why, then run: npx cookie-ledger lint\n`,
  );
  return exitStatus.ok;
}

function addressMissing(file: string): Diagnostic {
  const rule: ListRule = "missing-address";
  const message =
    "no address of the site, expected it after --url, or as canonical link of the page";
  const hint = "without it, hosts of the site itself are taken for those of others";
  return createDiagnostic(placeOfFile(file), { rule, message, hint }, "warning");
}
