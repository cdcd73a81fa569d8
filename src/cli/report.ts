import { auditRules } from "../audit/rules.ts";
import type { Diagnostic, RuleHelp } from "../diagnostic.ts";
import { evidenceRules } from "../importers/evidence-rules.ts";
import { lintRules } from "../lint/rules.ts";
import { loaderRules } from "../vocabulary/loader-rules.ts";
import { renderGithub } from "../report/github.ts";
import { renderJson } from "../report/json.ts";
import { renderSarif } from "../report/sarif.ts";
import { renderTable, type Table } from "../report/table.ts";
import { printable, renderText } from "../report/text.ts";
import { ignoreRules } from "../rules/ignores.ts";
import { helpOf } from "../rules/rule.ts";
import { didYouMean } from "../source/suggestions.ts";
import { UsageError, type Context } from "./context.ts";

const unsourced = (table: Readonly<Record<string, string>>): RuleHelp[] =>
  Object.entries(table).map(([id, summary]) => ({
    id,
    severity: "error",
    summary,
    why: "",
    source: "",
  }));

/** What a report may tell of every rule that it can name. */
export const ruleHelp = (): readonly RuleHelp[] => [
  ...unsourced(loaderRules),
  ...unsourced(ignoreRules),
  ...unsourced(evidenceRules),
  ...[...lintRules, ...auditRules].map(helpOf),
];

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

const formats: Readonly<Record<string, Render>> = {
  text: renderForPeople,
  json: ({ diagnostics, facts }) => renderJson(diagnostics, facts?.()),
  github: ({ diagnostics, incomplete }) => renderGithub(diagnostics, incomplete),
  sarif: ({ diagnostics, incomplete }, { version }) =>
    renderSarif(diagnostics, ruleHelp(), version, incomplete),
};

/** The format of that name. */
export function pickFormat(name: string): Render {
  const render = Object.hasOwn(formats, name) ? formats[name] : undefined;
  if (render) return render;
  const known = Object.keys(formats);
  const hint = didYouMean(name, known);
  throw new UsageError(
    `unknown format "${name}", expected one of ${known.join(", ")}${hint === undefined ? "" : `\n(${hint}?)`}`,
  );
}
