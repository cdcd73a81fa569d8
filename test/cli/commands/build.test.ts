import { join } from "node:path";
import { expect, test } from "vitest";
import { UsageError } from "../../../src/cli/context.ts";
import { readShard } from "../../../src/cli/run/build.ts";
import { readInputs } from "../../../src/site/output/folder.ts";
import { writeFiles, writeProject } from "../../project.ts";
import { run } from "../run.ts";

const read = (shard?: string, ...site: string[]) =>
  readShard({ site, ...(shard === undefined ? {} : { shard }) });

test.each([
  ["1/1", { index: 1, count: 1 }],
  ["2/8", { index: 2, count: 8 }],
  ["99999/99999", { index: 99_999, count: 99_999 }],
])("%s is a shard", (text, shard) => {
  expect(read(text)).toEqual(shard);
});

test("without --shard there is none, be there sites or not", () => {
  expect([read(), read(undefined, "town")]).toEqual([undefined, undefined]);
});

test.each([
  "0/8",
  "9/8",
  "1/0",
  "x",
  "",
  "1",
  "1/",
  "/8",
  "-1/8",
  "1/8/9",
  "1.5/8",
  "01/8",
  " 1/8",
  "1e0/8",
  "1/100000",
  "１/８",
])("%j is none, and the command says what is", (text) => {
  expect(() => read(text)).toThrow(UsageError);
  expect(() => read(text)).toThrow(
    `bad shard "${text}", expected a number of how many, such as "2/8"`,
  );
});

test("a shard of some sites is not to be had", () => {
  expect(() => read("1/2", "town")).toThrow(UsageError);
  expect(() => read("1/2", "town")).toThrow("both --shard and --site");
});

const site = (name: string, languages: string) =>
  `name: ${name}\nurl: https://town.example\nlanguages: [${languages}]\nproviders: [matomo]\n`;

test.each([[[]], [["--bulk"]]])(
  "--json with %j names the files that changed of each site, and those of a site that is gone",
  async (words) => {
    const folder = writeProject({
      "data/sites/town.yaml": site("Town", "en, fr"),
      "data/sites/village.yaml": site("Village", "en"),
    });
    const build = async () => {
      const { status, stdout } = await run(folder, ["build", "--json", ...words]);
      expect(status).toBe(0);
      return (JSON.parse(stdout) as { changed: object }).changed;
    };
    const village = ["_headers", "en/fragment.html", "en/index.html", "index.html"];
    const town = [...village.slice(0, 3), "fr/fragment.html", "fr/index.html", "index.html"];
    expect(await build()).toEqual({
      town: { written: town, removed: [] },
      village: { written: village, removed: [] },
    });
    expect(await build()).toEqual({});
    writeFiles(folder, { "data/sites/town.yaml": site("Town", "en") });
    writeFiles(folder, { "data/sites/village.yaml": `abstract: true\n${site("Village", "en")}` });
    expect(await build()).toEqual({
      town: {
        written: ["en/index.html", "index.html"],
        removed: ["fr/fragment.html", "fr/index.html"],
      },
      village: { written: [], removed: village },
    });
    // In bulk an output says what it was made from, so that the next build need not understand it.
    expect(readInputs(join(folder, "_site")) !== undefined).toBe(words.length > 0);
  },
);
