import type { Diagnostic } from "../diagnostic.ts";
import { didYouMean } from "../registry/expected.ts";
import { renderGithub } from "../report/github.ts";
import { renderJson } from "../report/json.ts";
import { renderSarif } from "../report/sarif.ts";
import { renderTable, type Table } from "../report/table.ts";
import { printable, renderText } from "../report/text.ts";
import { type Context, UsageError } from "./context.ts";
import { ruleHelp } from "./rules.ts";

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
