import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { filesOf } from "./projects.ts";

const root = dirname(import.meta.dirname);

/** Which rooms a room may take from, besides itself. */
const mayTakeFrom: Readonly<Record<string, readonly string[]>> = {
  diagnostic: [],
  memo: [],
  optional: [],
  browser: ["optional"],
  vocabulary: ["memo"],
  source: ["vocabulary", "memo", "diagnostic"],
  rules: ["source", "memo", "diagnostic"],
  prose: ["source", "vocabulary", "memo", "diagnostic"],
  registry: ["prose", "source", "rules", "vocabulary", "memo", "diagnostic"],
  report: ["diagnostic"],
  files: [],
  lists: ["registry", "prose", "observation", "source", "vocabulary", "diagnostic"],
  exporters: ["registry", "vocabulary"],
  lint: ["rules", "registry", "prose", "source", "vocabulary", "memo", "diagnostic"],
  translate: ["registry", "prose", "source", "vocabulary", "memo", "diagnostic"],
  site: [
    "browser",
    "exporters",
    "registry",
    "prose",
    "files",
    "optional",
    "source",
    "vocabulary",
    "memo",
    "diagnostic",
  ],
  observation: ["vocabulary", "diagnostic"],
  importers: ["observation", "source", "vocabulary", "diagnostic"],
  audit: [
    "browser",
    "optional",
    "observation",
    "rules",
    "registry",
    "source",
    "vocabulary",
    "memo",
    "diagnostic",
  ],
  cli: [
    "browser",
    "lint",
    "audit",
    "importers",
    "exporters",
    "site",
    "translate",
    "lists",
    "observation",
    "registry",
    "prose",
    "rules",
    "source",
    "vocabulary",
    "report",
    "files",
    "machine",
    "diagnostic",
  ],
  machine: [],
  api: [
    "lint",
    "audit",
    "importers",
    "site",
    "observation",
    "registry",
    "source",
    "machine",
    "diagnostic",
  ],
  eleventy: ["site", "registry", "source", "report", "memo"],
  ".eleventy": ["eleventy"],
};

/** The one room that a package belongs to. */
const ownerOf: Readonly<Record<string, string>> = {
  yaml: "source",
  "js-yaml": "source",
  zod: "registry",
  tldts: "vocabulary",
  "tough-cookie": "observation",
  "fastest-levenshtein": "source",
  "third-party-web": "audit",
  "playwright-core": "browser",
  "csv-stringify": "site",
  docx: "site",
  "write-excel-file": "site",
  nunjucks: "site",
  "markdown-it": "prose",
  parse5: "lists",
  "read-excel-file": "lists",
  "gettext-parser": "translate",
  commander: "cli",
  "@clack/prompts": "cli",
  "string-width": "report",
};

interface Import {
  readonly from: string;
  readonly to: string;
  /** By `import()`: so a command loads its work, which takes the types of its options from the command. */
  readonly lazy: boolean;
  /** It is gone when the program runs. */
  readonly isType: boolean;
}

const files = [
  ".eleventy.ts",
  ...readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
    .map((name) => `src/${name}`),
];

const read = (file: string) => readFileSync(join(root, file), "utf8");

const roomOf = (file: string) =>
  file
    .replace(/^src\//, "")
    .split("/")[0]!
    .replace(/\.ts$/, "");

const importPattern =
  /^(?:import|export)\s+[^;]*?\sfrom\s+"(?<to>[^"]+)"|^import\s+"(?<bare>[^"]+)"|import\("(?<dynamic>[^"]+)"\)/gm;

const imports: Import[] = files.flatMap((from) =>
  [...read(from).matchAll(importPattern)].map(({ 0: line, groups = {} }) => ({
    from,
    isType: /^(?:import|export) type/.test(line),
    to: groups["to"] ?? groups["bare"] ?? groups["dynamic"] ?? "",
    lazy: groups["dynamic"] !== undefined,
  })),
);

const inside = imports
  .filter(({ to }) => to.startsWith("."))
  .map(({ from, to, lazy }) => ({
    from,
    lazy,
    to: relative(root, resolve(root, dirname(from), to)),
  }));

test("the import lines of every file were found", () => {
  expect(imports.length).toBeGreaterThan(files.length);
});

test.each(Object.keys(mayTakeFrom))("%s takes only from the rooms below it", (room) => {
  const allowed = new Set([room, ...mayTakeFrom[room]!]);
  const wrong = inside.filter(({ from, to }) => roomOf(from) === room && !allowed.has(roomOf(to)));
  expect(wrong).toEqual([]);
});

test("zod is imported as a whole, of which a bundle leaves out what nobody names", () => {
  const named = files.filter((file) => /^import (?:type )?\{.*\} from "zod"/m.test(read(file)));
  expect(named).toEqual([]);
});

test("every room is one that the house knows", () => {
  expect(new Set(files.map(roomOf))).toEqual(new Set(Object.keys(mayTakeFrom)));
});

test("no two files import each other, directly or through others", () => {
  const targets = (file: string) =>
    inside.filter(({ from, lazy }) => from === file && !lazy).map(({ to }) => to);
  const done = new Set<string>();
  const visit = (file: string, line: readonly string[]): void => {
    expect(line).not.toContain(file);
    if (done.has(file)) return;
    for (const target of targets(file)) visit(target, [...line, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
});

describe("every package has one owner", () => {
  const packages = imports
    .filter(({ to }) => !to.startsWith(".") && !to.startsWith("node:"))
    .map((one) => ({
      ...one,
      name: one.to
        .split("/")
        .slice(0, one.to.startsWith("@") ? 2 : 1)
        .join("/"),
    }));

  test("and no other room imports it, but for types in rooms that take from the owner", () => {
    const isOwner = (room: string, name: string) => ownerOf[name] === room;
    const wrong = packages.filter(
      ({ from, name, isType }) =>
        !isOwner(roomOf(from), name) &&
        !(isType && mayTakeFrom[roomOf(from)]!.some((room) => isOwner(room, name))),
    );
    expect(wrong).toEqual([]);
  });
});

test("no folder but those of one file a thing holds more than fifteen files", () => {
  const folders = files.map((file) => dirname(file)).filter((folder) => folder !== ".");
  const sizes = [...new Set(folders)].map(
    (folder) => [folder, folders.filter((one) => one === folder).length] as const,
  );
  const full = sizes.filter(([folder, size]) => size > 15 && !/\/(?:rules|formats)$/.test(folder));
  expect(full).toEqual([]);
});

test("no exported name stands for two things", () => {
  const exported = files.flatMap((file) => {
    const pattern = /^export (?:async )?(?:function\*?|const|let|class|interface|type) (\w+)/gm;
    return [...new Set([...read(file).matchAll(pattern)].map(([, name = ""]) => name))];
  });
  expect(exported.filter((name, index) => exported.indexOf(name) !== index)).toEqual([]);
});

/** Knowledge that is written once, and what it looks like. */
const writtenOnce: readonly (readonly [string, RegExp])[] = [
  ["the grammar of an id", /\[a-z\]\[a-z0-9\]\*/g],
  ["the pattern of a placeholder", /\\\{\\\{\(/g],
  ["that a cookie is the usual storage", /(?:\?\?|storage =) "cookie"/g],
  ["the party of a host", /\? "first" : "third"/g],
  ["the forbidden keys", /^ *"__proto__",?$/gm],
];

test.each(writtenOnce)("%s is written once", (_, pattern) => {
  const places = files.flatMap((file) => [...read(file).matchAll(pattern)].map(() => file));
  expect(places).toHaveLength(1);
});

test("docs/architecture.md names every room", () => {
  const [, section = ""] = /^## Rooms$(.*?)^## /ms.exec(read("docs/architecture.md"))!;
  const rows = [...section.matchAll(/^\| `([^`]+)` +\|/gm)];
  expect(rows.map(([, room = ""]) => room).toSorted()).toEqual(Object.keys(mayTakeFrom).toSorted());
});

/** The helpers by which tests start another program. */
const starters = [
  "../browser.ts",
  "./chromium.ts",
  "cli/start.ts",
  "./start.ts",
  "output/child-process.ts",
];

test.each(filesOf("unit"))("%s of the project unit starts no other program", (file) => {
  const modules = [...read(file).matchAll(importPattern)].map(({ groups }) => groups!["to"] ?? "");
  const starting = modules.filter(
    (to) => to === "node:child_process" || starters.some((starter) => to.endsWith(starter)),
  );
  expect(starting).toEqual([]);
});

test("only the command line and what tells of the machine touch the process and the console", () => {
  const touching = files.filter((file) => /\b(process|console)\.\w/.test(read(file)));
  expect(touching.filter((file) => roomOf(file) !== "cli")).toEqual(["src/machine.ts"]);
});
