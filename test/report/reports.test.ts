import Ajv from "ajv-draft-04";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostic.ts";
import { ruleHelp } from "../../src/cli/report.ts";
import { renderGithub } from "../../src/report/github.ts";
import { renderJson } from "../../src/report/json.ts";
import { renderSarif } from "../../src/report/sarif.ts";
import { renderText } from "../../src/report/text.ts";
import { fixture, problemsOf } from "../project.ts";

const schema: object = createRequire(import.meta.url)(
  "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json",
);

const diagnostic: Diagnostic = {
  severity: "warning",
  rule: "duration-vague",
  message: 'vague duration "up to 12 months", expected 100 %, a length',
  location: { file: "data/a b/ä.yaml", line: 3, column: 5, end: { line: 3, column: 13 } },
  excerpt: "    duration: up to 12 months",
  hint: "ask\nthe supplier",
  sites: ["one", "two", "three", "four", "five", "six"],
  source: "Some act, Article 1 (2020-01-01)",
};

test("text names the place, the line, the sites, the source and the remedy", () => {
  expect(renderText([diagnostic])).toMatchInlineSnapshot(`
    "data/a b/ä.yaml:3:5: warning: vague duration "up to 12 months", expected 100 %, a length [duration-vague]
      |
    3 |     duration: up to 12 months
      |     ^~~~~~~~
      = sites: one, two, three, four, five and 1 more
      = source: Some act, Article 1 (2020-01-01)
      = hint: ask\\x0athe supplier
    "
  `);
});

test("text underlines the token of a long line, within a window of it", () => {
  const excerpt = `${"x".repeat(500)} token ${"y".repeat(500)}`;
  const location = { ...diagnostic.location, column: 502, end: { line: 3, column: 507 } };
  const [, , line = "", marks = ""] = renderText([{ ...diagnostic, excerpt, location }]).split(
    "\n",
  );
  expect(line.length).toBeLessThan(200);
  expect(line.slice(marks.indexOf("^"), marks.lastIndexOf("~") + 1)).toBe("token");
});

test("text underlines the token behind letters that are twice as wide, or combine", () => {
  const excerpt = "name: クッキーe\u0301 bad";
  const location = { ...diagnostic.location, column: 14, end: { line: 3, column: 17 } };
  const lines = renderText([{ ...diagnostic, excerpt, location }]).split("\n");
  expect(lines.slice(2, 4)).toEqual([`3 | ${excerpt}`, `  | ${" ".repeat(16)}^~~`]);
});

const repeated = (number: number, more: Partial<Diagnostic> = {}): Diagnostic[] =>
  Array.from({ length: number }, (_, index) => {
    const end = { line: index + 1, column: 13 };
    return { ...diagnostic, location: { ...diagnostic.location, line: index + 1, end }, ...more };
  });

test("errors come before warnings, and warnings before notes, each by place", () => {
  const [first, second] = repeated(2);
  const error = { ...second!, severity: "error" } as const;
  const note = { ...first!, severity: "note", rule: "other" } as const;
  const places = (text: string) => text.match(/^\S.*?:\d+:\d+: \w+/gm);
  expect(places(renderText([note, first!, error]))).toEqual([
    "data/a b/ä.yaml:2:5: error",
    "data/a b/ä.yaml:1:5: warning",
    "data/a b/ä.yaml:1:5: note",
  ]);
});

test("a hint and a source of a rule stand once in a report, another hint stands as well", () => {
  const other = repeated(3).map((one, index) => (index < 2 ? one : { ...one, hint: "ask twice" }));
  const text = renderText(other);
  expect(text.match(/= source: .*/g)).toHaveLength(1);
  expect(text.match(/= hint: .*/g)).toEqual(["= hint: ask\\x0athe supplier", "= hint: ask twice"]);
});

test("what one rule says of one token stands below one excerpt, and in one annotation", () => {
  const both = [diagnostic, { ...diagnostic, message: "vague still" }];
  expect(renderText(both).match(/^ {2}= also: .*|^\S.*\[duration-vague\]$/gm)).toEqual([
    expect.stringContaining("vague duration"),
    "  = also: vague still",
  ]);
  expect(renderGithub(both).split("\n")).toHaveLength(2);
  expect(renderGithub(both)).toContain("a length%0Avague still%0A");
});

test("colour is there only when asked for", () => {
  expect(renderText([diagnostic])).not.toContain("\u001b");
  expect(renderText([diagnostic], true)).toContain("\u001b[33mwarning\u001b[39m");
});

test("what one rule repeats in one file is cut short for people, and whole for programs", () => {
  const thousand = [...repeated(1000), { ...diagnostic, rule: "other" }];
  const text = renderText(thousand);
  expect(text.match(/\[duration-vague\]/g)).toHaveLength(21);
  expect(text).toContain("\n\ndata/a b/ä.yaml: and 980 more of this kind [duration-vague]\n\n");
  expect(text).toContain("[other]");
  expect(renderGithub(thousand).split("\n")).toContain(
    "::warning file=data/a b/ä.yaml,title=duration-vague::and 980 more of this kind",
  );
  expect(renderGithub(thousand).split("\n")).toHaveLength(23);
  const json = JSON.parse(renderJson(thousand)) as { diagnostics: object[] };
  expect(json.diagnostics).toHaveLength(1001);
  const sarif = JSON.parse(renderSarif(thousand, [], "1.0.0")) as { runs: [{ results: object[] }] };
  expect(sarif.runs[0].results).toHaveLength(1001);
});

test("twenty of a kind are shown, as are a hundred that are ready to paste", () => {
  expect(renderText(repeated(20))).not.toContain("of this kind");
  expect(renderText(repeated(21))).toContain("and 1 more of this kind");
  const addition = { file: "data/providers/a.yaml", text: "- x\n" };
  expect(renderText(repeated(100, { addition }))).not.toContain("of this kind");
  expect(renderText(repeated(101, { addition }))).toContain("and 1 more of this kind");
});

test("json is versioned and flat", () => {
  const { version, diagnostics } = JSON.parse(renderJson([diagnostic])) as {
    version: number;
    diagnostics: object[];
  };
  expect(version).toBe(1);
  expect(diagnostics[0]).toMatchObject({
    file: "data/a b/ä.yaml",
    line: 3,
    rule: "duration-vague",
  });
});

test("github annotations are escaped, one a line", () => {
  expect(renderGithub([diagnostic])).toMatchInlineSnapshot(`
    "::warning file=data/a b/ä.yaml,line=3,col=5,endLine=3,endColumn=13,title=duration-vague::vague duration "up to 12 months", expected 100 %25, a length%0Asource: Some act, Article 1 (2020-01-01)%0Ahint: ask%0Athe supplier
    "
  `);
});

function check(log: unknown) {
  const validate = new Ajv.default({
    strict: false,
    validateFormats: false,
    unicodeRegExp: false,
  }).compile(schema);
  return { valid: validate(log), errors: validate.errors };
}

test.each([
  ["no problem", []],
  ["one problem", [diagnostic]],
  ["the broken project", problemsOf(fixture("broken"))],
] as const)("sarif of %s is valid", (_, diagnostics) => {
  const log: unknown = JSON.parse(renderSarif(diagnostics, ruleHelp(), "1.0.0"));
  expect(check(log)).toEqual({ valid: true, errors: null });
});

test("sarif carries the help of the rules that it names, with their source", () => {
  const help = [
    { id: "duration-vague", severity: "warning", summary: "S.", why: "W.", source: "Act" },
  ] as const;
  const log = JSON.parse(renderSarif([diagnostic], help, "1.0.0")) as {
    runs: [{ tool: { driver: { rules: object[] } }; results: [{ ruleIndex: number }] }];
  };
  expect(log.runs[0].tool.driver.rules).toMatchObject([
    { id: "duration-vague", help: { text: "W.\n\nSource: Act" } },
  ]);
  expect(log.runs[0].results[0].ruleIndex).toBe(0);
});

const missing: Diagnostic = {
  ...diagnostic,
  addition: {
    file: "data/providers/a.yaml",
    text: '  - name: "x\u001b"\n    category: unclassified\n',
  },
};

test("what is missing can be copied from every report", () => {
  expect(renderText([missing])).toContain(`
  = add to data/providers/a.yaml:
    |   - name: "x\\x1b"
    |     category: unclassified
`);
  expect(JSON.parse(renderJson([missing]))).toMatchObject({
    diagnostics: [{ addition: missing.addition }],
  });
  expect(renderGithub([missing])).toContain(
    'add to data/providers/a.yaml:%0A  - name: "x\\x1b"%0A    category: unclassified\n',
  );
  const log = JSON.parse(renderSarif([missing], [], "1.0.0")) as {
    runs: [{ results: [{ message: { text: string } }] }];
  };
  expect(log.runs[0].results[0].message.text).toContain(missing.addition!.text.trimEnd());
});

test("gaps stand in annotations, and among the notifications of a run that is valid", () => {
  expect(renderGithub([], ["a tab\nwas closed"])).toBe(
    "::warning title=incomplete::a tab%0Awas closed\n",
  );
  const log: unknown = JSON.parse(renderSarif([], [], "1.0.0", ["a tab was closed"]));
  expect(check(log)).toEqual({ valid: true, errors: null });
  expect(log).toMatchObject({
    runs: [
      {
        invocations: [
          { toolExecutionNotifications: [{ message: { text: "incomplete: a tab was closed" } }] },
        ],
      },
    ],
  });
});
