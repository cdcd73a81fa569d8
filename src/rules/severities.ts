import type { Diagnostic, Severity } from "../diagnostic.ts";

/** How severe rules are in a project, by id; `off` silences one. */
export type Severities = Readonly<Record<string, Severity | "off">>;

/** Gives what rules have found the severity that the project sets. */
export const regrade = (
  diagnostics: readonly Diagnostic[],
  severities: Severities = {},
): readonly Diagnostic[] =>
  diagnostics.flatMap((one) => {
    const severity = severities[one.rule] ?? one.severity;
    return severity === "off" ? [] : [{ ...one, severity }];
  });
