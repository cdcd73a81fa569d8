import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openProject, packageFolder } from "../../src/registry/project.ts";
import { translateRules } from "../../src/translate/translate-rules.ts";
import { changeEntry, poText } from "./languages.ts";

const guide = readFileSync(join(packageFolder, "docs/translating.md"), "utf8");
const blocks = [...guide.matchAll(/^```po\n([^]*?)^```$/gm)].map(([, text = ""]) => text.trimEnd());

test("the guide shows an entry as it is exported", () => {
  const text = poText(openProject(packageFolder), "fr");
  const withoutLine = (entry: string) => entry.replace(/^#: .*\n/, "");
  let exported = "";
  changeEntry(text, "terms/durations.upTo", (entry) => (exported = entry));
  expect(withoutLine(blocks[0]!)).toBe(withoutLine(exported));
});

test("the guide lists what can be wrong with a translation", () => {
  const rows = Object.entries(translateRules).map(([id, said]) => `| \`${id}\` | ${said} |\n`);
  expect(guide.endsWith(`|---|---|\n${rows.join("")}`)).toBe(true);
});
