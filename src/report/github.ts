import type { Diagnostic, Severity } from "../diagnostic.ts";
import { tellWhole } from "./by-file.ts";
import { shorten, type Shown } from "./shorten.ts";
import { printable } from "./text.ts";

const commands: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  note: "notice",
};

const escapeText = (text: string): string =>
  text
    .replaceAll("%", "%25")
    .split("\n")
    .map((line) => printable(line))
    .join("%0A");

const escapeProperty = (text: string): string =>
  escapeText(text).replaceAll(":", "%3A").replaceAll(",", "%2C");

function annotate({ diagnostic, also, more }: Shown): string {
  const { severity, rule, message, location } = diagnostic;
  const { file, line, column, end } = location;
  const properties = {
    file,
    line,
    col: column,
    endLine: end.line,
    ...(end.line === line ? { endColumn: end.column } : {}),
    title: rule,
  };
  const list = Object.entries(properties).map(
    ([key, value]) => `${key}=${escapeProperty(`${value}`)}`,
  );
  const text = tellWhole({ ...diagnostic, message: [message, ...also].join("\n") });
  const command = commands[severity];
  const rest = `::${command} file=${escapeProperty(file)},title=${escapeProperty(rule)}::and ${more} more of this kind\n`;
  return `::${command} ${list.join(",")}::${escapeText(text)}\n${more > 0 ? rest : ""}`;
}

/** Diagnostics as workflow commands of GitHub Actions, which shows them in the pull request, shortened as for a person; a warning for each gap. */
export const renderGithub = (
  diagnostics: readonly Diagnostic[],
  incomplete: readonly string[] = [],
): string =>
  [
    ...shorten(diagnostics).map(annotate),
    ...incomplete.map((gap) => `::warning title=incomplete::${escapeText(gap)}\n`),
  ].join("");
