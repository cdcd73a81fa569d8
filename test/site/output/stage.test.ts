import { renameSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { CannotBuild } from "../../../src/files/system-error.ts";
import { type Ground, letter, prepareGround } from "./interrupted-output.ts";
import { at, list, readTree, publishFiles } from "./site.ts";

let ground: Ground;
beforeEach(async () => {
  ground = await prepareGround();
});

describe("a kept folder", () => {
  beforeEach(() => renameSync(ground.last, ground.output));

  test("is carried over as it is, by hard links", async () => {
    const { output } = ground;
    const { ino, mtimeMs } = statSync(join(output, "one/en.html"));
    await publishFiles(at(output), (stage) => {
      stage.write("index.html", "new");
      stage.keep("one");
    });
    expect(readTree(output)).toEqual({
      "one/en.html": "last",
      "index.html": "new",
    });
    expect(statSync(join(output, "one/en.html"))).toMatchObject({ ino, mtimeMs });
  });

  test("a kept folder that is not there is none", async () => {
    const { output } = ground;
    const published = await publishFiles(at(output), (stage) => {
      stage.write("a", "a");
      stage.keep("missing");
      stage.keep("index.html");
    });
    expect(published.written).toBe(1);
    expect(readTree(output)).toEqual({ a: "a" });
  });

  test("leaves symbolic links behind", async () => {
    const { output, precious } = ground;
    symlinkSync(precious, join(output, "one/link"));
    symlinkSync(precious, join(output, "link"));
    await publishFiles(at(output), (stage) => {
      stage.write("a", "a");
      stage.keep("one");
      stage.keep("link");
    });
    expect(list(output)).toEqual([".cookie-ledger", "a", "one"]);
    expect(list(join(output, "one"))).toEqual(["en.html"]);
  });

  test.each(["../../precious", "..", "", "/", "."])("cannot lie elsewhere: %j", async (path) => {
    const build = publishFiles(at(ground.output), (stage) => stage.keep(path));
    await expect(build).rejects.toThrow(CannotBuild);
    expect(list(ground.parent)).toEqual(["_site"]);
  });

  test("takes no further file", async () => {
    const { output } = ground;
    const build = publishFiles(at(output), (stage) => {
      stage.keep("one");
      stage.write("one/de.html", "new");
    });
    await expect(build).rejects.toThrow('cannot write "one" as a file and as a folder');
  });
});

test("a symbolic link put into the stage during a build is an error and never followed", async () => {
  const { output, stage, precious } = ground;
  const follow = (path: string, link: string, to = "") =>
    publishFiles(at(output), (open) => {
      open.write("a/b", "b");
      symlinkSync(join(precious, to), join(stage, link));
      open.write(path, "mine");
    });
  await expect(follow("c/letter", "c")).rejects.toThrow(CannotBuild);
  await expect(follow("a/deep/letter", "a/deep")).rejects.toThrow(CannotBuild);
  await expect(follow("a/c", "a/c", "deep/letter")).rejects.toThrow(CannotBuild);
  expect(readTree(precious)).toEqual(letter);
  expect(list(ground.parent)).toEqual([]);
});
