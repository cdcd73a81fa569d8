import type { Diagnostic, Severity } from "../diagnostic.ts";
import { groupByFile } from "./by-file.ts";
import { attributes, declaration } from "./xml.ts";

const severities: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  note: "info",
};

const describeError = ({ severity, rule, message, location }: Diagnostic): string =>
  `    <error ${attributes({
    line: location.line,
    column: location.column,
    severity: severities[severity],
    message,
    source: `cookie-ledger.${rule}`,
  })}/>\n`;

/** Diagnostics as Checkstyle reports them, which many tools read. */
export function renderCheckstyle(diagnostics: readonly Diagnostic[]): string {
  const files = [...groupByFile(diagnostics)].map(
    ([name, group]) =>
      `  <file ${attributes({ name })}>\n${group.map(describeError).join("")}  </file>\n`,
  );
  return `${declaration}<checkstyle version="4.3">\n${files.join("")}</checkstyle>\n`;
}
