import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import {
  cacheFile,
  cacheBeside,
  openPackageCache,
} from "../../../src/registry/files/package-cache.ts";
import { writePackageCache } from "../../../src/registry/files/write-package-cache.ts";
import { sourceOf } from "../../../src/source/yaml-file.ts";
import { root, temporaryFolder } from "../../project.ts";

const textOf = (path: string): string => readFileSync(join(root, path), "utf8");

const filesBelow = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map(
    (name) => `${folder}/${name}`,
  );

const packaged = ["data/functions.yaml", "data/purposes.yaml", ...filesBelow("content")]
  .concat(filesBelow("data/jurisdictions"), filesBelow("data/providers"))
  .filter((path) =>
    /(functions|purposes|terms|vague|providers.+|jurisdictions.+)\.yaml$|policy\.md$/.test(path),
  );

const lookUp = openPackageCache(cacheBeside(join(inject("compiledPackage"), "dist/code")));

test("the package says of each file of facts and words what reading it says", () => {
  expect(packaged.length).toBeGreaterThan(300);
  const read = (path: string) =>
    path.endsWith(".md") ? undefined : sourceOf({ file: path, text: textOf(path) }).source?.value;
  expect(packaged.map((path) => [path, lookUp(path, textOf(path))?.value])).toEqual(
    packaged.map((path) => [path, read(path)]),
  );
});

test("the package knows that its words, its functions and its purposes are without a fault", () => {
  const fitting = packaged.filter((path) => lookUp(path, textOf(path))?.fits);
  expect(fitting).toEqual(packaged.filter((path) => !/jurisdictions|providers/.test(path)));
});

test("a file that has changed since it was packed is read anew", () => {
  const path = "data/functions.yaml";
  expect(lookUp(path, textOf(path))).toBeDefined();
  expect(lookUp(path, `${textOf(path)}# another\n`)).toBeUndefined();
});

test("a cache that is damaged or not there is none", () => {
  const program = join(temporaryFolder(), "program");
  writePackageCache(program);
  const path = "data/purposes.yaml";
  writeFileSync(cacheFile(cacheBeside(program), path), '{ "hash": ');
  expect(openPackageCache(cacheBeside(program))(path, textOf(path))).toBeUndefined();
  expect(openPackageCache(temporaryFolder())(path, textOf(path))).toBeUndefined();
});

test("the package brings each of its templates compiled", () => {
  const templates = filesBelow("templates").filter((path) => path.endsWith(".njk"));
  const compiled = templates.filter((path) => lookUp(path, textOf(path))?.code);
  expect(compiled).toEqual(templates);
});
