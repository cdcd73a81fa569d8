import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runNewProvider } from "../../../src/cli/run/catalogue/new-provider.ts";
import { lint } from "../../../src/lint/lint.ts";
import { lintRules } from "../../../src/lint/rules.ts";
import { loadRegistry } from "../../../src/registry/load.ts";
import { openProject } from "../../../src/registry/project.ts";
import { type Files, writeProject } from "../../project.ts";
import { host } from "../../site/output/site.ts";
import { createTestContext } from "../context.ts";

const path = "data/providers/acme-counter.yaml";
const site = "name: Town\nurl: https://town.example\nlanguages: [en]\nproviders: [acme-counter]\n";
const table = `| Name | Expiry | What it does |
|---|---|---|
| _ac_<id> | 2 years | Words of the vendor about visitors |
| _ac_seen | until you leave | More words |
`;

async function make(
  input: string | Uint8Array | undefined,
  {
    id = "acme-counter",
    files = {},
    source = "https://acme.example/cookies",
    sourceKind = "documentation",
  }: {
    readonly id?: string;
    readonly files?: Files;
    readonly source?: string;
    readonly sourceKind?: string;
  } = {},
) {
  const folder = writeProject({ "data/sites/town.yaml": site, ...files });
  const bytes = typeof input === "string" ? new TextEncoder().encode(input) : input;
  const { context, out, err } = createTestContext({
    folder,
    host,
    input: () => Promise.resolve(bytes),
  });
  const status = await runNewProvider(id, { project: ".", source, sourceKind }, context);
  const file = join(folder, path);
  const text = existsSync(file) ? readFileSync(file, "utf8") : undefined;
  return { status, stdout: out.join(""), stderr: err.join(""), text, folder };
}

describe("provider new", () => {
  test("writes what the table tells, and no word of the vendor", async () => {
    const { status, stdout, text } = await make(table, { sourceKind: "policy" });
    expect({ status, stdout }).toEqual({ status: 0, stdout: `${path}\n` });
    expect(text)
      .toBe(`# Give each cookie its function and purposes in place of the category, and compare all with the source.
name: Acme Counter
sources:
  - url: https://acme.example/cookies
    read: 2026-11-01
    kind: policy
cookies:
  # Line 3 of the table
  - name: "_ac_*"
    category: unclassified
    duration: 2 years
  # Line 4 of the table
  - name: "_ac_seen"
    category: unclassified
`);
  });

  test("leaves what is not known to the linter, which asks for it cookie by cookie", async () => {
    const { folder } = await make(table);
    const { registry, diagnostics } = loadRegistry(openProject(folder));
    expect(diagnostics).toEqual([]);
    const found = lint(registry, { rules: lintRules, today: "2026-11-01" }).filter(
      ({ location }) => location.file === path,
    );
    const linesOf = (rule: string) =>
      found.filter((one) => one.rule === rule).map(({ location }) => location.line);
    expect(linesOf("unclassified-cookie")).toEqual([10, 14]);
    expect(linesOf("duration-missing")).toEqual([13]);
  });

  test("remarks where the table gives a cookie no end, and not of what has none by itself", async () => {
    const { text } = await make(
      "Name,Type,Duration\n_ac,HTTP Cookie,never\n_theme,HTML Local Storage,never\n",
    );
    const remark =
      "    # The table gives no end, so it stays until it is deleted: look up how long it is kept\n";
    expect(text).toContain(`${remark}    duration: persistent\n`);
    expect(text!.split(remark)).toHaveLength(2);
    expect(text!.split("    duration: persistent\n")).toHaveLength(3);
  });

  test("tells at which place something could not be read", async () => {
    const { stderr } = await make(table);
    expect(stderr).toContain('stdin:4:14: warning: duration "until you leave"');
  });

  test("names the schema where the project has one", async () => {
    const { text } = await make(table, { files: { "data/schema/provider.json": "{}" } });
    expect(text).toMatch(/^# yaml-language-server: \$schema=\.\.\/schema\/provider\.json\n# Give/);
  });

  test.each<[string, string | Uint8Array, string]>([
    ["without a table", "nothing here", "stdin:1:1: error: no table with a column of names"],
    ["whose table names no cookie", "Name,Duration\n", "nothing was written"],
    ["in another encoding than UTF-8", new Uint8Array([0x4e, 0xe9]), "[invalid-utf8]"],
    ["of more than 1 MiB", "x".repeat(1024 * 1024 + 1), "[file-too-large]"],
  ])("writes nothing of a text %s", async (_, input, message) => {
    const { status, stdout, stderr, text } = await make(input);
    expect({ status, stdout, text }).toEqual({ status: 1, stdout: "", text: undefined });
    expect(stderr).toContain(message);
    expect(stderr).toContain("nothing was written\n");
  });

  test.each<[string, Parameters<typeof make>, string]>([
    [
      "a provider of the package, and says how to use it",
      [table, { id: "matomo" }],
      '"matomo" is there already, expected an id of none\n(name it in a site by "npx cookie-ledger add matomo"',
    ],
    [
      "a provider of the project, and says how to go on",
      [table, { files: { [path]: "name: Mine\ncookies: []\n" } }],
      '"acme-counter" is there already, expected an id of none\n(add its cookies to "data/providers/acme-counter.yaml" by hand',
    ],
    ["what is no id", [table, { id: "Acme" }], 'bad id "Acme"'],
    ["what is no address", [table, { source: "acme.example" }], 'bad URL "acme.example"'],
    ["an unknown kind of source", [table, { sourceKind: "blog" }], 'unknown kind of source "blog"'],
    ["no input", [undefined], "no table, expected HTML, Markdown or CSV on the standard input"],
  ])("refuses %s", async (_, words, message) => {
    await expect(make(...words)).rejects.toThrow(message);
  });
});
