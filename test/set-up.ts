import { execFile } from "node:child_process";
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";
import { writePackageCache } from "../src/registry/files/write-package-cache.ts";
import { writeTemplateCache } from "../src/site/build/write-template-cache.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where tests put what they write; removed with all in it when the last has ended. */
    readonly temporaryFolder: string;
    /** The same, in memory where the system offers it: thousands of builds take seconds there and minutes on a disk. */
    readonly memoryFolder: string;
    /** The folder of the compiled package. */
    readonly compiledPackage: string;
    /** The folder of `test/site/output/children` and all that they import, compiled. */
    readonly compiledChildren: string;
  }
}

const root = dirname(import.meta.dirname);
const compiler = join(
  dirname(createRequire(import.meta.url).resolve("typescript/package.json")),
  "bin/tsc",
);

const node = (...words: readonly string[]) => promisify(execFile)(process.execPath, words);

const compile = (project: string, folder: string) =>
  node(compiler, "--project", join(root, project), "--noCheck", "--outDir", folder);

/** What of the checkout the package is made of, and its samples. */
const parts = [
  "bin",
  "content",
  "data",
  "docs",
  "templates",
  "CHANGELOG.md",
  "LICENSE",
  "README.md",
  "package.json",
];

function hasMemory(): boolean {
  try {
    accessSync("/dev/shm", constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function makeFolder(parent: string): string {
  const folder = realpathSync(mkdtempSync(join(parent, "cookie-ledger-test-")));
  chmodSync(folder, 0o755);
  return folder;
}

/** Compiles the package once for all test files: bundled, the command starts in a third of the time that tsx takes. */
export default async function setup(project: TestProject): Promise<() => void> {
  const [folder, memory] = [makeFolder(tmpdir()), makeFolder(hasMemory() ? "/dev/shm" : tmpdir())];
  const [compiledPackage, compiledChildren] = [join(folder, "package"), join(folder, "children")];
  project.provide("temporaryFolder", folder);
  project.provide("memoryFolder", memory);
  const program = join(compiledPackage, "dist/code");
  await Promise.all([
    compile("src/tsconfig.json", join(compiledPackage, "dist")),
    node(join(root, "src/bundle.js"), program),
    compile("test/site/output/children", compiledChildren),
  ]);
  writePackageCache(program);
  writeTemplateCache(program);
  for (const name of parts)
    cpSync(join(root, name), join(compiledPackage, name), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(compiledPackage, "node_modules"));
  writeFileSync(join(compiledChildren, "package.json"), '{ "type": "module" }');
  project.provide("compiledPackage", compiledPackage);
  project.provide("compiledChildren", compiledChildren);
  return () => {
    for (const one of [folder, memory]) rmSync(one, { recursive: true, force: true });
  };
}
