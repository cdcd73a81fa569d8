import { align } from "../../../src/report/table.ts";
import type { DueProvider, SourceFinding } from "./check-sources.ts";

const order = ["changed", "gone", "unreachable", "not yet hashed", "same"] as const;

/** What was found of all sources, those first that ask for a person. */
export function reportSources(findings: readonly SourceFinding[]): string {
  const counts = order.map(
    (state) => `${findings.filter((one) => one.state === state).length} ${state}`,
  );
  const rows = order.flatMap((state) =>
    findings
      .filter((one) => one.state === state && one.state !== "same")
      .map(({ url, providers, detail }) => [state, providers.join(" "), url, detail]),
  );
  return `${rows.length > 0 ? align(rows) : ""}${findings.length} sources: ${counts.join(", ")}\n`;
}

/** Whose facts are to be read again. */
export const reportDue = (due: readonly DueProvider[]): string =>
  `${due.length > 0 ? align(due.map(({ id, why }) => ["due", id, why])) : ""}providers due: ${due.length}\n`;
