import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runListImport } from "../../src/cli/run/import/import.ts";
import { createTestContext } from "../cli/context.ts";
import { fixture, temporaryFolder, writeFiles } from "../project.ts";
import { host } from "../site/output/site.ts";

const lists = fixture("lists");

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .toSorted();

/** What an import of one list prints and writes. */
async function importList(name: string) {
  const folder = temporaryFolder();
  cpSync(join(lists, name), join(folder, name));
  const { context, out, err } = createTestContext({ folder, host });
  const status = await runListImport([name], { project: "." }, context);
  const files = filesBelow(folder).map(
    (file) => `==> ${file} <==\n${readFileSync(join(folder, file), "utf8")}`,
  );
  return { status, text: [`exit status ${status}\n`, ...out, ...err, ...files].join("\n") };
}

describe("a list comes in whole", () => {
  test("into a folder that is not there yet", async () => {
    const folder = temporaryFolder();
    const { context } = createTestContext({ folder, host });
    const list = join(lists, "cookiebot.html");
    expect(await runListImport([list], { project: "deep/policy" }, context)).toBe(0);
    expect(filesBelow(join(folder, "deep/policy"))).not.toEqual([]);
  });

  test.each(readdirSync(lists))("from %s", async (name) => {
    const { text } = await importList(name);
    await expect(text).toMatchFileSnapshot(`imported/${name}.txt`);
  });
});

describe.each(["portal-en", "portal-fr", "portal-later-en", "portal-later-fr"])(
  "the page of an open-data portal, %s",
  (name) => {
    test("is wholly that of the provider in the catalogue", async () => {
      const { status, text } = await importList(`${name}.html`);
      expect(status).toBe(0);
      expect(text).toContain("4 cookies read, 4 cookies known to a provider of the catalogue");
      expect(text).toContain("providers:\n  - opendatasoft\nupdated:");
    });
  },
);

test("no script of a list is ever run", async () => {
  await importList("cc.js");
  await importList("tarteaucitron.js");
  await importList("vanilla-cookieconsent.js");
  expect(globalThis).not.toHaveProperty("wasRun");
});

test("the same list brings nothing new a second time", async () => {
  const folder = temporaryFolder();
  cpSync(join(lists, "onetrust.json"), join(folder, "list.json"));
  const twice = async () => {
    const { context, out } = createTestContext({ folder, host });
    await runListImport(["list.json"], { project: "." }, context);
    return out.join("").trim().split("\n").filter(Boolean);
  };
  expect(await twice()).not.toEqual([]);
  const before = filesBelow(folder).map((file) => readFileSync(join(folder, file), "utf8"));
  expect(await twice()).toEqual([]);
  expect(filesBelow(folder).map((file) => readFileSync(join(folder, file), "utf8"))).toEqual(
    before,
  );
});

test("a project that stands is added to, and no line of it is changed", async () => {
  const site =
    "name: Town\nurl: https://town.example\nlanguages: [en]\nproviders:\n  - town # its own\nupdated: 2026-11-01\n";
  const provider =
    'name: Town\noperator: site\ncookies:\n  # asked for\n  - name: "town_sid"\n    function: authentication\n    purposes: [remember-user]\n    duration: session\n';
  const folder = writeFiles(temporaryFolder(), {
    "data/sites/town.yaml": site,
    "data/providers/town.yaml": provider,
    "list.csv":
      "Cookie name,Provider,Duration,Category\ntown_sid,Town,session,necessary\ntown_lang,Town,1 year,preferences\n_fx,Fix Ltd,2 days,marketing\n",
  });
  const { context, out } = createTestContext({ folder, host });
  expect(await runListImport(["list.csv"], { project: "." }, context)).toBe(0);
  expect(out.join("").trim().split("\n").toSorted()).toEqual([
    "data/providers/fix-ltd.yaml",
    "data/providers/town.yaml",
    "data/sites/town.yaml",
  ]);
  expect(readFileSync(join(folder, "data/sites/town.yaml"), "utf8")).toBe(
    site.replace("# its own\n", "# its own\n  - fix-ltd\n"),
  );
  expect(readFileSync(join(folder, "data/providers/town.yaml"), "utf8")).toBe(
    `${provider}  # list.csv:3:1\n  - name: "town_lang"\n    category: preferences\n    duration: 1 year\n`,
  );
});
