import { cpSync, lstatSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { CannotBuild } from "../../../src/files/system-error.ts";
import { marker, waitingRoom } from "../../../src/site/output/folder.ts";
import { recover } from "../../../src/site/output/recover.ts";
import { type Ground, letter, prepareGround } from "./interrupted-output.ts";
import { at, list, readTree, siteOf, writer, publishFiles } from "./site.ts";

let ground: Ground;
beforeEach(async () => {
  ground = await prepareGround();
});

const build = () => publishFiles(at(ground.output), writer(siteOf("new")));

describe("what we did not make is refused and left alone:", () => {
  test("an output with something in it", async () => {
    cpSync(ground.precious, ground.output, { recursive: true });
    await expect(build()).rejects.toThrow(CannotBuild);
    await expect(build()).rejects.toThrow('_site" was not made by cookie-ledger');
    expect(readTree(ground.output)).toEqual(letter);
    expect(list(ground.parent)).toEqual(["_site"]);
  });

  test.each([
    ["a symbolic link", (path: string) => symlinkSync(join(ground.next, marker), path)],
    ["a folder", (path: string) => mkdirSync(path)],
  ])("an output whose marker is %s", async (_, make) => {
    mkdirSync(ground.output);
    make(join(ground.output, marker));
    await expect(build()).rejects.toThrow("was not made by cookie-ledger");
    expect(list(ground.output)).toEqual([marker]);
  });

  test.each(["", "Made by cookie-ledger", "complete\n", "mine\ncomplete\n"])(
    "an output with files beside a marker that reads %j",
    async (text) => {
      cpSync(ground.precious, ground.output, { recursive: true });
      writeFileSync(join(ground.output, marker), text);
      await expect(build()).rejects.toThrow("was not made by cookie-ledger");
      expect(readTree(ground.output)).toEqual(letter);
    },
  );

  test.each(["ready", "arriving", "copy", "leaving", "mine"])(
    "an output in which a replacement in place seems to have been cut short, with %j",
    async (name) => {
      cpSync(ground.precious, ground.output, { recursive: true });
      cpSync(ground.precious, join(ground.output, waitingRoom, name), { recursive: true });
      const before = readTree(ground.output);
      await expect(build()).rejects.toThrow("was not made by cookie-ledger");
      expect(() => recover(at(ground.output))).toThrow(CannotBuild);
      expect(readTree(ground.output)).toEqual(before);
    },
  );

  test("an output of ours in whose waiting room lies a folder of somebody else", async () => {
    renameSync(ground.last, ground.output);
    cpSync(ground.precious, join(ground.output, waitingRoom, "ready"), { recursive: true });
    await expect(build()).rejects.toThrow("was not made by cookie-ledger");
    expect(readTree(join(ground.output, waitingRoom, "ready"))).toEqual(letter);
  });

  describe.each(["stage", "old", "gone"] as const)("in the place of %s", (place) => {
    test("a folder", async () => {
      cpSync(ground.precious, ground[place], { recursive: true });
      await expect(build()).rejects.toThrow("was not made by cookie-ledger");
      expect(() => recover(at(ground.output))).toThrow(CannotBuild);
      expect(readTree(ground[place])).toEqual(letter);
    });

    test("a symbolic link, also to a site of ours", async () => {
      symlinkSync(ground.next, ground[place]);
      await expect(build()).rejects.toThrow("was not made by cookie-ledger");
      expect(() => recover(at(ground.output))).toThrow(CannotBuild);
      expect(lstatSync(ground[place]).isSymbolicLink()).toBe(true);
      expect(readTree(ground.next)).toEqual(siteOf("next"));
    });
  });

  test("an output that was put there after a kill", () => {
    cpSync(ground.precious, ground.output, { recursive: true });
    renameSync(ground.last, ground.old);
    renameSync(ground.next, ground.stage);
    expect(() => recover(at(ground.output))).toThrow("was not made by cookie-ledger");
    expect(readTree(ground.output)).toEqual(letter);
    expect(readTree(ground.stage)).toEqual(siteOf("next"));
  });

  test("a symbolic link as the output", async () => {
    symlinkSync(ground.last, ground.output);
    renameSync(ground.next, ground.stage);
    await expect(build()).rejects.toThrow("is a symbolic link");
    expect(() => recover(at(ground.output))).toThrow("is a symbolic link");
    expect(readTree(ground.last)).toEqual(siteOf("last"));
  });
});

test("symbolic links in a site are removed with it and never followed", async () => {
  const { last, output, precious, folder } = ground;
  renameSync(last, output);
  symlinkSync(precious, join(output, "link"));
  symlinkSync(precious, join(output, "one/link"));
  symlinkSync(join(precious, "deep/letter"), join(output, "letter"));
  await publishFiles(at(output), writer(siteOf("new")));
  expect(readTree(output)).toEqual(siteOf("new"));
  expect(readTree(join(folder, "precious"))).toEqual(letter);
});
