import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { writePackageCache } from "../../src/registry/files/write-package-cache.ts";
import { writeTemplateCache } from "../../src/site/build/write-template-cache.ts";

const root = join(import.meta.dirname, "..", "..");

/** A new folder in memory where the machine has such, else in its folder for temporary files. */
export const freshFolder = (): string =>
  mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "cookie-ledger-bench-"));

function compile(project: string, folder: string): void {
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  const words = ["--project", join(root, project), "--noCheck", "--declaration", "false"];
  execFileSync(process.execPath, [compiler, ...words, "--outDir", folder], { stdio: "inherit" });
}

const linkModules = (folder: string) =>
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));

/** Compiles the package and puts it down as it would be installed: without its source and its samples. */
export function install(folder: string): void {
  const program = join(folder, "dist/code");
  execFileSync(process.execPath, [join(root, "src/bundle.js"), program]);
  writePackageCache(program);
  writeTemplateCache(program);
  for (const name of ["bin", "content", "templates", "package.json"])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  for (const name of ["functions.yaml", "purposes.yaml", "jurisdictions", "providers", "schema"])
    cpSync(join(root, "data", name), join(folder, "data", name), {
      recursive: true,
      filter: (path) => !basename(path).startsWith("example-"),
    });
  linkModules(folder);
}

/** The samples as a project elsewhere has them: its sites, and the providers that are made up for them. */
export function writeSamples(folder: string): void {
  for (const kind of ["sites", "providers"])
    cpSync(join(root, "data", kind), join(folder, "data", kind), {
      recursive: true,
      filter: (path) =>
        !path.endsWith(".yaml") || kind === "sites" || basename(path).startsWith("example-"),
    });
}

/** Our templates as any Nunjucks runs them: in place of the tags that are ours alone stands what they would print. */
function copyTemplates(folder: string): void {
  cpSync(join(root, "templates"), folder, { recursive: true });
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }))
    if (name.endsWith(".njk")) {
      const text = readFileSync(join(folder, name), "utf8");
      const plain = text
        .replaceAll(/\{% once (.*?) %\}\n?/g, "{{ $1 }}")
        .replaceAll(
          /\{% each (\w+)\((.*?)\) %\}\n?/g,
          "{% for one in $2 %}{{ $1(one) }}{% endfor %}",
        );
      writeFileSync(join(folder, name), plain);
    }
}

/** Compiles what of the benchmark runs by itself; what is not TypeScript stands beside it. */
export function compileBenchmark(folder: string): void {
  compile("test/bench/tsconfig.json", folder);
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  const eleventy = join("test", "bench", "eleventy");
  for (const name of readdirSync(join(root, eleventy)).filter((one) => one.endsWith(".njk")))
    cpSync(join(root, eleventy, name), join(folder, eleventy, name));
  copyTemplates(join(folder, eleventy, "_includes"));
  linkModules(folder);
}
