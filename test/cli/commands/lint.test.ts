import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { tags } from "../../content/languages.ts";
import { writeProject } from "../../project.ts";
import { run } from "../run.ts";

/** Of each kind some that sites use beside each other. */
const providers = [
  "opendatasoft",
  "wordpress",
  "woocommerce",
  "php",
  "cookiebot",
  "google-analytics",
  "google-ads",
  "matomo",
  "meta-pixel",
  "contentsquare",
  "cloudflare",
  "google-recaptcha",
  "vimeo",
  "intercom",
  "adyen",
];

const site = `name: Example Shop
url: https://shop.example
controller:
  name: Example Shop SARL
  address: [1 rue de l’Exemple, 00000 Exempleville]
  email: privacy@shop.example
authority:
  name: CNIL
  url: https://www.cnil.fr
privacyPolicy: https://shop.example/privacy
jurisdictions: [EU, FR]
consent: opt-in
languages: [${tags.join(", ")}]
providers: [${providers.join(", ")}]
preferences: https://shop.example/#cookie-settings
objection: https://shop.example/#object
updated: 2026-11-23
`;

test("a site that is whole and has providers of the package alone has no problem in any language", async () => {
  const folder = writeProject({ "data/sites/shop.yaml": site });
  const { status, stdout, stderr } = await run(folder, ["lint", "--strict"]);
  expect(stdout).toBe("");
  expect(stderr).toMatch(/^1 files: no problems/);
  expect(status).toBe(0);
});

test("what such a site lacks is said of its own file", async () => {
  const lacking = site.replace(/^preferences: .*\n/m, "").replace(/^consent: .*\n/m, "");
  const folder = writeProject({ "data/sites/shop.yaml": lacking });
  const { status, stdout } = await run(folder, ["lint", "--format", "json"]);
  expect(status).toBe(1);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { file: string }[] };
  expect(diagnostics.length).toBeGreaterThan(0);
  expect(new Set(diagnostics.map(({ file }) => file))).toEqual(new Set(["data/sites/shop.yaml"]));
});

const twoSites = {
  "data/sites/town.yaml":
    "name: Town\nurl: http://town.example\nlanguages: [en]\nproviders: [town]\n",
  "data/sites/rows.csv":
    "id,name,url,languages,providers\none,One,http://one.example,en,village\ntwo,Two,http://two.example,en,village\n",
  "data/providers/town.yaml":
    "name: Town\ncookies:\n  - name: sid\n    function: authentication\n    purposes: [remember-user]\n",
  "data/providers/village.yaml": "name: Village\nrecipients: []\ncookies: []\n",
};

/** The files and lines of a report, and the rules there. */
async function lintTwo(...words: string[]) {
  const folder = writeProject(twoSites);
  const { status, stdout } = await run(folder, ["lint", "--format", "json", ...words]);
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { file: string; line: number; severity: string }[];
  };
  const places = new Set(diagnostics.map(({ file, line }) => `${file}:${line}`));
  return { status, diagnostics, places: [...places] };
}

describe("what lint is asked of", () => {
  test("a file is reported alone, a folder with all that stands in it", async () => {
    const file = await lintTwo("data/providers/town.yaml");
    expect(file.places).toEqual(["data/providers/town.yaml:1", "data/providers/town.yaml:3"]);
    expect(file.status).toBe(1);
    const { places } = await lintTwo("data/sites");
    expect(places).toContain("data/sites/rows.csv:2");
    expect(places.filter((place) => !place.startsWith("data/sites/"))).toEqual([]);
    expect(await lintTwo("data/providers/village.yaml")).toMatchObject({ status: 0, places: [] });
  });

  test("a path that is not there is a slip of the command line", async () => {
    const { status, stderr } = await run(writeProject(twoSites), ["lint", "data/site"]);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'error: no file or folder "data/site"\n',
    });
  });

  test("a site is reported with its providers, and of a table only its row", async () => {
    const { places } = await lintTwo("--site", "town");
    expect(places).toContain("data/providers/town.yaml:1");
    expect(places.filter((place) => place.includes("rows.csv"))).toEqual([]);
    const row = await lintTwo("--site", "two");
    expect(row.places).toContain("data/sites/rows.csv:3");
    expect(row.places.filter((place) => !place.includes("rows.csv:3"))).toEqual([]);
    const { stderr } = await run(writeProject(twoSites), ["lint", "--site", "twoo"]);
    expect(stderr).toContain('did you mean "two"?');
  });
});

describe("how lint tells", () => {
  test("--quiet reports errors alone, and counts the rest", async () => {
    const { diagnostics } = await lintTwo("--quiet");
    expect(new Set(diagnostics.map(({ severity }) => severity))).toEqual(new Set(["error"]));
    const { stderr } = await run(writeProject(twoSites), ["lint", "--quiet"]);
    expect(stderr).toMatch(/^\d files: \d+ errors, \d+ warnings/);
  });

  test("--max-warnings fails a run that has more", async () => {
    const unquoted = `${twoSites["data/providers/town.yaml"].replace("cookies", "recipients: []\ncookies")}    duration: session\n`;
    const folder = writeProject({ ...twoSites, "data/providers/town.yaml": unquoted });
    const warnings = async (...words: string[]) =>
      (await run(folder, ["lint", "data/providers", ...words])).status;
    expect(await warnings()).toBe(0);
    expect(await warnings("--max-warnings", "0")).toBe(1);
    expect(await warnings("--max-warnings", "9")).toBe(0);
    expect(await warnings("--max-warnings", "some")).toBe(2);
  });

  test("--output-file keeps the report, and never in the place of a source", async () => {
    const folder = writeProject(twoSites);
    const { stdout } = await run(folder, ["lint"]);
    const written = await run(folder, ["lint", "--output-file", "reports/lint.txt"]);
    expect(written).toMatchObject({ status: 1, stdout: "" });
    expect(readFileSync(join(folder, "reports/lint.txt"), "utf8")).toBe(stdout);
    const refused = await run(folder, ["lint", "--output-file", "data/sites/town.yaml"]);
    expect(refused).toMatchObject({ status: 2, stdout: "" });
    expect(readFileSync(join(folder, "data/sites/town.yaml"), "utf8")).toBe(
      twoSites["data/sites/town.yaml"],
    );
  });
});

describe("a rule that is ignored in a row", () => {
  const rows = (...cells: string[]) =>
    writeProject({
      "data/sites/rows.csv": `id,name,url,languages,providers,ignore\n${cells
        .map((cell, index) => `town-${index},Town,https://town.example,en,matomo,"${cell}"\n`)
        .join("")}`,
    });
  const lintRows = async (folder: string) => {
    const { stdout } = await run(folder, ["lint", "--format", "json"]);
    const { diagnostics } = JSON.parse(stdout) as {
      diagnostics: { rule: string; line: number; column: number; message: string }[];
    };
    return diagnostics.filter(({ rule }) => /ignore|rule|controller|contact/.test(rule));
  };

  test("is silent in that row and nowhere else", async () => {
    const found = await lintRows(rows("controller-missing: run by the group", ""));
    expect(found.map(({ rule, line }) => `${line} ${rule}`)).toEqual(["3 controller-missing"]);
  });

  test("may be one of several, one a line, of a row of several lines", async () => {
    const cells = [
      "complaint-missing: x | controller-missing: y",
      "complaint-missing: x\ncontroller-missing: y",
    ];
    expect(await lintRows(rows(...cells))).toEqual([]);
  });

  test("is reported at its place where it says no reason, names no rule or hides nothing", async () => {
    const found = await lintRows(
      rows(
        "controller-missing",
        "controller-mising: x",
        "controller-missing: x | duration-vague: y",
      ),
    );
    expect(found.map(({ rule, line, column }) => `${line}:${column} ${rule}`)).toEqual([
      "2:1 controller-missing",
      "2:45 ignore-without-reason",
      "3:1 controller-missing",
      "3:45 unknown-rule",
      "4:69 unused-ignore",
    ]);
  });
});
