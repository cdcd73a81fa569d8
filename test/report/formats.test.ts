import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostic.ts";
import { renderCheckstyle } from "../../src/report/checkstyle.ts";
import { renderGitlab } from "../../src/report/gitlab.ts";
import { renderJunit } from "../../src/report/junit.ts";
import { renderMarkdown } from "../../src/report/markdown.ts";
import { renderSarif } from "../../src/report/sarif.ts";
import { fixture, problemsOf } from "../project.ts";

const error: Diagnostic = {
  severity: "error",
  rule: "bad-name",
  message: 'bad "<b>|`x`" & \u001b\ud800 *y*',
  location: { file: "data/a.yaml", line: 3, column: 5, end: { line: 3, column: 9 } },
  excerpt: "  - name: x",
  hint: "write y",
};
const warning: Diagnostic = {
  ...error,
  severity: "warning",
  rule: "duration-vague",
  location: { ...error.location, file: "data/b.yaml" },
};
const note: Diagnostic = { ...warning, severity: "note" };
const broken = problemsOf(fixture("broken"));

interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly inner: XmlElement[];
}

const element =
  /<(?:(\/)([a-z-]+)|([a-z-]+)((?: [a-z]+="(?:[^<&"]|&(?:amp|lt|gt|quot|#10);)*")*)(\/?))>|((?:[^<&]|&(?:amp|lt|gt|quot);)+)/gy;

/** Reads XML of elements and texts; throws where it is not well formed. */
function readXml(text: string): XmlElement {
  const root: XmlElement = { name: "", attributes: {}, inner: [] };
  const open = [root];
  const start = '<?xml version="1.0" encoding="UTF-8"?>\n';
  expect(text.startsWith(start)).toBe(true);
  // oxlint-disable-next-line no-control-regex -- XML has none of these
  expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Cs}/u);
  element.lastIndex = start.length;
  for (let at = start.length; at < text.length; at = element.lastIndex) {
    const found = element.exec(text);
    if (!found) throw new Error(`no XML at ${text.slice(at, at + 60)}`);
    const [, closing, closed, opened, listed = "", isEmpty] = found;
    if (closing !== undefined) {
      const last = open.pop()!;
      if (last.name !== closed) throw new Error(`${closed} closes ${last.name}`);
    } else if (opened !== undefined) {
      const pairs = [...listed.matchAll(/ ([a-z]+)="([^"]*)"/g)];
      const attributes = Object.fromEntries(pairs.map(([, key, value]) => [key!, value!]));
      const one = { name: opened, attributes, inner: [] };
      open.at(-1)!.inner.push(one);
      if (isEmpty === "") open.push(one);
    }
  }
  expect(open).toEqual([root]);
  expect(root.inner).toHaveLength(1);
  return root.inner[0]!;
}

const everyElement = (one: XmlElement): XmlElement[] => [one, ...one.inner.flatMap(everyElement)];

describe("checkstyle", () => {
  test("has a file for each file and an error for each diagnostic, at its place", () => {
    const root = readXml(renderCheckstyle([error, note]));
    expect(root).toMatchObject({ name: "checkstyle", attributes: { version: "4.3" } });
    expect(root.inner.map(({ name, attributes }) => [name, attributes["name"]])).toEqual([
      ["file", "data/a.yaml"],
      ["file", "data/b.yaml"],
    ]);
    expect(root.inner[0]!.inner[0]!.attributes).toEqual({
      line: "3",
      column: "5",
      severity: "error",
      message: "bad &quot;&lt;b&gt;|`x`&quot; &amp; \\x1b\ufffd *y*",
      source: "cookie-ledger.bad-name",
    });
    expect(root.inner[1]!.inner[0]!.attributes["severity"]).toBe("info");
  });

  test("is well formed and whole for the broken project, and for none", () => {
    const errors = everyElement(readXml(renderCheckstyle(broken))).filter(
      ({ name }) => name === "error",
    );
    expect(errors).toHaveLength(broken.length);
    expect(readXml(renderCheckstyle([])).inner).toEqual([]);
  });
});

describe("junit", () => {
  test("counts errors as failures; warnings and notes pass and are told", () => {
    const root = readXml(renderJunit([error, warning, note]));
    expect(root.attributes).toEqual({ name: "cookie-ledger", tests: "3", failures: "1" });
    expect(
      root.inner.map(({ attributes: { name, tests, failures } }) => [name, tests, failures]),
    ).toEqual([
      ["data/a.yaml", "1", "1"],
      ["data/b.yaml", "2", "0"],
    ]);
    const inner = everyElement(root).map(({ name }) => name);
    expect(inner.filter((name) => name === "failure")).toHaveLength(1);
    expect(inner.filter((name) => name === "system-out")).toHaveLength(2);
    expect(renderJunit([error])).toContain("\nhint: write y</failure>");
  });

  test("adds up for the broken project, and has one test that passes where nothing is wrong", () => {
    const { attributes, inner } = readXml(renderJunit(broken));
    expect(Number(attributes["tests"])).toBe(broken.length);
    const tests = inner.map((one) => Number(one.attributes["tests"]));
    expect(tests.reduce((sum, number) => sum + number)).toBe(broken.length);
    expect(everyElement(readXml(renderJunit([]))).map(({ name }) => name)).toEqual([
      "testsuites",
      "testsuite",
      "testcase",
    ]);
  });
});

describe("gitlab", () => {
  const read = (diagnostics: readonly Diagnostic[]) =>
    JSON.parse(renderGitlab(diagnostics)) as {
      description: string;
      check_name: string;
      fingerprint: string;
      severity: string;
      location: { path: string; lines: { begin: number } };
    }[];

  test("has what Code Quality asks of each issue", () => {
    expect(read([error])).toEqual([
      {
        description: `${error.message} (write y)`,
        check_name: "bad-name",
        fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
        severity: "major",
        location: { path: "data/a.yaml", lines: { begin: 3, end: 3 } },
      },
    ]);
    expect(read([warning, note]).map(({ severity }) => severity)).toEqual(["minor", "info"]);
    expect(read([])).toEqual([]);
  });

  test("knows an issue again on another line, and tells two of a kind apart", () => {
    const moved = { ...error, location: { ...error.location, line: 30 } };
    expect(read([moved])[0]!.fingerprint).toBe(read([error])[0]!.fingerprint);
    const prints = read([...broken, error, error]).map(({ fingerprint }) => fingerprint);
    expect(new Set(prints).size).toBe(broken.length + 2);
  });
});

describe("markdown", () => {
  test("is a count and a table in which no text is markup", () => {
    expect(renderMarkdown([warning, error])).toBe(`## cookie-ledger: 1 error, 1 warning

| | place | problem | rule |
|---|---|---|---|
| error | data/a.yaml:3:5 | bad "&lt;b>\\|\\\`x\\\`" &amp; \\\\x1b\ud800 \\*y\\*<br>hint: write y | bad-name |
| warning | data/b.yaml:3:5 | bad "&lt;b>\\|\\\`x\\\`" &amp; \\\\x1b\ud800 \\*y\\*<br>hint: write y | duration-vague |
`);
  });

  test("has as many cells in each row, also of the broken project", () => {
    const rows = renderMarkdown(broken)
      .split("\n")
      .filter((line) => line.startsWith("|"));
    expect(rows.length).toBeGreaterThan(50);
    expect(rows.filter((row) => row.split(/(?<!\\)\|/).length !== 6)).toEqual([]);
    expect(rows.some((row) => row.includes("more of this kind"))).toBe(true);
  });

  test("says that nothing is wrong, and what may have gone unseen", () => {
    expect(renderMarkdown([])).toBe("## cookie-ledger: no problems\n");
    expect(renderMarkdown([], ["a <tab> was closed"])).toContain("\n- a &lt;tab> was closed\n");
  });
});

test.each(["../a.yaml", "/home/me/a.yaml", "C:/a.yaml", "node_modules/x/a.yaml", "a/../../b.yaml"])(
  "sarif names no file outside of the repository, such as %s",
  (file) => {
    const outside = { ...error, location: { ...error.location, file } };
    const log = renderSarif([outside, warning], [], "1.0.0");
    expect(log).not.toContain(file);
    const { runs } = JSON.parse(log) as {
      runs: [{ results: object[]; invocations: [{ toolExecutionNotifications: object[] }] }];
    };
    expect(runs[0].results).toHaveLength(1);
    expect(runs[0].results[0]).toMatchObject({
      locations: [
        { physicalLocation: { artifactLocation: { uri: "data/b.yaml", uriBaseId: "%SRCROOT%" } } },
      ],
    });
    expect(runs[0].invocations[0].toolExecutionNotifications).toHaveLength(1);
  },
);
