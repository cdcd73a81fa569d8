import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { compiledPackage, startCommand, type Started } from "../cli/start.ts";
import { root, temporaryFolder } from "../project.ts";

/** A copy of the sample site, a site of Eleventy with pages of its own, in which the package is installed. */
export function copyHost(): string {
  const folder = temporaryFolder();
  cpSync(join(import.meta.dirname, "host"), folder, { recursive: true });
  const modules = join(folder, "node_modules");
  mkdirSync(modules);
  symlinkSync(compiledPackage, join(modules, "cookie-ledger"));
  return folder;
}

/** Starts Eleventy itself in a site. */
export function startEleventy(folder: string, ...words: readonly string[]): Started {
  const eleventy = join(root, "node_modules/@11ty/eleventy/cmd.cjs");
  return startCommand(folder, [process.execPath, eleventy, ...words]);
}

/** The files of an output by their paths in it. */
export function readOutput(folder: string): Map<string, string> {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    files.toSorted().map((file) => [file.slice(folder.length + 1), readFileSync(file, "utf8")]),
  );
}
