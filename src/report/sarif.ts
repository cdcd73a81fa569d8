import type { Diagnostic, RuleHelp, Severity } from "../diagnostic.ts";

const levels: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  note: "note",
};

const encodePath = (file: string): string => file.split("/").map(encodeURIComponent).join("/");

function describeRule({ id, severity, summary, why, source }: RuleHelp) {
  const text = [why, source && `Source: ${source}`].filter(Boolean).join("\n\n");
  return {
    id,
    shortDescription: { text: summary },
    help: { text: text === "" ? summary : text },
    defaultConfiguration: { level: levels[severity] },
  };
}

function describeResult(
  { severity, rule, message, location, hint, addition, sites }: Diagnostic,
  index: number,
) {
  const { file, line, column, end } = location;
  const used = sites && `Sites: ${sites.join(", ")}`;
  const missing = addition && `Add to ${addition.file}:\n${addition.text.trimEnd()}`;
  return {
    ruleId: rule,
    ...(index < 0 ? {} : { ruleIndex: index }),
    level: levels[severity],
    message: { text: [message, used, hint, missing].filter(Boolean).join("\n") },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodePath(file) },
          region: {
            startLine: line,
            startColumn: column,
            endLine: end.line,
            endColumn: end.column,
          },
        },
      },
    ],
  };
}

const describeGaps = (incomplete: readonly string[]) => ({
  executionSuccessful: true,
  toolExecutionNotifications: incomplete.map((gap) => ({
    level: "warning",
    message: { text: `incomplete: ${gap}` },
  })),
});

/**
 * Diagnostics in the Static Analysis Results Interchange Format 2.1.0, with the help and source of their rules; gaps in
 * what could be seen are notifications of the run.
 */
export function renderSarif(
  diagnostics: readonly Diagnostic[],
  rules: readonly RuleHelp[],
  version: string,
  incomplete: readonly string[] = [],
): string {
  const used = rules.filter(({ id }) => diagnostics.some(({ rule }) => rule === id));
  const indexes = new Map(used.map(({ id }, index) => [id, index]));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "cookie-ledger", version, rules: used.map(describeRule) } },
        ...(incomplete.length > 0 ? { invocations: [describeGaps(incomplete)] } : {}),
        columnKind: "utf16CodeUnits",
        results: diagnostics.map((one) => describeResult(one, indexes.get(one.rule) ?? -1)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}
