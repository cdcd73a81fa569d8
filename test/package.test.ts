import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { publint } from "publint";

import { compiledPackage, runAlone } from "./cli/start.ts";
import { root, temporaryFolder, writeProject } from "./project.ts";

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta: Readonly<Record<string, object>>;
}

/** Lets the tarball find what it depends on, and nothing that only a checkout has, without asking a registry. */
function linkDependencies(folder: string): void {
  const { dependencies, peerDependencies, peerDependenciesMeta } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  ) as Manifest;
  const peers = Object.keys(peerDependencies).filter((name) => !(name in peerDependenciesMeta));
  for (const name of [...Object.keys(dependencies), ...peers]) {
    mkdirSync(join(folder, "node_modules", name, ".."), { recursive: true });
    symlinkSync(join(root, "node_modules", name), join(folder, "node_modules", name));
  }
}

/** Uses of the package that a strict compiler has to accept, and one that it has to refuse. */
const program = `
import { audit, build, describePolicies, lint, loadProject, type Diagnostic, type Project } from "cookie-ledger";
import { cookieLedger, type CookieLedgerOptions } from "cookie-ledger/eleventy";

const project: Project = loadProject(".");
const found: readonly Diagnostic[] = lint(project, { today: "2026-11-28" });
const title: string | undefined = describePolicies(project)["my-site"]?.["en"]?.title;
const seen = audit(project, { site: "my-site", evidence: [] });
// @ts-expect-error: nobody may change what was read
project.folder = "";
export const options: CookieLedgerOptions = {
  project: ".",
  pages: [{ site: "my-site", layout: "base.njk", permalink: ({ policy }) => \`/\${policy.language.tag}/\` }],
};
export const all = [found, title, seen.observed[0]?.provider, build, cookieLedger];
`;

/** Links of the package's documents, `README.md -> docs/x.md`, to files that it does not bring. */
const brokenLinksIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md") && !file.startsWith("content"))
    .flatMap((file) => {
      const text = readFileSync(join(folder, file), "utf8").replaceAll(
        /^```.*?^```$|`[^`\n]*`/gms,
        "",
      );
      return [...text.matchAll(/\]\((?!https?:|#)([^)#]*)/g)].flatMap(([, path = ""]) =>
        existsSync(join(folder, file, "..", path)) ? [] : [`${file} -> ${path}`],
      );
    });

test("the packed package works elsewhere, without its source and without tsx: commands, functions, types, links", async () => {
  const folder = temporaryFolder();
  const pack = ["pack", "--silent", "--ignore-scripts", "--pack-destination", folder];
  execFileSync("npm", pack, { cwd: compiledPackage });
  const [tarball = ""] = readdirSync(folder);
  const installed = join(folder, "node_modules", "cookie-ledger");
  mkdirSync(installed, { recursive: true });
  execFileSync("tar", ["-xzf", tarball, "--strip-components=1", "-C", installed], {
    cwd: folder,
  });
  linkDependencies(folder);
  writeFileSync(join(folder, "package.json"), '{ "type": "commonjs" }\n');

  expect(existsSync(join(installed, "src"))).toBe(false);
  expect(existsSync(join(installed, "data", "sites"))).toBe(false);
  const providers = readdirSync(join(installed, "data", "providers"));
  expect(providers).toContain("opendatasoft.yaml");
  expect(providers.filter((name) => name.startsWith("example-"))).toEqual([]);

  const licences = readFileSync(join(installed, "dist/code/LICENCES.txt"), "utf8").split(
    /^-{80}$/m,
  );
  expect(licences.map((licence) => /[a-z.@/-]+/.exec(licence)?.[0])).toEqual(
    expect.arrayContaining(["commander", "js-yaml", "linkify-it", "nunjucks", "yaml", "zod"]),
  );
  expect(licences.filter((licence) => !licence.includes("Copyright"))).toEqual([]);

  const run = (...words: string[]) =>
    execFileSync(process.execPath, [join(installed, "bin/cookie-ledger.js"), ...words], {
      cwd: folder,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
  run("init");
  expect(run("lint", "--format", "json")).toContain('"version": 1');
  run("build");
  expect(existsSync(join(folder, "_site/my-site/en/index.html"))).toBe(true);

  expect(() => run("audit", "--site", "my-site", "--browse")).toThrow(
    "npm install --save-dev playwright-core",
  );

  const { messages } = await publint({ pkgDir: installed, pack: false });
  expect(messages).toEqual([]);
  expect(brokenLinksIn(installed)).toEqual([]);

  const site = join(folder, "data/sites/my-site.yaml");
  const text = readFileSync(site, "utf8");
  const papers = { docx: "docx", xlsx: "write-excel-file", pdf: "playwright-core" };
  writeFileSync(site, `${text}\noutputs: [csv, ${Object.keys(papers).join(", ")}]\n`);
  const found = run("lint");
  for (const [output, name] of Object.entries(papers)) {
    expect(found).toContain(`= hint: npm install --save-dev ${name}\n`);
    writeFileSync(site, `${text}\noutputs: [csv, ${output}]\n`);
    for (const words of [["build"], ["build", "--bulk"]])
      expect(() => run(...words)).toThrow(
        `needs the package ${name}, which is not installed: npm install --save-dev ${name}\n`,
      );
    expect(existsSync(join(folder, "_site/my-site/en/index.html"))).toBe(true);
  }
  writeFileSync(site, `${text}\noutputs: [csv]\n`);
  run("build");
  expect(readdirSync(join(folder, "_site/my-site/en"))).toEqual(["cookies.csv"]);

  writeFileSync(join(folder, "use.mts"), program);
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  const flags = ["--strict", "--noEmit", "--module", "nodenext", "--target", "es2023"];
  execFileSync(process.execPath, [compiler, ...flags, "--types", "", "use.mts"], { cwd: folder });
});

test("what a project puts over the words of the package is checked all the same", async () => {
  const folder = writeProject({
    "content/de/terms.yaml": 'title: "<b>Cookies</b>"\nlabels:\n  nothing: "nichts"\n',
    "content/de/policy.md": "# Cookies\n\n[los](#nirgends)\n",
    "data/sites/shop.yaml": "extends: shops\nlanguages: [de]\n",
  });
  const { stdout } = await runAlone(folder, "lint");
  expect(stdout).toContain('content/de/terms.yaml:1:8: error: "<b"');
  expect(stdout).toContain("content/de/terms.yaml:3:3: error: unknown key");
  expect(stdout).toContain("content/de/policy.md:1:1: error: heading of level 1");
  expect(stdout).toContain("content/de/policy.md:3:7: error: unknown anchor");
});
