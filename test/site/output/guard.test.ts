import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { refuseUnsafe } from "../../../src/site/output/folder.ts";
import { makeFolder } from "./scratch.ts";

function makeProject() {
  const root = makeFolder();
  const project = join(root, "project");
  mkdirSync(join(project, "data"), { recursive: true });
  const protect = [project, join(project, "data"), join(project, "templates")];
  return { root, project, protect };
}

test.each(["_site", "out/put", "data/_site"])("a folder of its own is accepted: %s", (output) => {
  const { project, protect } = makeProject();
  expect(() => refuseUnsafe(join(project, output), protect)).not.toThrow();
});

test("a folder whose name begins like a protected one is accepted", () => {
  const { project, protect } = makeProject();
  expect(() => refuseUnsafe(`${project}-site`, protect)).not.toThrow();
});

test.each([".", "..", "../..", "data", "data/", "data/../data", "templates"])(
  "the project, a folder above it and a protected one below it are refused: %s",
  (output) => {
    const { project, protect } = makeProject();
    expect(() => refuseUnsafe(join(project, output), protect)).toThrow(" holds ");
  },
);

test("a protected folder is recognised where its name begins with two dots", () => {
  const { project } = makeProject();
  expect(() => refuseUnsafe(project, [join(project, "..data")])).toThrow(" holds ");
});

test("a protected folder is recognised by way of a symbolic link", () => {
  const { root, project, protect } = makeProject();
  symlinkSync(root, join(root, "link"));
  const output = join(root, "link", "project", "data");
  expect(() => refuseUnsafe(output, protect)).toThrow(" holds ");
  expect(() => refuseUnsafe(join(project, "data"), [join(root, "link/project/data")])).toThrow(
    " holds ",
  );
});

test("a protected folder that is not there yet is recognised by way of a symbolic link", () => {
  const { root, protect } = makeProject();
  symlinkSync(join(root, "project"), join(root, "link"));
  expect(() => refuseUnsafe(join(root, "link/templates"), protect)).toThrow(" holds ");
});

test("a symbolic link is refused, also to a folder and to nothing", () => {
  const { root } = makeProject();
  for (const target of ["project", "missing"]) {
    symlinkSync(join(root, target), join(root, `to-${target}`));
    expect(() => refuseUnsafe(join(root, `to-${target}`), [])).toThrow("is a symbolic link");
  }
});

test("a file is refused", () => {
  const { root } = makeProject();
  writeFileSync(join(root, "file"), "");
  expect(() => refuseUnsafe(join(root, "file"), [])).toThrow("is a file");
});
