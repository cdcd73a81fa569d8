import fc from "fast-check";
import { expect, test } from "vitest";
import { lint } from "../../src/lint/lint.ts";
import { lintRules } from "../../src/lint/rules.ts";
import { loadRegistry } from "../../src/registry/load.ts";
import { openProject } from "../../src/registry/project.ts";
import { writeFiles, writeProject } from "../project.ts";
import { base, today } from "./example.ts";

const paths = ["data/providers/example.yaml", "data/sites/example.yaml"] as const;

/** Values that some key takes, and some that none does. */
const values = [
  "session",
  "persistent",
  "up to 13 months",
  "99 years after last activity",
  "necessary",
  "statistics",
  "unclassified",
  "audience-measurement",
  "authentication",
  "[measure-audience]",
  "[]",
  '["Our partners", example]',
  '"*_a"',
  '"a*b*"',
  "FR",
  "US",
  "{}",
  "true",
  "null",
  "[{ country: US }]",
  "https://x.example",
  "http://x.example",
  "2020-01-01",
  "[EU, FR, DE, UK, CH, BR]",
  '"\\u0000"',
  "&a x",
  "- x",
];
const keys = [
  "name",
  "duration",
  "purposes",
  "function",
  "category",
  "exemption",
  "recipients",
  "transfers",
  "country",
  "domain",
  "selfRenewing",
  "dataRetention",
  "reviewed",
  "updated",
  "controller",
  "preferences",
  "objection",
  "jurisdictions",
  "providers",
  "languages",
  "formerly",
];

/** The lines of a file with some of them dropped, repeated, or replaced by another key and value. */
const edit = fc.record({
  path: fc.constantFrom(...paths),
  line: fc.nat(14),
  indent: fc.constantFrom("", "    ", "  - "),
  key: fc.constantFrom(...keys),
  value: fc.constantFrom(...values),
  how: fc.constantFrom("drop", "repeat", "replace", "insert"),
});

function apply(
  files: Record<string, string>,
  { path, line, indent, key, value, how }: typeof edit extends fc.Arbitrary<infer T> ? T : never,
) {
  const lines = files[path]!.split("\n");
  const own = `${indent}${key}: ${value}`;
  const kept = how === "drop" || how === "replace" ? 1 : 0;
  const added = how === "drop" ? [] : how === "repeat" ? [lines[line] ?? ""] : [own];
  lines.splice(line, kept, ...added);
  return { ...files, [path]: lines.join("\n") };
}

test("whatever the files say, neither the loader nor a rule throws, and every place lies inside its file", () => {
  const folder = writeProject(base);
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
      const files = edits.reduce<Record<string, string>>(apply, { ...base });
      writeFiles(folder, files);
      const { registry, diagnostics } = loadRegistry(openProject(folder));
      for (const { location } of [...diagnostics, ...lint(registry, { rules: lintRules, today })]) {
        const text = files[location.file];
        if (text === undefined) continue;
        const lines = text.split("\n");
        expect(location.line).toBeLessThanOrEqual(lines.length);
        expect(location.column).toBeLessThanOrEqual(lines[location.line - 1]!.length + 1);
      }
    }),
    { numRuns: 200, seed: 7 },
  );
});
