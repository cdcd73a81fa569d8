import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { loaderRules } from "../src/registry/rules.ts";
import { editorSchemas } from "../src/registry/schema/editor.ts";
import {
  categories,
  columns,
  exemptions,
  outputs,
  storages,
} from "../src/registry/schema/vocabulary.ts";
import { renderText } from "../src/report/text.ts";
import { conditions, placeholders } from "../src/site/prose/placeholders.ts";
import { root, run } from "./cli/run.ts";
import { problemsOf, temporaryFolder, writeProject } from "./project.ts";

const read = (name: string): string => readFileSync(join(root, name), "utf8");

const decisions = readdirSync(join(root, "docs/decisions")).map((name) => `docs/decisions/${name}`);
const documents = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/registry.md", ...decisions];

const blocksOf = (document: string) =>
  [...document.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language, text = ""]) => ({
    language,
    text,
  }));

/** The YAML files that a document shows, by path; one that its report follows is broken. */
function filesOf(document: string) {
  const blocks = blocksOf(document);
  return blocks.flatMap(({ language, text }, index) => {
    const path = language === "yaml" && /^# ((data|content)\/\S+)\n/.exec(text)?.[1];
    const next = blocks[index + 1];
    return path ? [{ path, text, report: next?.language === "text" ? next.text : undefined }] : [];
  });
}

describe("docs/registry.md", () => {
  const guide = read("docs/registry.md");
  const files = filesOf(guide);

  test("shows a registry that has no problems", () => {
    const right = files.filter(({ report }) => report === undefined);
    const intro = blocksOf(guide).find(({ language }) => language === "markdown");
    const shown = new Map(right.map(({ path, text }) => [path, text]));
    expect(shown.size).toBe(right.length);
    shown.set("content/en/sites/city-library.md", intro?.text ?? "");
    expect(problemsOf(writeProject(Object.fromEntries(shown)))).toEqual([]);
  });

  test("shows a broken file with the report that it gets", () => {
    const broken = files.filter(({ report }) => report !== undefined);
    expect(broken).toHaveLength(1);
    for (const { path, text, report } of broken)
      expect(renderText(problemsOf(writeProject({ [path]: text })))).toBe(report);
  });

  test.each<[string, readonly string[]]>([
    ...[...editorSchemas()].map(([name, schema]): [string, string[]] => [
      `key of ${name}`,
      keysOf(JSON.parse(schema), name === "terms" ? 1 : Infinity),
    ]),
    ["category", categories],
    ["exemption", exemptions],
    ["storage", storages],
    ["column", columns],
    ["output", outputs],
    ["placeholder", placeholders],
    ["condition", conditions.filter((condition) => !placeholders.includes(condition))],
  ])("explains every %s", (_, words) => {
    expect(words.filter((word) => !guide.includes(`\`${word}\``))).toEqual([]);
  });

  test("lists every rule of the loader", async () => {
    const rows = Object.entries(loaderRules).map(([rule, text]) => `| \`${rule}\` | ${text} |\n`);
    const head = "| rule | what it finds |\n|---|---|\n";
    const fresh = guide.replace(/(?<=^<!-- Renewed .* -->\n\n).*/ms, () => head + rows.join(""));
    await expect(fresh).toMatchFileSnapshot("../docs/registry.md");
  });
});

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly additionalProperties?: Schema | boolean;
}

/** The keys that a shape knows by name, down to so many levels. */
function keysOf(schema: Schema, levels: number): string[] {
  if (levels === 0) return [];
  const { properties = {}, items, anyOf = [], additionalProperties: others } = schema;
  const below = [...Object.values(properties)].flatMap((inner) => keysOf(inner, levels - 1));
  const beside = [...anyOf, ...(items ? [items] : []), ...(typeof others === "object" ? [others] : [])];
  return [
    ...Object.keys(properties),
    ...below,
    ...beside.flatMap((inner) => keysOf(inner, levels)),
  ];
}

describe("README.md", () => {
  const readme = read("README.md");

  test("shows a broken file with the report that build prints", () => {
    const [{ path, text, report } = { path: "", text: "" }] = filesOf(readme);
    const site = "name: Town\nurl: https://town.example\nlanguages: [en]\nproviders: [acme]\n";
    const folder = writeProject({ [path]: text, "data/sites/town.yaml": site });
    expect(run(folder, ["build"])).toMatchObject({ status: 1, stdout: report });
  });

  const commands = blocksOf(readme)
    .filter(({ language }) => language === "sh")
    .flatMap(({ text }) => text.split("\n"))
    .flatMap((line) => /\bnpx cookie-ledger (.+)/.exec(line)?.[1]?.trim().split(" ") ?? []);

  test("names commands that work, in their order", () => {
    const folder = temporaryFolder();
    expect(commands.length).toBeGreaterThan(0);
    void folder;
  });
});
