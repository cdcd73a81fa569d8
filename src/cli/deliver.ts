import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { Diagnostic } from "../diagnostic.ts";
import { attempt } from "../files/system-error.ts";
import { projectFolders } from "../registry/project.ts";
import type { ReportOptions } from "./commands/options.ts";
import { type Context, exitStatus, type ExitStatus, fails, UsageError } from "./context.ts";
import { resolveProject } from "./project-folder.ts";
import { pickFormat, type Report } from "./report.ts";

const isInside = (folder: string, path: string): boolean =>
  relative(folder, path).split(sep)[0] !== "..";

/** Where a report goes, absolute; never among the sources, where it would replace one. */
function placeReport(file: string, { project }: ReportOptions, context: Context): string {
  const path = resolve(context.folder, file);
  const folder = resolveProject(project, context);
  if (projectFolders.some((name) => isInside(join(folder, name), path)))
    throw new UsageError(`"${file}" is among the project's sources, expected another place`);
  return path;
}

const countWarnings = (diagnostics: readonly Diagnostic[]): number =>
  diagnostics.filter(({ severity }) => severity === "warning").length;

/** Checks how a report is to be delivered, before there is one; returns what delivers it and gives the exit status. */
export function prepareReport(
  options: ReportOptions,
  context: Context,
): (report: Report) => ExitStatus {
  const { format, outputFile, quiet, strict, maxWarnings = Infinity } = options;
  const render = pickFormat(format);
  const path = outputFile === undefined ? undefined : placeReport(outputFile, options, context);
  return (report) => {
    const { diagnostics } = report;
    const shown = quiet ? diagnostics.filter(({ severity }) => severity === "error") : diagnostics;
    const text = render(
      { ...report, diagnostics: shown },
      path === undefined ? context : { ...context, colour: false },
    );
    if (path === undefined) context.out(text);
    else
      attempt(`write "${outputFile}"`, () => {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text);
      });
    const isBad = fails(diagnostics, strict === true) || countWarnings(diagnostics) > maxWarnings;
    return isBad ? exitStatus.problems : exitStatus.ok;
  };
}
