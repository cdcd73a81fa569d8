import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { reportFormats } from "../src/vocabulary/vocabulary.ts";
import { run } from "./cli/run.ts";
import { root, writeProject } from "./project.ts";

const read = (path: string): string => readFileSync(join(root, path), "utf8");

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly on?: unknown;
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

/** The files of a CI that the documents show, with the document. */
const shown = readdirSync(join(root, "docs"))
  .filter((name) => name.endsWith(".md"))
  .flatMap((name) =>
    [...read(`docs/${name}`).matchAll(/^```yaml\n# (\.\S+)\n(.*?)^```$/gms)].map(
      ([, path = "", text = ""]) => ({ name, path, text }),
    ),
  );

/** Every text of a parsed file, wherever it stands. */
const textsIn = (value: unknown): string[] =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(textsIn)
      : [];

const bakery = {
  "data/sites/bakery.yaml":
    "name: Bakery\nurl: https://bakery.example\nlanguages: [en]\nproviders: [bakery]\n",
  "data/providers/bakery.yaml": "name: Bakery\ncookies: []\n",
  "evidence/visit.har": JSON.stringify({
    log: { version: "1.2", creator: { name: "x", version: "1" }, entries: [] },
  }),
  "evidence/state.json": JSON.stringify({ cookies: [], origins: [] }),
};

describe("the files of a CI that the documents show", () => {
  test("are there for GitHub, GitLab and pre-commit", () => {
    const paths = new Set(shown.map(({ path }) => path.split("/")[0]));
    expect(paths).toEqual(new Set([".github", ".gitlab-ci.yml", ".pre-commit-config.yaml"]));
  });

  test.each(shown)("$path in $name is YAML whose commands run", async ({ text }) => {
    const commands = textsIn(parse(text)).filter((line) => line.startsWith("npx cookie-ledger "));
    const folder = writeProject(bakery);
    for (const command of commands) {
      const words = command
        .replace(/ > \S+$/, "")
        .replace("$CI_NODE_INDEX/$CI_NODE_TOTAL", "1/1")
        .replaceAll(/\$\{\{.*?\}\}/g, "1")
        .split(" ")
        .slice(2);
      const { status, stderr } = await run(folder, words);
      expect({ command, stderr }).not.toMatchObject({ stderr: expect.stringMatching(/^error: /) });
      expect(status).toBeLessThan(2);
    }
    expect(
      commands.length + (text.includes("uses: ./node_modules/cookie-ledger") ? 1 : 0),
    ).toBeGreaterThan(0);
  });
});

interface Action {
  readonly inputs: Readonly<Record<string, { description: string; default: string }>>;
  readonly outputs: Readonly<Record<string, { value: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly {
      id: string;
      shell: string;
      env: Record<string, string>;
      run: string;
    }[];
  };
}

describe("action.yml", () => {
  const { inputs, outputs, runs } = parse(read("action.yml")) as Action;
  const document = read("docs/ci.md");

  test("has the inputs that the document explains, and hands each over as a variable", () => {
    const [step] = runs.steps;
    expect(runs.using).toBe("composite");
    expect(Object.keys(inputs).filter((name) => !document.includes(`| \`${name}\` |`))).toEqual([]);
    expect(Object.values(step!.env)).toEqual(
      Object.keys(inputs).map((name) => `\${{ inputs.${name} }}`),
    );
    for (const variable of Object.keys(step!.env)) expect(step!.run).toContain(`$${variable}`);
    expect(step!.run).not.toContain("${{");
    expect(outputs["sarif"]!.value).toBe(`\${{ steps.${step!.id}.outputs.sarif }}`);
  });

  test("is given only inputs that it has by the workflows that the documents show", () => {
    const given = shown
      .filter(({ path }) => path.startsWith(".github"))
      .flatMap(({ text }) => Object.values((parse(text) as Workflow).jobs))
      .flatMap(({ steps }) => steps)
      .filter(({ uses }) => uses === "./node_modules/cookie-ledger")
      .flatMap((step) => Object.keys(step.with ?? {}));
    expect(given).not.toEqual([]);
    expect(given.filter((name) => !(name in inputs))).toEqual([]);
  });

  test("asks for formats that there are", () => {
    const named = [...runs.steps[0]!.run.matchAll(/--format (\w+)/g)].map(([, name]) => name!);
    expect(
      [inputs["format"]!.default, ...named].filter(
        (name) => !reportFormats.some((one) => one === name),
      ),
    ).toEqual([]);
    expect(named).toEqual(["markdown", "sarif"]);
  });
});

test("every format of a report is explained", () => {
  const document = read("docs/ci.md");
  expect(reportFormats.filter((name) => !document.includes(`| \`${name}\` |`))).toEqual([]);
});

test("the hook of pre-commit runs where a file of a project changes, and as a command that there is", async () => {
  const [hook] = parse(read(".pre-commit-hooks.yaml")) as { entry: string; files: string }[];
  const [shownHook] = (
    parse(shown.find(({ path }) => path.startsWith(".pre-commit"))!.text) as {
      repos: { hooks: { entry: string; files: string }[] }[];
    }
  ).repos[0]!.hooks;
  expect(shownHook).toMatchObject({ files: hook!.files, entry: `npx ${hook!.entry}` });
  const pattern = new RegExp(hook!.files);
  const files = [
    "data/sites/a.yaml",
    "policy/content/en/terms.yaml",
    "cookie-ledger.yaml",
    "src/data.ts",
    "README.md",
  ];
  expect(files.filter((file) => pattern.test(file))).toEqual(files.slice(0, 3));
  const words = hook!.entry.split(" ").slice(1);
  expect((await run(writeProject(bakery), words)).status).toBe(1);
});

test("a release publishes with provenance, by the scripts that there are", () => {
  const release = parse(read(".github/workflows/release.yml")) as Workflow;
  const commands = Object.values(release.jobs).flatMap(({ steps }) =>
    steps.flatMap((step) => step.run ?? []),
  );
  expect(commands).toContain("npm publish --provenance --access public");
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
  const named = commands.flatMap((command) => /^npm run (\S+)/.exec(command)?.[1] ?? []);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
  expect(named.length).toBeGreaterThan(1);
});

test("the image has the packages of the browser that are tried here", () => {
  const { devDependencies } = JSON.parse(read("package.json")) as {
    devDependencies: Record<string, string>;
  };
  const dockerfile = read("Dockerfile");
  for (const name of ["playwright-core", "@duckduckgo/autoconsent"])
    expect(dockerfile).toContain(` ${name}@${devDependencies[name]}`);
});

const forms = readdirSync(join(root, ".github/ISSUE_TEMPLATE")).filter(
  (name) => name !== "config.yml",
);

test.each(forms)("the issue form %s has what code hosts ask of one", (name) => {
  const form = parse(read(`.github/ISSUE_TEMPLATE/${name}`)) as {
    name: string;
    description: string;
    body: {
      type: string;
      id?: string;
      attributes: { label?: string; value?: string; options?: string[] };
    }[];
  };
  expect(form.name && form.description).toBeTruthy();
  const asked = form.body.filter(({ type }) => type !== "markdown");
  expect(asked.every(({ type }) => ["input", "textarea", "dropdown"].includes(type))).toBe(true);
  expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length);
  expect(asked.every(({ attributes }) => attributes.label)).toBe(true);
});
