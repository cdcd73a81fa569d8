import type { Diagnostic } from "../diagnostic.ts";
import { groupByFile, tellWhole } from "./by-file.ts";
import { attributes, declaration, escapeXml } from "./xml.ts";

const isFailure = ({ severity }: Diagnostic): boolean => severity === "error";

/** An error is a test that fails; what is less is told by a test that does not. */
function describeCase(one: Diagnostic): string {
  const { rule, message, severity, location } = one;
  const name = `${location.line}:${location.column} ${rule}`;
  const told = escapeXml(tellWhole(one));
  const inner = isFailure(one)
    ? `<failure ${attributes({ message, type: severity })}>${told}</failure>`
    : `<system-out>${escapeXml(severity)}: ${told}</system-out>`;
  return `    <testcase ${attributes({ name, classname: location.file, file: location.file })}>${inner}</testcase>\n`;
}

const suite = (name: string, tests: number, failures: number, cases: string): string =>
  `  <testsuite ${attributes({ name, tests, failures, errors: 0, skipped: 0 })}>\n${cases}  </testsuite>\n`;

/** Diagnostics as the results of tests, in the form that JUnit's report has: a suite a file, a test a diagnostic. */
export function renderJunit(diagnostics: readonly Diagnostic[]): string {
  const suites = [...groupByFile(diagnostics)].map(([file, group]) =>
    suite(file, group.length, group.filter(isFailure).length, group.map(describeCase).join("")),
  );
  // A report without a test counts as none.
  const none = `    <testcase ${attributes({ name: "no problems", classname: "cookie-ledger" })}/>\n`;
  const whole = suites.length > 0 ? suites : [suite("cookie-ledger", 1, 0, none)];
  const counts = {
    name: "cookie-ledger",
    tests: Math.max(diagnostics.length, 1),
    failures: diagnostics.filter(isFailure).length,
  };
  return `${declaration}<testsuites ${attributes(counts)}>\n${whole.join("")}</testsuites>\n`;
}
