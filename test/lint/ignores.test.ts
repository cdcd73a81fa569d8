import { expect, test } from "vitest";
import { exampleSite } from "../../src/lint/examples/example.ts";
import { lint } from "../../src/lint/lint.ts";
import { lintRules } from "../../src/lint/rules.ts";
import { lintExample, loadExample } from "./example.ts";

const provider = (comment: string) => ({
  "data/providers/example.yaml": `name: Example
recipients: []
reviewed: 2026-11-01
cookies:
  - name: "choice"
    function: consent-choices
    purposes: [remember-cookie-preferences]
    duration: 6 months
${comment}
  - name: "sid"
    function: authentication
    purposes: [check-identity]
`,
});

const found = (comment: string) =>
  lintExample(provider(comment)).map(
    ({ rule, location }) => `${location.line}:${location.column} ${rule}`,
  );

test("without an ignore the problem is reported", () => {
  expect(found("  # a comment")).toEqual(["10:11 duration-missing"]);
});

test("an ignore above the line, with a reason, hides it", () => {
  expect(found("  # ignore duration-missing: the supplier does not say, asked 2026-11")).toEqual(
    [],
  );
});

test("an ignore reaches past other comments", () => {
  expect(found("  # ignore duration-missing: asked\n  # another comment\n\n")).toEqual([]);
});

test("an ignore without a reason hides nothing and is reported", () => {
  expect(found("  # ignore duration-missing")).toEqual([
    "9:5 ignore-without-reason",
    "10:11 duration-missing",
  ]);
});

test("an ignore that hides nothing is reported", () => {
  expect(found("  # ignore recipients-missing: why not")).toEqual([
    "9:5 unused-ignore",
    "10:11 duration-missing",
  ]);
});

test("an ignore of a rule of the loader, or of none, is reported", () => {
  expect(found("  # ignore bad-url: because")).toContain("9:5 unknown-rule");
  expect(found("  # ignore duration-mising: because")).toContain("9:5 unknown-rule");
});

test("an ignore of what is missing on some machines only is needed on all", () => {
  const registry = loadExample(
    exampleSite({
      outputs: "\n  # ignore output-package-missing: built on another machine\n  - docx",
    }),
  );
  const judge = (isInstalled?: () => boolean) =>
    lint(registry, { rules: lintRules, ...(isInstalled ? { isInstalled } : {}) });
  expect(judge(() => false)).toEqual([]);
  expect(judge(() => true)).toEqual([]);
  expect(judge()).toEqual([]);
});
