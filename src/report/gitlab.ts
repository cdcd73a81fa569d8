import { createHash } from "node:crypto";
import type { Diagnostic, Severity } from "../diagnostic.ts";

const severities: Readonly<Record<Severity, string>> = {
  error: "major",
  warning: "minor",
  note: "info",
};

/** What stays the same while lines move; the n-th of the same kind is another. */
function createFingerprint(): (diagnostic: Diagnostic) => string {
  const seen = new Map<string, number>();
  return ({ rule, message, location: { file } }) => {
    const kind = JSON.stringify([file, rule, message]);
    const number = seen.get(kind) ?? 0;
    seen.set(kind, number + 1);
    return createHash("sha256").update(`${number} ${kind}`).digest("hex").slice(0, 32);
  };
}

/** Diagnostics as a report of GitLab's Code Quality, which merge requests show. */
export function renderGitlab(diagnostics: readonly Diagnostic[]): string {
  const fingerprintOf = createFingerprint();
  const issues = diagnostics.map((one) => {
    const { rule, severity, message, hint, location } = one;
    return {
      description: hint === undefined ? message : `${message} (${hint})`,
      check_name: rule,
      fingerprint: fingerprintOf(one),
      severity: severities[severity],
      location: {
        path: location.file,
        lines: { begin: location.line, end: location.end.line },
      },
    };
  });
  return `${JSON.stringify(issues, null, 2)}\n`;
}
