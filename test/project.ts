import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { inject, onTestFinished, TestRunner } from "vitest";
import type { Diagnostic } from "../src/diagnostic.ts";
import { loadRegistry } from "../src/registry/load.ts";
import { openProject } from "../src/registry/project.ts";

/** The checkout. */
export const root = dirname(import.meta.dirname);

/** A file's text or bytes by its path in a project. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export const fixture = (name: string): string => join(import.meta.dirname, "fixtures", name);

/** A new folder below another, for the running test or, outside of one, for the run of all tests; removed after it. */
export function freshFolder(below: string): string {
  const folder = mkdtempSync(join(below, "test-"));
  const test = TestRunner.getCurrentTest();
  // Which of several tests at a time runs here, nobody knows.
  if (test && test.concurrent !== true)
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const temporaryFolder = (): string => freshFolder(inject("memoryFolder"));

export function writeFiles(folder: string, files: Files): string {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** A project of these files alone, over those of the package. */
export const writeProject = (files: Files): string => writeFiles(temporaryFolder(), files);

/** Everything that is wrong with a project. */
export const problemsOf = (folder: string): readonly Diagnostic[] =>
  loadRegistry(openProject(folder)).diagnostics;

/** `file:line:column rule` of each. */
export const placesOf = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.map(
    ({ rule, location: { file, line, column } }) => `${file}:${line}:${column} ${rule}`,
  );
