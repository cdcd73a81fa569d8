import { existsSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { auditRules } from "../audit/rules.ts";
import type { Diagnostic, RuleHelp } from "../diagnostic.ts";
import { exportRules } from "../exporters/exporter.ts";
import { evidenceRules } from "../importers/evidence-rules.ts";
import { lintRules } from "../lint/rules.ts";
import { loaderRules } from "../vocabulary/loader-rules.ts";
import { renderCheckstyle } from "../report/checkstyle.ts";
import { renderGithub } from "../report/github.ts";
import { listRules } from "../lists/list-rules.ts";
import { renderGitlab } from "../report/gitlab.ts";
import { renderJson } from "../report/json.ts";
import { renderJunit } from "../report/junit.ts";
import { renderMarkdown } from "../report/markdown.ts";
import { renderSarif } from "../report/sarif.ts";
import { renderTable, type Table } from "../report/table.ts";
import { printable, renderText } from "../report/text.ts";
import { baselineRules } from "../rules/baseline-rules.ts";
import { ignoreRules } from "../rules/ignores.ts";
import { helpOf } from "../rules/rule.ts";
import { type ReportFormat, reportFormats } from "../vocabulary/vocabulary.ts";
import { didYouMean } from "../source/suggestions.ts";
import { translateRules } from "../translate/translate-rules.ts";
import { UsageError, type Context } from "./context.ts";

const unsourced = (
  table: Readonly<Record<string, string>>,
  severity: RuleHelp["severity"] = "error",
): RuleHelp[] =>
  Object.entries(table).map(([id, summary]) => ({
    id,
    severity,
    summary,
    why: "",
    source: "",
  }));

/** What a report may tell of every rule that it can name. */
export const ruleHelp = (): readonly RuleHelp[] => [
  ...unsourced(loaderRules),
  ...unsourced(ignoreRules),
  ...unsourced(baselineRules),
  ...unsourced(evidenceRules),
  ...unsourced(translateRules),
  ...unsourced(listRules),
  ...unsourced(exportRules, "note"),
  ...[...lintRules, ...auditRules].map(helpOf),
];

/** The ids of the rules that a comment can ignore, and whose severity a project can set. */
export const ignorableRules = (): ReadonlySet<string> =>
  new Set([...lintRules, ...auditRules].map(({ id }) => id));

/** What a command has found. */
export interface Report {
  readonly diagnostics: readonly Diagnostic[];
  /** What it has seen, for a person; printed before the diagnostics. */
  readonly tables?: () => readonly Table[];
  /** The same for a program, under keys of its own. */
  readonly facts?: () => Readonly<Record<string, unknown>>;
  /** Why something may have gone unseen. */
  readonly incomplete?: readonly string[];
}

type Render = (report: Report, context: Context) => string;

const renderForPeople: Render = ({ diagnostics, tables, incomplete = [] }, { colour }) => {
  const problems = diagnostics.length > 0 ? [renderText(diagnostics, colour)] : [];
  const gaps = incomplete.map((gap) => `  - ${printable(gap)}\n`).join("");
  return [
    ...(tables?.() ?? []).map((table) => renderTable(table, colour)),
    ...problems,
    ...(gaps === "" ? [] : [`INCOMPLETE: something may have gone unseen\n${gaps}`]),
  ].join("\n");
};

/** The nearest folder upwards that a version control system keeps; else where one stands. */
function findRepository(start: string): string {
  for (let folder = start; folder !== dirname(folder); folder = dirname(folder))
    if (existsSync(join(folder, ".git"))) return folder;
  return start;
}

/** Diagnostics with their files as seen from the root of the repository, where a code host looks for them. */
function fromRepository(diagnostics: readonly Diagnostic[], { folder }: Context): Diagnostic[] {
  const root = findRepository(folder);
  return diagnostics.map((one) => {
    const file = relative(root, resolve(folder, one.location.file)).split(sep).join("/");
    return { ...one, location: { ...one.location, file } };
  });
}

const formats: Readonly<Record<ReportFormat, Render>> = {
  text: renderForPeople,
  json: ({ diagnostics, facts }) => renderJson(diagnostics, facts?.()),
  markdown: ({ diagnostics, incomplete }) => renderMarkdown(diagnostics, incomplete),
  github: ({ diagnostics, incomplete }, context) =>
    renderGithub(fromRepository(diagnostics, context), incomplete),
  gitlab: ({ diagnostics }, context) => renderGitlab(fromRepository(diagnostics, context)),
  sarif: ({ diagnostics, incomplete }, context) =>
    renderSarif(fromRepository(diagnostics, context), ruleHelp(), context.version, incomplete),
  junit: ({ diagnostics }) => renderJunit(diagnostics),
  checkstyle: ({ diagnostics }) => renderCheckstyle(diagnostics),
};

/** The format of that name. */
export function pickFormat(name: string): Render {
  const known = reportFormats.find((format) => format === name);
  if (known) return formats[known];
  const hint = didYouMean(name, reportFormats);
  throw new UsageError(
    `unknown format "${name}", expected one of ${reportFormats.join(", ")}${hint === undefined ? "" : `\n(${hint}?)`}`,
  );
}
