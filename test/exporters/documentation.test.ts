import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { exporters } from "../../src/exporters/exporters.ts";
import { openingCalls, openings } from "../../src/vocabulary/vocabulary.ts";
import { run } from "../cli/run.ts";
import { fixture, root, temporaryFolder } from "../project.ts";

const guide = readFileSync(join(root, "docs/banners.md"), "utf8");

test.each(exporters)("docs/banners.md names $id and its file", ({ id, extension, unit }) => {
  const [row = ""] = new RegExp(`^\\| \`${id}\` .*`, "m").exec(guide) ?? [];
  const file = {
    site: `${id}.${extension}`,
    language: `<language>/${id}.${extension}`,
    provider: `${id}/<provider>.${extension}`,
  }[unit];
  expect(row).toContain(id === "gpc" ? "`.well-known/gpc.json`" : `\`${file}\``);
});

test.each(Object.entries(openings))(
  "docs/banners.md says how %s is opened",
  (banner, { attribute, fragment }) => {
    const [row = ""] =
      new RegExp(`^\\| \`${banner}\` \\| the (attribute|fragment).*`, "m").exec(guide) ?? [];
    expect(row).toContain(
      attribute ? `\`${attribute.name}="${attribute.value}"\`` : `\`${fragment}\``,
    );
  },
);

test("docs/banners.md names the banners that only a script opens", () => {
  const [, list = "", calls = ""] =
    /^((?:\w+, )+\w+ and \w+) document a call from a script alone \(([^:]*)\):/m.exec(guide) ?? [];
  expect(list.toLowerCase().split(/, | and /)).toEqual(Object.keys(openingCalls));
  expect([...calls.matchAll(/`([^`]+)`/g)].map(([, call]) => call)).toEqual(
    Object.values(openingCalls),
  );
});

test("the command that docs/banners.md shows writes the file that it names", async () => {
  const [, words = "", file = ""] = /^cookie-ledger (export .*--output (\S+))$/m.exec(guide) ?? [];
  const folder = temporaryFolder();
  cpSync(fixture("small"), folder, { recursive: true });
  expect(await run(folder, words.split(" "))).toMatchObject({
    status: 0,
    stdout: `${join(folder, file)}\n`,
  });
  expect(JSON.parse(readFileSync(join(folder, file), "utf8"))).toHaveProperty("services");
});
