import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fixture, root, temporaryFolder, writeProject } from "../../project.ts";
import { run } from "../run.ts";

const library = (...words: string[]) =>
  run(root, ["export", "--project", "test/fixtures/small", ...words]);

describe("export", () => {
  test("writes the only site of a project to standard output", async () => {
    const { status, stdout } = await library("--to", "klaro");
    expect(status).toBe(0);
    expect(Object.keys((JSON.parse(stdout) as { translations: object }).translations)).toEqual([
      "en",
      "fr",
    ]);
  });

  test("tells on standard error what the format cannot say, where the registry says it", async () => {
    const { stderr } = await run(root, ["export", "--site", "example-shop", "--to", "klaro"]);
    expect(stderr).toContain(
      'data/providers/example-shop.yaml:57:11: note: "shop_theme" stays after a refusal, since it is no cookie but local-storage [not-erasable]',
    );
  });

  test("is counted by a build whose output cannot say all, with the command that tells", async () => {
    const shop = readFileSync(join(root, "data/sites/example-shop.yaml"), "utf8");
    const providers = readdirSync(join(root, "data/providers")).filter((name) =>
      name.startsWith("example-"),
    );
    const files = providers.map((name) => [
      `data/providers/${name}`,
      readFileSync(join(root, "data/providers", name), "utf8"),
    ]);
    const folder = writeProject({
      ...Object.fromEntries(files),
      "data/sites/shop.yaml": shop.replace("[page, fragment]", "[page, klaro]"),
    });
    const { status, stderr } = await run(folder, ["build"]);
    expect(status).toBe(0);
    const [, count, command = ""] =
      /^(\d+) notes on what klaro cannot say of "shop": npx cookie-ledger (.*)$/m.exec(stderr)!;
    const told = await run(folder, command.split(" "));
    expect(told.stderr.match(/: note: /g)).toHaveLength(Number(count));
  });

  test("writes one language of several", async () => {
    const { stdout } = await library("--to", "klaro", "--language", "fr");
    expect(Object.keys((JSON.parse(stdout) as { translations: object }).translations)).toEqual([
      "fr",
    ]);
  });

  test("writes a file, anew if it is there", async () => {
    const file = join(temporaryFolder(), "klaro.json");
    const first = await library("--to", "klaro", "--output", file);
    expect(first).toMatchObject({ status: 0, stdout: `${file}\n` });
    await library("--to", "klaro", "--language", "en", "--output", file);
    const { translations } = JSON.parse(readFileSync(file, "utf8")) as { translations: object };
    expect(Object.keys(translations)).toEqual(["en"]);
  });

  test("writes one provider of a format that is about one", async () => {
    const words = ["--to", "iab-device-storage", "--provider", "library"];
    expect(JSON.parse((await library(...words)).stdout)).toHaveProperty("disclosures");
  });

  test.each([
    [["--to", "klaroo"], 'unknown format "klaroo", expected one of vanilla-cookieconsent ('],
    [["--to", "klaro", "--site", "libary"], 'unknown site "libary"'],
    [
      ["--to", "klaro", "--language", "de"],
      'the site has no language "de", expected one of "en", "fr"',
    ],
    [
      ["--to", "orejime", "--language", "en", "fr"],
      '"orejime" is one file for each language, expected one',
    ],
    [["--to", "iab-device-storage"], "no provider, expected one after --provider: library"],
    [
      ["--to", "klaro", "--provider", "library"],
      '"klaro" is about a whole site, expected no --provider',
    ],
    [["--to", "gpc"], 'the site does not say that it honours the signal, expected the key "gpc"'],
    [["--to", "orejime"], "Orejime must link a privacy policy and the site has none"],
  ])("%j is wrong, and writes nothing", async (words, message) => {
    const { status, stdout, stderr } = await library(...words);
    expect(stderr).toContain(message);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  });

  test("prints the report of a registry with errors, and ends in 1", async () => {
    const folder = writeProject({ "data/sites/town.yaml": "nmae: x\n" });
    const { status, stdout, stderr } = await run(folder, ["export", "--to", "klaro"]);
    expect(status).toBe(1);
    expect(stdout).toContain('unknown key "nmae"');
    expect(stderr).toBe("nothing was written\n");
  });
});

test("a site writes the formats that its outputs name, beside its pages", async () => {
  const site = readFileSync(join(fixture("small"), "data/sites/library.yaml"), "utf8");
  const folder = writeProject({
    "data/providers/library.yaml": readFileSync(
      join(fixture("small"), "data/providers/library.yaml"),
      "utf8",
    ),
    "data/sites/library.yaml": `${site}privacyPolicy: https://library.example/privacy
outputs: [vanilla-cookieconsent, orejime, iab-device-storage]
`,
  });
  const { status } = await run(folder, ["build"]);
  expect(status).toBe(0);
  for (const name of [
    "vanilla-cookieconsent.js",
    "fr/orejime.json",
    "iab-device-storage/library.json",
  ])
    expect(readFileSync(join(folder, "_site/library", name), "utf8")).not.toBe("");
});

test("a site is told which key an output needs", async () => {
  const folder = writeProject({
    "data/providers/town.yaml": "name: Town\ncookies: []\n",
    "data/sites/town.yaml": `name: Town
url: https://town.example
languages: [en]
providers: [town]
outputs: [orejime]
`,
  });
  const { status, stdout } = await run(folder, ["build"]);
  expect(status).toBe(1);
  expect(stdout).toContain(
    'data/sites/town.yaml:5:1: error: missing key "privacyPolicy", expected it, since "orejime"',
  );
});
