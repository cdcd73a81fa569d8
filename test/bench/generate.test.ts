import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { problemsOf, root, temporaryFolder } from "../project.ts";
import { eleventy } from "./candidates/eleventy.ts";
import { ours } from "./candidates/ours.ts";
import { differingFiles, foldersOf } from "./files.ts";
import type { Command } from "./measure/run.ts";
import { compileBenchmark, install } from "./prepare.ts";
import { generateProject, projectFiles } from "./project/generate.ts";
import { readSites } from "./eleventy/model.ts";

const sites = 3;

function run({ words: [program = "", ...words], folder, environment }: Command): void {
  execFileSync(program, words, {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: "pipe",
  });
}

test("a generated project has no errors", () => {
  const folder = temporaryFolder();
  generateProject(folder, sites);
  expect(problemsOf(folder)).toEqual([]);
});

test("a project is the same at every call, and a larger one holds the smaller one", () => {
  const small = [...projectFiles(sites)];
  const large = new Map(projectFiles(sites * 2));
  expect([...projectFiles(sites)]).toEqual(small);
  expect(small.filter(([path, text]) => large.get(path) !== text)).toEqual([]);
  expect(large.size).toBe(small.length + sites);
});

test("each site shows 10 to 40 cookies", () => {
  const folder = temporaryFolder();
  generateProject(folder, 400);
  const counts = readSites(folder, root).map(
    ({ resolved }) => resolved.providers.flatMap(({ cookies }) => cookies).length,
  );
  expect(counts).toHaveLength(400);
  expect(counts.filter((count) => count < 10 || count > 40)).toEqual([]);
});

test("plain Eleventy makes the same bytes as the compiled package", () => {
  const folder = temporaryFolder();
  const at = (name: string) => join(folder, name);
  const stage = {
    folder,
    sites,
    project: at("project"),
    installed: at("installed"),
    compiled: at("compiled"),
    extra: [],
  };
  mkdirSync(stage.installed);
  mkdirSync(stage.compiled);
  install(stage.installed);
  compileBenchmark(stage.compiled);
  generateProject(stage.project, sites);
  run(ours.command(stage, at("ours")));
  run(eleventy.command(stage, at("plain")));
  expect([...foldersOf(at("plain"))]).toHaveLength(sites * 5);
  expect(differingFiles(at("ours"), at("plain"))).toEqual([]);
});
