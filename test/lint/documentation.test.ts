import { expect, test } from "vitest";
import type { AuditExample, AuditRule } from "../../src/audit/rule.ts";
import { auditRules } from "../../src/audit/rules.ts";
import { evidenceRules } from "../../src/importers/evidence-rules.ts";
import { baselineRules } from "../../src/rules/baseline-rules.ts";
import { ignoreRules } from "../../src/rules/ignores.ts";
import { placesOfRule } from "../../src/lint/coverage.ts";
import type { LintRule } from "../../src/lint/rule.ts";
import { citeSource, type Example, type RuleSource } from "../../src/rules/rule.ts";
import { lintRules } from "../../src/lint/rules.ts";
import { loaderRules } from "../../src/vocabulary/loader-rules.ts";
import { exportRules } from "../../src/exporters/exporter.ts";
import { listRules } from "../../src/lists/list-rules.ts";
import { translateRules } from "../../src/translate/translate-rules.ts";
import { renderText } from "../../src/report/text.ts";
import { auditExample } from "../audit/example.ts";
import { lintExampleOf } from "./example.ts";
import { checkout } from "../checkout.ts";

const { registry } = checkout;

const certainties = {
  A: "the text was read",
  A2: "a report of the text was read",
  B: "well known, its number not read again",
  C: "soft",
};

const fence = (language: string, text: string) => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\`\n`;

const files = (example: Example) =>
  Object.entries(example)
    .map(([path, text]) => fence(path.endsWith(".md") ? "markdown" : "yaml", `# ${path}\n${text}`))
    .join("\n");

const citeFully = (source: RuleSource) =>
  `${citeSource(source)}; certainty ${source.certainty}: ${certainties[source.certainty]}`;

function placesOf(rule: LintRule): string {
  if (!rule.law) return "everywhere";
  const { holds, not } = placesOfRule(rule, registry);
  return holds.join(", ") + (not.length > 0 ? `; not ${not.join(", ")}` : "");
}

function documentRule(rule: LintRule): string {
  const { id, severity, summary, why, source, law, dependsOnToday, dependsOnMachine, bad, good } =
    rule;
  const report = lintExampleOf(rule, bad).filter((diagnostic) => diagnostic.rule === id);
  const where = placesOf(rule);
  return [
    `### ${id}\n`,
    `${summary} ${why}\n`,
    `- Severity: ${severity}`,
    `- Applies: ${where}${dependsOnMachine ? ", by what is installed; not run by `build`, which says it itself" : ""}${dependsOnToday ? ", by the day on which it is run; not run by `build`" : ""}`,
    ...(law ? [`- Law: \`${law.part}\` of each [jurisdiction](jurisdictions.md)`] : []),
    ...(source ? [`- Source: ${citeFully(source)}`] : []),
    "\nWrong:\n",
    files(bad),
    "Report:\n",
    fence("text", renderText(report)),
    "Right:\n",
    files(good),
  ].join("\n");
}

const evidence = ({ files: declared, seen }: AuditExample) =>
  `${files(declared)}\nSeen:\n\n${fence("json", seen.map((one) => JSON.stringify(one)).join("\n"))}`;

function documentAuditRule({ id, severity, summary, why, source, bad, good }: AuditRule): string {
  return [
    `### ${id}\n`,
    `${summary} ${why}\n`,
    `- Severity: ${severity}`,
    ...(source ? [`- Source: ${citeFully(source)}`] : []),
    "\nWrong:\n",
    evidence(bad),
    "Report:\n",
    fence("text", renderText(auditExample(bad.files, bad.seen))),
    "Right:\n",
    evidence(good),
  ].join("\n");
}

const table = (entries: Readonly<Record<string, string>>) =>
  [
    "| rule | what it finds |",
    "|---|---|",
    ...Object.entries(entries).map(([id, text]) => `| \`${id}\` | ${text} |`),
  ].join("\n");

const page = () => `# Rules

Generated from \`src/lint/rules/\`, \`src/audit/rules/\` and \`src/vocabulary/loader-rules.ts\`; do not edit. \`npm test -- -u\`
renews it.

A rule flags for review. It does not say that a site keeps the law, and it is not legal advice.

## Jurisdictions

A site names its \`jurisdictions\`; one that names none is judged as EU. A rule of law holds where the file of a
[jurisdiction](jurisdictions.md) knows its part, takes its figures from there and cites its sources; a finding names only
the sites of that place. What only an authority advises is at most a warning. \`lint --jurisdiction FR\` judges as if
every site were there. Only law in force is applied.

## Ignoring

A comment above the line ignores one rule there, with a reason:

\`\`\`yaml
    # ignore duration-vague: agreed with the data protection officer, 2026-03
    duration: up to 12 months
\`\`\`

In a table the column \`ignore\` says the same of a row: [registry.md](registry.md#many-sites-in-a-table). What is wrong in
an old registry all at once goes into a baseline: [commands.md](commands.md#taking-on-an-old-registry).

${table({ ...ignoreRules, ...baselineRules })}

## Rules of the linter

${lintRules.map(documentRule).join("\n")}
## Rules of \`audit\`

What [\`audit\`](audit.md) finds where it holds what a site declares against what it was seen to set. They apply
everywhere, are ignored as those of the linter are, and \`lint\` leaves their ignores alone. An ignore that hides nothing
is a warning here, since a visit shows only what happened in it: none is judged where the evidence is incomplete, where
its rule could not be judged, or in a file that another site uses, too.

${auditRules.map(documentAuditRule).join("\n")}
## Rules of evidence

What can be wrong with the files that \`audit\` reads. None can be ignored.

${table(evidenceRules)}

## Rules of \`translate\`

What \`translate import\` and \`translate export\` refuse; nothing is written then.

${table(translateRules)}

## Rules of \`import\` and \`provider new\`

What can be wrong with a list of cookies from which files of a registry are made. Where one is an error, nothing is written.

${table(listRules)}

## Notes of \`export\`

What is lost in a foreign format. Each is told where the registry says it.

${table(exportRules)}

## Rules of the loader

All are errors, everywhere, and cannot be ignored: without them the page could not be right.

${table(loaderRules)}
`;

test("docs/rules.md is fresh", async () => {
  await expect(page()).toMatchFileSnapshot("../../docs/rules.md");
});
