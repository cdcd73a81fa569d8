import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findChromium } from "../../chromium.ts";
import { temporaryFolder, writeFiles } from "../../project.ts";
import { run } from "../run.ts";
import { runAlone } from "../start.ts";

const browser = await findChromium();
const withBrowser = browser === undefined ? [] : ["--browser", browser];

const project = () =>
  writeFiles(temporaryFolder(), {
    "data/sites/town.yaml": `name: Town
url: https://town.example
languages: [en, ar]
providers: [town]
outputs: [page, json, markdown, csv, xlsx, docx, pdf]
updated: 2026-11-01
`,
    "data/providers/town.yaml": `name: Town
operator: site
cookies:
  - name: "sid"
    function: authentication
    purposes: [check-identity]
    duration: session
`,
  });

const filesIn = (folder: string): ReadonlyMap<string, Buffer> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith(".cookie-ledger"))
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path)]),
  );

const linked = (html: string) =>
  [...html.matchAll(/<link rel="alternate" type="([^"]*)" href="([^"]*)">/g)].map(
    ([, , href]) => href,
  );

test("a build makes every paper, in bulk the same, again nothing, and the page says how large the PDF is", async () => {
  const folder = project();
  const build = async (...words: string[]) => runAlone(folder, "build", ...withBrowser, ...words);
  expect(await build()).toMatchObject({ status: 0, stdout: "" });
  const files = filesIn(join(folder, "_site"));
  expect([...files.keys()]).toEqual(
    [
      ..."index.html _headers cookies.json".split(" "),
      ...["en", "ar"].flatMap((tag) =>
        "index.html policy.json policy.md cookies.csv cookies.xlsx policy.docx policy.pdf"
          .split(" ")
          .map((name) => `${tag}/${name}`),
      ),
    ]
      .map((name) => `town/${name}`)
      .toSorted(),
  );
  const page = files.get("town/en/index.html")!.toString();
  const size = Math.ceil(files.get("town/en/policy.pdf")!.length / 1000);
  expect(page).toContain(
    `<a href="policy.pdf" type="application/pdf">Download as PDF (${size} kB)</a>`,
  );
  expect(linked(page)).toEqual([
    "policy.json",
    "../cookies.json",
    "policy.md",
    "cookies.csv",
    "cookies.xlsx",
    "policy.docx",
    "policy.pdf",
  ]);
  expect(await build("--bulk", "--output", "bulk")).toMatchObject({ status: 0 });
  expect(filesIn(join(folder, "bulk"))).toEqual(files);

  expect((await build("--json")).stdout).toContain('"written":0,"unchanged":17');
  rmSync(join(folder, "_site/town/en/index.html"));
  expect((await build("--json")).stdout).toContain('"written":1,"unchanged":16');
  expect(filesIn(join(folder, "_site"))).toEqual(files);
  rmSync(join(folder, "bulk/town/ar/policy.pdf"));
  await build("--bulk", "--output", "bulk");
  expect(filesIn(join(folder, "bulk"))).toEqual(files);

  const printed = await runAlone(folder, "pdf", ...withBrowser);
  expect(printed).toMatchObject({ status: 0, stdout: "" });
  const alone = filesIn(join(folder, "_pdf"));
  expect([...alone.keys()]).toEqual(["town/ar/policy.pdf", "town/en/policy.pdf"]);
  for (const [path, bytes] of alone) expect(bytes.equals(files.get(path)!)).toBe(true);
});

test.each(["build", "build --bulk", "pdf"])(
  "without a browser, %s says so and writes nothing",
  async (words) => {
    const folder = project();
    const command = [...words.split(" "), "--browser", "/no/browser"];
    // In bulk it builds in threads, which take the package as it is compiled.
    const { status, stdout, stderr } = await (command.includes("--bulk")
      ? runAlone(folder, ...command)
      : run(folder, command));
    expect({ status, stdout }).toEqual({ status: 3, stdout: "" });
    expect(stderr).toMatch(/(?:^|\n)error: there is no browser at "\/no\/browser"\n$/);
    expect(readdirSync(folder).toSorted()).toEqual(["data"]);
    expect(existsSync(join(folder, "_site"))).toBe(false);
  },
);

test("an unknown site and a project without sites are named", async () => {
  const folder = project();
  expect(await run(folder, ["pdf", "--site", "twon"])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('unknown site "twon"') as string,
  });
});
