import { mkdirSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { hashOf } from "../../../src/site/output/hash.ts";
import { decide } from "../../../src/site/build/build-sites.ts";
import { intactFiles } from "../../../src/site/output/intact-files.ts";
import type { SiteRecord } from "../../../src/site/output/manifest.ts";
import { writeFiles } from "../../project.ts";
import { makeFolder } from "../output/scratch.ts";

const files = { "en/index.html": "page", "index.html": "choice" };

let output: string;
let record: SiteRecord;
beforeEach(() => {
  output = makeFolder();
  writeFiles(join(output, "town"), files);
  // A time that can be set again.
  for (const name of Object.keys(files)) utimesSync(join(output, "town", name), 1e9, 1e9);
  record = {
    site: "",
    sourceHash: "",
    parents: [],
    providers: [],
    languagesRead: [],
    folder: statSync(join(output, "town")).mtimeMs,
    files: Object.entries(files).map(([name, text]) => ({
      name,
      languageIndexes: [],
      wordsHash: "",
      bytes: text.length,
      modified: statSync(join(output, "town", name)).mtimeMs,
      content: hashOf(text),
    })),
  };
});

const intact = () => [...intactFiles(output, "town", record).keys()];
const at = (name: string) => join(output, "town", name);

/** Puts other bytes there, at the time that the record names. */
function overwrite(name: string, text: string): void {
  const { mtime } = statSync(at(name));
  writeFileSync(at(name), text);
  utimesSync(at(name), mtime, mtime);
}

test("files as they were written are intact, by their records", () => {
  expect(intactFiles(output, "town", record)).toEqual(
    new Map(record.files.map((file) => [file.name, file])),
  );
});

test("a file of another time is intact if its bytes are the same", () => {
  utimesSync(at("index.html"), 1, 1);
  expect(intact()).toEqual(Object.keys(files));
  writeFileSync(at("index.html"), "CHOICE");
  utimesSync(at("index.html"), 1, 1);
  expect(intact()).toEqual(["en/index.html"]);
});

test("a file of another length is not intact, whatever its time", () => {
  overwrite("index.html", "choices");
  expect(intact()).toEqual(["en/index.html"]);
});

test("a file that is gone is not intact, nor is one of a site that is gone", () => {
  rmSync(at("en"), { recursive: true });
  expect(intact()).toEqual(["index.html"]);
  rmSync(at(""), { recursive: true });
  expect(intact()).toEqual([]);
});

test("a file in the place of a folder, or a folder in that of a file, is not intact", () => {
  rmSync(at("en"), { recursive: true });
  writeFileSync(at("en"), "");
  rmSync(at("index.html"));
  mkdirSync(at("index.html"));
  expect(intact()).toEqual([]);
});

test("no symbolic link is followed, be it a file, a folder or the site, and even to the same bytes", () => {
  const elsewhere = writeFiles(makeFolder(), files);
  const link = (name: string) => {
    rmSync(at(name), { recursive: true });
    symlinkSync(join(elsewhere, name), at(name));
  };
  link("index.html");
  expect(intact()).toEqual(["en/index.html"]);
  link("en");
  expect(intact()).toEqual([]);
  link("");
  expect(intact()).toEqual([]);
});

describe("what becomes of a site", () => {
  const previous = () => ({
    record: { ...record, sourceHash: "source" },
    intact: () => intactFiles(output, "town", record),
  });
  const now = { isWanted: true, sourceHash: "source", wordsHash: () => "" };

  test("reused where sources, words and files are those of the last time", () => {
    expect(decide(previous(), now)).toBe("reuse");
  });

  test.each([
    ["there is no record of it", undefined, now],
    ["its sources have changed", "record", { ...now, sourceHash: "another" }],
    ["its words have changed", "record", { ...now, wordsHash: () => "other words" }],
  ])("rebuilt where %s", (_, which, current) => {
    expect(decide(which === undefined ? undefined : previous(), current)).toBe("rebuild");
  });

  test("rebuilt where a file of it is no more as it was written", () => {
    rmSync(at("en"), { recursive: true });
    expect(decide(previous(), now)).toBe("rebuild");
  });

  test("kept where it is not wanted, whatever has changed, and without a look at its files", () => {
    const stillThere = () => {
      throw new Error("looked");
    };
    expect(decide({ record, intact: stillThere }, { ...now, isWanted: false })).toBe("keep");
    expect(decide(undefined, { ...now, isWanted: false })).toBe("keep");
  });
});
