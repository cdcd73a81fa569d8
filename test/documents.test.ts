import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { settingsSchema } from "../src/registry/settings/settings-schema.ts";
import { loaderRules } from "../src/vocabulary/loader-rules.ts";
import {
  categories,
  columns,
  exemptions,
  outputs,
  storages,
} from "../src/vocabulary/vocabulary.ts";
import { renderText } from "../src/report/text.ts";
import { conditions, placeholderNames } from "../src/prose/placeholders.ts";
import { run } from "./cli/run.ts";
import { problemsOf, root, temporaryFolder, writeProject } from "./project.ts";

const read = (name: string): string => readFileSync(join(root, name), "utf8");
const guide = read("docs/registry.md");
const readme = read("README.md");

const proseOf = (document: string): string => document.replaceAll(/^```.*?^```$/gms, "");

const blocksOf = (document: string) =>
  [...document.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(
    ({ 1: language, 2: text = "", index }) => ({
      language,
      text,
      before: document.slice(0, index),
    }),
  );

/** The path of the file that a block shows: on its first line, or for what has no comments, above it. */
function pathOf({ language, text, before }: ReturnType<typeof blocksOf>[number]) {
  if (language === "csv" || language === "markdown")
    return /.*`((?:data|content)\/\S+\.(?:csv|md))`:\n\n$/s.exec(before)?.[1];
  return language === "yaml" ? /^# ((data|content)\/\S+)\n/.exec(text)?.[1] : undefined;
}

/** The files of a registry that a document shows; one that a report follows is broken. */
const filesOf = (document: string) =>
  blocksOf(document).flatMap((block, index, blocks) => {
    const path = pathOf(block);
    const { text } = block;
    const next = blocks[index + 1];
    return path ? [{ path, text, report: next?.language === "text" ? next.text : undefined }] : [];
  });

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly additionalProperties?: Schema | boolean;
}

/** The keys that a shape names, down to so many levels; of a mapping with any keys none. */
function keysOf(schema: Schema, levels = Infinity): string[] {
  const { items, anyOf = [], additionalProperties: others } = schema;
  const properties = typeof others === "object" ? {} : (schema.properties ?? {});
  const beside = [items, typeof others === "object" ? others : undefined, ...anyOf];
  const below = levels > 1 ? Object.values(properties) : [];
  return [
    ...Object.keys(properties),
    ...below.flatMap((inner) => keysOf(inner, levels - 1)),
    ...beside.flatMap((inner) => (inner ? keysOf(inner, levels) : [])),
  ];
}

describe("docs/registry.md", () => {
  const right = filesOf(guide).filter(({ report }) => report === undefined);
  const files = new Map(right.map(({ path, text }) => [path, text]));

  test("shows a registry in which nothing is wrong", () => {
    const intro = blocksOf(guide).find(({ language }) => language === "markdown");
    expect(files.size).toBe(right.length);
    const project = {
      ...Object.fromEntries(files),
      "content/en/sites/city-library.md": intro!.text,
    };
    expect(problemsOf(writeProject(project))).toEqual([]);
  });

  test("shows sentences of one's own", () => {
    expect([...files.keys()].filter((path) => path.endsWith(".md"))).toHaveLength(3);
  });

  test("shows a table", () => {
    expect([...files.keys()].filter((path) => path.endsWith(".csv"))).toHaveLength(1);
  });

  const commands = blocksOf(guide).flatMap(({ language, text }, index, blocks) =>
    language === "sh" ? [[text.trim(), blocks[index + 1]!.text] as const] : [],
  );

  test.each(commands)("shows what %j prints", async (command, output) => {
    const folder = writeProject(Object.fromEntries(files));
    const { status, stdout } = await run(folder, command.split(" ").slice(1));
    expect({ status, stdout }).toEqual({ status: 0, stdout: output });
  });

  test("runs commands", () => {
    expect(commands.length).toBeGreaterThan(0);
  });

  test("shows a broken file with the report that it gets", () => {
    const broken = filesOf(guide).find(({ report }) => report !== undefined)!;
    const problems = problemsOf(writeProject({ [broken.path]: broken.text }));
    expect(renderText(problems)).toBe(broken.report);
  });

  test.each<readonly [string, readonly string[]]>([
    ...readdirSync(join(root, "data/schema"))
      .filter((file) => file !== "settings.json")
      .map((file) => {
        const levels = file === "terms.json" ? 1 : Infinity;
        return [`key of ${file}`, keysOf(JSON.parse(read(`data/schema/${file}`)), levels)] as const;
      }),
    ["category", categories],
    ["exemption", exemptions],
    ["storage", storages],
    ["column", columns],
    ["output", outputs],
    ["placeholder", placeholderNames],
    ["condition", conditions.filter((condition) => !condition.includes("."))],
  ])("explains every %s", (_, words) => {
    expect(words.length).toBeGreaterThan(0);
    expect(words.filter((word) => !guide.includes(`\`${word}\``))).toEqual([]);
  });

  test("lists every rule of the loader", async () => {
    const rows = Object.entries(loaderRules).map(([rule, text]) => `| \`${rule}\` | ${text} |\n`);
    const table = `| rule | what it finds |\n|---|---|\n${rows.join("")}`;
    const fresh = guide.replace(/(?<=^<!-- Renewed by [^>]*-->\n\n).*/ms, () => table);
    await expect(fresh).toMatchFileSnapshot("../docs/registry.md");
  });
});

describe("README.md", () => {
  test("shows a broken file with the report that build prints", async () => {
    const broken = filesOf(readme).find(({ report }) => report !== undefined)!;
    const site = "name: Town\nurl: https://town.example\nlanguages: [en]\nproviders: [acme]\n";
    const folder = writeProject({ [broken.path]: broken.text, "data/sites/town.yaml": site });
    expect(await run(folder, ["build"])).toMatchObject({ status: 1, stdout: broken.report });
  });

  const commands = [...readme.matchAll(/^npx cookie-ledger (.+)$/gm)].map(([, words = ""]) =>
    words.split(" "),
  );

  test("names commands that exist", async () => {
    const help = (await run(root, ["--help"])).stdout;
    expect(commands.length).toBeGreaterThan(0);
    expect(commands.filter(([command]) => !help.includes(`\n  ${command} `))).toEqual([]);
  });

  test("begins a project with commands that find it", async () => {
    const folder = temporaryFolder();
    const statusOf = async (name: string) => {
      const words = commands.find(([command]) => command === name)!;
      return (await run(folder, words)).status;
    };
    expect(await statusOf("init")).toBe(0);
    expect(await statusOf("lint")).toBeLessThan(2);
  });

  test("says truly that no native reviewer has read the words of any language", () => {
    const languages = readdirSync(join(root, "content"));
    const terms = languages.map((language) => read(`content/${language}/terms.yaml`));
    expect(terms.filter((text) => !/^review: pending$/m.test(text))).toEqual([]);
  });
});

describe("docs/audit.md", () => {
  const document = read("docs/audit.md");
  const files = Object.fromEntries(filesOf(document).map(({ path, text }) => [path, text]));
  const headers = blocksOf(document).find(({ text }) => text.includes("\nSet-Cookie:"))!.text;

  test("shows the report that the evidence gets", async () => {
    const folder = writeProject({ ...files, "headers.txt": headers.replaceAll("\u2026", "x") });
    const { status, stdout } = await run(folder, ["audit", "--site", "bakery", "headers.txt"]);
    expect(status).toBe(1);
    expect(document).toContain(`\n\`\`\`text\n${stdout}\`\`\`\n`);
  });

  const commands = [...document.matchAll(/npx cookie-ledger (audit .+)$/gm)].map(([, words = ""]) =>
    words.replace(/ > \S+$/, "").split(" "),
  );

  test("names commands that find nothing wrong where nothing is", async () => {
    const state = { cookies: [{ name: "sid", domain: "bakery.example", path: "/", expires: -1 }] };
    const entry = {
      startedDateTime: "2026-11-24T10:00:00.000Z",
      request: { method: "GET", url: "https://bakery.example/", headers: [], cookies: [] },
      response: {
        status: 200,
        headers: [{ name: "set-cookie", value: "sid=x; Path=/; Secure" }],
        cookies: [],
      },
    };
    const folder = writeProject({
      ...files,
      "evidence/state.json": JSON.stringify({ ...state, origins: [] }),
      "evidence/visit.har": JSON.stringify({
        log: { version: "1.2", creator: { name: "Playwright", version: "1" }, entries: [entry] },
      }),
    });
    expect(commands.length).toBeGreaterThan(5);
    for (const words of commands) expect(await run(folder, words)).toMatchObject({ status: 0 });
    expect(existsSync(join(folder, "first/data/sites/bakery-example.yaml"))).toBe(true);
  });
});

describe("docs/eleventy.md", () => {
  const document = read("docs/eleventy.md");
  const inHost = (path: string) => read(`test/eleventy/host/${path}`);

  test("shows the configuration of the sample site", () => {
    const configuration = blocksOf(document).find(({ language }) => language === "js")!;
    expect(configuration.text).toBe(`// eleventy.config.js\n${inHost("eleventy.config.js")}`);
  });

  test.each([
    ["md", "pages/policy/parts.md"],
    ["njk", "pages/policy/services.njk"],
  ])("shows in %s what %s holds", (language, path) => {
    const { text } = blocksOf(document).find((block) => block.language === language)!;
    expect(inHost(path).endsWith(`\n${text}`)).toBe(true);
  });
});

describe("docs/embed.md", () => {
  const document = read("docs/embed.md");
  const [program, page] = ["js", "html"].map(
    (wanted) => blocksOf(document).find(({ language }) => language === wanted)!.text,
  );
  const include = '<!--#include virtual="/cookie-policy/en/fragment.html" -->';
  const place = "<!-- cookie policy -->";

  const put = (folder: string) =>
    spawnSync(process.execPath, ["put-in.mjs"], { cwd: folder, encoding: "utf8" });

  test("puts the fragment into a page, whole, by the program that it shows", async () => {
    const cookies = page!.replace(include, place);
    expect(cookies).toContain(place);
    const folder = writeProject({ "put-in.mjs": program!, "cookies.html": cookies });
    mkdirSync(join(folder, "public"));
    expect(put(folder)).toMatchObject({ status: 1, stderr: expect.stringContaining("ENOENT") });

    for (const command of ["init", "build"])
      expect(await run(folder, [command, "--project", "policy"])).toMatchObject({ status: 0 });
    const fragment = readFileSync(join(folder, "policy/_site/my-site/en/fragment.html"), "utf8");
    expect(put(folder).status).toBe(0);
    expect(readFileSync(join(folder, "public/cookies.html"), "utf8")).toBe(
      cookies.replace(place, () => fragment),
    );
  });
});

describe("llms.txt", () => {
  const { name, description, files } = JSON.parse(read("package.json")) as {
    name: string;
    description: string;
    files: string[];
  };

  /** The first sentence of a document that says what it is about, without its links. */
  function firstSentence(document: string): string {
    const paragraphs = proseOf(document)
      .split(/\n{2,}/)
      .slice(1);
    const first = paragraphs.find((one) => /^[\p{L}`]/u.test(one) && !one.startsWith("Generated"));
    const text = (first ?? "").replaceAll("\n", " ").replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1");
    return (/^.*?\.(?= |$)/.exec(text)?.[0] ?? text).replace(/:$/, ".");
  }

  test("leads to every document of the package, and is fresh", async () => {
    const documents = files.filter((file) => file.startsWith("docs/") && file.endsWith(".md"));
    const line = (path: string) => {
      const document = read(path);
      return `- [${/^# (.*)$/m.exec(document)![1]}](${path}): ${firstSentence(document)}\n`;
    };
    const text = `# ${name}

> ${description}

A project is a folder with \`data/sites\`, \`data/providers\` and, if it changes words, \`content/<language>\`. Write YAML by the
schemas in \`data/schema\`, run \`npx cookie-ledger lint --format json\` until nothing is wrong, then \`npx cookie-ledger build\`.
\`npx cookie-ledger explain RULE\` tells why something is wrong. Facts need a source: what is not known is left out.

## Documents

${documents.map(line).join("")}
## Schemas

- [docs/schema/output-1.json](docs/schema/output-1.json): what commands print with \`--format json\` and \`build --json\`.
- [docs/schema/policy-1.json](docs/schema/policy-1.json): \`policy.json\`, what a page shows.
- [docs/schema/cookies-1.json](docs/schema/cookies-1.json): \`cookies.json\`, the facts of a site.
`;
    expect(documents.length).toBeGreaterThan(10);
    await expect(text).toMatchFileSnapshot("../llms.txt");
  });
});

/** As code hosts make them of headings. */
const anchorsOf = (document: string): string[] =>
  [...proseOf(document).matchAll(/^#+ (.*)$/gm)].map(
    ([, heading = ""]) =>
      `#${heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
        .replaceAll(" ", "-")}`,
  );

const decisions = readdirSync(join(root, "docs/decisions"));

describe.each([
  "README.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "SECURITY.md",
  "llms.txt",
  "docs/api.md",
  "docs/ci.md",
  "docs/commands.md",
  "docs/architecture.md",
  "docs/eleventy.md",
  "docs/embed.md",
  "docs/registry.md",
  "docs/scale.md",
  "docs/audit.md",
  "docs/json.md",
  "docs/live-look.md",
  "docs/papers.md",
  "docs/templates.md",
  ...decisions.map((name) => `docs/decisions/${name}`),
])("%s", (name) => {
  const document = read(name);
  const prose = proseOf(document);

  test("links to files and headings that exist", () => {
    const links = [...prose.matchAll(/\]\((?!https:)([^)#]*)(#[^)]*)?\)/g)];
    const broken = links.filter(([, path = "", anchor]) => {
      const file = path === "" ? name : join(dirname(name), path);
      if (!existsSync(join(root, file))) return true;
      return anchor !== undefined && !anchorsOf(read(file)).includes(anchor);
    });
    expect(broken.map(([link]) => link)).toEqual([]);
  });

  test("names files of the source that exist", () => {
    const paths = [...prose.matchAll(/`((?:src|test|templates|docs)\/[^`<*]*)`/g)];
    expect(paths.flatMap(([, path = ""]) => (existsSync(join(root, path)) ? [] : [path]))).toEqual(
      [],
    );
  });

  test("names scripts that package.json has", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const named = [...document.matchAll(/\bnpm run ([\w:]+)/g)].map(([, script = ""]) => script);
    expect(named.filter((script) => !Object.hasOwn(scripts, script))).toEqual([]);
  });
});

describe("docs/commands.md", () => {
  const document = read("docs/commands.md");
  const settings = blocksOf(document).find(({ language }) => language === "yaml")!.text;

  test("shows settings that are right, and commands that run", async () => {
    const site = "name: Bakery\nurl: https://bakery.example\nlanguages: [en]\nproviders: [acme]\n";
    const folder = writeProject({
      "cookie-ledger.yaml": settings,
      "data/sites/bakery.yaml": site,
      "data/providers/acme.yaml": "name: Acme\ncookies: []\n",
      "visit.har": read("test/importers/fixtures/har/chrome-har-1.3.har"),
      "page.html": read("test/fixtures/lists/portal-en.html"),
    });
    const commands = [...document.matchAll(/^npx cookie-ledger (.+)$/gm)].map(([, words = ""]) =>
      [...words.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word!),
    );
    expect(commands.length).toBeGreaterThan(3);
    for (const words of commands) {
      const { status, stdout } = await run(folder, words);
      expect(status).toBeLessThan(2);
      expect(stdout).not.toContain("cookie-ledger.yaml:");
    }
  });

  test("explains every key of the settings", () => {
    const keys = Object.entries(settingsSchema.shape).flatMap(([name, section]) => {
      const inner = section.unwrap();
      return "shape" in inner ? Object.keys(inner.shape).map((key) => `${name}.${key}`) : [name];
    });
    expect(keys.length).toBeGreaterThan(5);
    expect(keys.filter((key) => !document.includes(`\`${key}\``))).toEqual([]);
  });

  test("shows what build --json prints", async () => {
    const site =
      "name: Bakery\nurl: https://bakery.example\nlanguages: [en]\nproviders: [matomo]\n";
    const folder = writeProject({ "data/sites/bakery.yaml": site });
    const { stdout } = await run(folder, ["build", "--json"]);
    const told = JSON.parse(stdout) as { changed: Record<string, object> };
    const shown = blocksOf(document).find(({ language }) => language === "json")!.text;
    const example = JSON.parse(shown) as typeof told;
    const rest = [
      ...document
        .split("The line also has ")[1]!
        .split(".")[0]!
        .matchAll(/`(\w+)`/g),
    ];
    expect(Object.keys(told).toSorted()).toEqual(
      [...Object.keys(example), ...rest.map(([, key]) => key!)].toSorted(),
    );
    expect(Object.keys(told.changed["bakery"]!)).toEqual(Object.keys(example.changed["bakery"]!));
  });
});
