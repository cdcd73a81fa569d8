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

/** Whether a path can be one of the repository: what is uploaded names nothing else. */
const isInRepository = ({ location: { file } }: Diagnostic): boolean =>
  !/^(?:\/|[A-Za-z]:)|(?:^|\/)(?:\.\.|node_modules)\//.test(file);

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
          artifactLocation: { uri: encodePath(file), uriBaseId: "%SRCROOT%" },
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

const describeRun = (outside: readonly Diagnostic[], incomplete: readonly string[]) => ({
  executionSuccessful: true,
  toolExecutionNotifications: [
    ...outside.map(({ severity, message }) => ({
      level: levels[severity],
      message: { text: `outside of the repository: ${message}` },
    })),
    ...incomplete.map((gap) => ({ level: "warning", message: { text: `incomplete: ${gap}` } })),
  ],
});

/**
 * Diagnostics in the Static Analysis Results Interchange Format 2.1.0, with the help and source of their rules. Gaps in
 * what could be seen, and what stands outside of the repository, are notifications of the run. Rules have no `helpUri`,
 * which must be absolute, and the documents of this program have no address of their own.
 */
export function renderSarif(
  diagnostics: readonly Diagnostic[],
  rules: readonly RuleHelp[],
  version: string,
  incomplete: readonly string[] = [],
): string {
  const inside = diagnostics.filter(isInRepository);
  const outside = diagnostics.filter((one) => !isInRepository(one));
  const used = rules.filter(({ id }) => inside.some(({ rule }) => rule === id));
  const indexes = new Map(used.map(({ id }, index) => [id, index]));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "cookie-ledger", version, rules: used.map(describeRule) } },
        ...(outside.length + incomplete.length > 0
          ? { invocations: [describeRun(outside, incomplete)] }
          : {}),
        originalUriBaseIds: {
          "%SRCROOT%": { description: { text: "The root of the repository." } },
        },
        columnKind: "utf16CodeUnits",
        results: inside.map((one) => describeResult(one, indexes.get(one.rule) ?? -1)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}
