import type { Diagnostic, Severity } from "../diagnostic.ts";

const commands: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  note: "notice",
};

const escapeText = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const escapeProperty = (text: string): string =>
  escapeText(text).replaceAll(":", "%3A").replaceAll(",", "%2C");

function annotate({ severity, rule, message, location, hint, source }: Diagnostic): string {
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
  const text = [message, source && `source: ${source}`, hint && `hint: ${hint}`].filter(Boolean);
  return `::${commands[severity]} ${list.join(",")}::${escapeText(text.join("\n"))}\n`;
}

/** Diagnostics as workflow commands of GitHub Actions, which shows them in the pull request. */
export const renderGithub = (diagnostics: readonly Diagnostic[]): string =>
  diagnostics.map(annotate).join("");
