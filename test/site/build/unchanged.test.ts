import { rmSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import type { Inputs } from "../../../src/site/build/inputs.ts";
import { createSiteWriter } from "../../../src/site/build/site-writer.ts";
import { findUnchanged } from "../../../src/site/build/unchanged.ts";
import { manifestName, marker } from "../../../src/site/output/folder.ts";
import { keyOf } from "../../../src/site/output/hash.ts";
import { readManifest } from "../../../src/site/output/manifest.ts";
import { publish } from "../../../src/site/output/publish.ts";
import { makeFolder } from "../output/scratch.ts";
import { at } from "../output/site.ts";

const inputsOf = (hash: string | undefined): Inputs => ({
  hash: () => hash,
  areAsListed: () => true,
});

const fileOf = (name: string) => ({
  name,
  languageIndexes: [],
  wordsHash: "",
  render: () => Buffer.from(name),
});

let output: string;

/** An output of two sites, and of a file that belongs to none. */
const fill = async (inputs?: string) =>
  publish(at(output), async (layout) => {
    const { put, close } = createSiteWriter(layout, readManifest(output));
    for (const siteId of ["town", "village", ""])
      put({
        kind: "write",
        siteId,
        origin: {
          site: keyOf(siteId),
          sourceHash: "",
          parents: [],
          providers: [],
          languagesRead: [],
        },
        files: (siteId === "" ? ["robots.txt"] : ["en/index.html", "index.html"]).map(fileOf),
      });
    return { ...close(), inputs };
  });

beforeEach(() => {
  output = join(makeFolder(), "_site");
});

const find = (hash: string | undefined = "these") => findUnchanged(output, inputsOf(hash));

test("the same inputs and an output as it was written come to nothing but a count", async () => {
  await fill("these");
  expect(find()).toEqual({
    written: 0,
    unchanged: 5,
    removed: 0,
    bytes: 0,
    isSame: true,
    seal: "",
  });
});

test("times that were lost, as by a copy, make no difference", async () => {
  await fill("these");
  for (const name of ["town", "town/en", "town/en/index.html"])
    utimesSync(join(output, name), 1, 1);
  expect(find()?.unchanged).toBe(5);
});

test("there is something to build where there is no output, or none that says what it was made from", async () => {
  expect(find()).toBeUndefined();
  await fill();
  expect(find()).toBeUndefined();
});

test("there is where the inputs are others, or cannot be read", async () => {
  await fill("these");
  expect(find("others")).toBeUndefined();
  expect(findUnchanged(output, inputsOf(undefined))).toBeUndefined();
});

describe("there is where of the output", () => {
  const elsewhere = makeFolder();
  beforeEach(() => fill("these"));

  test.each<readonly [string, () => void]>([
    ["a file is gone", () => rmSync(join(output, "town/index.html"))],
    ["a file of no site is gone", () => rmSync(join(output, "robots.txt"))],
    ["a site is gone", () => rmSync(join(output, "town"), { recursive: true })],
    ["a file has other bytes", () => writeFileSync(join(output, "town/en/index.html"), "EN/")],
    ["the manifest is cut short", () => truncateSync(join(output, manifestName), 100)],
    ["the marker is cut short", () => truncateSync(join(output, marker), 100)],
    [
      "a folder is a link",
      () => {
        rmSync(join(output, "town/en"), { recursive: true });
        writeFileSync(join(elsewhere, "index.html"), "en/index.html");
        symlinkSync(elsewhere, join(output, "town/en"));
      },
    ],
  ])("%s", (_, damage) => {
    damage();
    expect(find()).toBeUndefined();
  });
});
