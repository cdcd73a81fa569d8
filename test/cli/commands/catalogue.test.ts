import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { problemsOf, temporaryFolder, writeProject } from "../../project.ts";
import { runAdd } from "../../../src/cli/run/catalogue/add.ts";
import { runList } from "../../../src/cli/run/catalogue/list.ts";
import { runProviders } from "../../../src/cli/run/catalogue/providers.ts";
import { createTestContext } from "../context.ts";

const site = (providers: string) => `name: Town
url: https://town.example
languages: [en]
providers:${providers}
updated: 2026-11-01
`;

const acme = `name: Acme Counter
kind: analytics
domains: [acme.example]
cookies:
  - name: "_acme_*"
    function: visitor-recognition
    purposes: [measure-audience]
    duration: 6 months
  # heatmaps: drawings of where visitors click
  - name: "_acme_heat"
    feature: heatmaps
    function: audience-measurement
    purposes: [analyse-page-use]
    duration: session
`;

const project = (providers = "\n  - town # the site itself") =>
  writeProject({
    "data/sites/town.yaml": site(providers),
    "data/providers/town.yaml": "name: Town\ncookies: []\npurposes: [remember-user]\n",
    "data/providers/acme.yaml": acme,
  });

const siteIn = (folder: string) => readFileSync(join(folder, "data/sites/town.yaml"), "utf8");

const providers = (
  folder: string,
  id: string | undefined,
  options: { kind?: string; host?: string; cookie?: string } = {},
) => {
  const { context, out, err } = createTestContext({ folder });
  const status = runProviders(id, { project: ".", format: "text", ...options }, context);
  return { status, stdout: out.join(""), stderr: err.join("") };
};

describe("providers", () => {
  test("finds a provider by its host and by a name that it sets", () => {
    const folder = project();
    expect(providers(folder, undefined, { host: "c.acme.example" }).stdout).toBe(
      "acme  analytics  Acme Counter  2\n",
    );
    expect(providers(folder, undefined, { cookie: "_acme_heat" }).stdout).toBe(
      `acme  analytics  Acme Counter  _acme_*     cookie  statistics  6 months
acme  analytics  Acme Counter  _acme_heat  cookie  statistics  session   feature heatmaps
`,
    );
    expect(providers(folder, undefined, { host: "nobody.example" })).toEqual({
      status: 1,
      stdout: "",
      stderr: "no provider is like that\n",
    });
  });

  test("lists those of a kind without a project, and none that is only a parent", () => {
    const { status, stdout } = providers(temporaryFolder(), undefined, { kind: "analytics" });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^matomo +analytics +Matomo +\d+$/m);
    expect(stdout).not.toMatch(/^google /m);
    expect(stdout).not.toMatch(/ video /);
  });

  test("shows one with its features and what it sets", () => {
    const { stdout } = providers(project(), "acme");
    expect(stdout).toContain("features  heatmaps\n");
    expect(stdout).toContain("\n\n_acme_*     cookie  statistics  6 months\n");
  });

  test("says what was meant", () => {
    expect(() => providers(project(), undefined, { kind: "analytic" })).toThrow(
      'unknown kind "analytic"',
    );
    expect(() => providers(project(), "acmee")).toThrow('did you mean "acme"?');
  });
});

describe("add", () => {
  const add = (folder: string, ids: string[], feature: string[] = [], asked?: string) => {
    const { context, err } = createTestContext({ folder });
    const named = asked === undefined ? {} : { site: asked };
    const status = runAdd(ids, { project: ".", ...named, feature }, context);
    return { status, stderr: err.join("") };
  };

  test("names a provider behind the others, with the features asked for, and every comment stays", () => {
    const folder = project();
    const { status, stderr } = add(folder, ["acme", "vimeo"], ["heatmaps"]);
    expect(stderr).not.toContain("acme has");
    expect(status).toBe(0);
    expect(siteIn(folder)).toBe(
      site(`
  - town # the site itself
  - id: acme
    features: [heatmaps]
  - vimeo`),
    );
    expect(problemsOf(folder)).toEqual([]);
  });

  test("tells of features that the site does not name", () => {
    expect(add(project(), ["acme"]).stderr).toContain("acme has further features: heatmaps\n");
  });

  test("writes into a list in brackets in its manner", () => {
    const folder = project(" [town]");
    add(folder, ["acme", "matomo"], ["heatmaps"]);
    expect(siteIn(folder)).toBe(
      site(" [town, { id: acme, features: [heatmaps] }, { id: matomo, features: [heatmaps] }]"),
    );
  });

  test("writes nothing twice", () => {
    const folder = project();
    add(folder, ["acme"]);
    const before = siteIn(folder);
    expect(add(folder, ["acme"]).stderr).toBe('site "town" names "acme" already\n');
    expect(siteIn(folder)).toBe(before);
  });

  test("wants the site named where there are several, and changes nothing before", () => {
    const folder = project();
    writeFileSync(join(folder, "data/sites/city.yaml"), site(" [town]"));
    expect(() => add(folder, ["acme"])).toThrow(
      'no site, expected one after --site: "city", "town"',
    );
    expect(siteIn(folder)).toBe(site("\n  - town # the site itself"));
    add(folder, ["acme"], [], "town");
    expect(siteIn(folder)).toContain("- acme");
  });

  test("leaves no feature behind without a word", () => {
    const folder = project(" [acme]");
    expect(() => add(folder, ["acme"], ["heatmaps"])).toThrow('site "town" names "acme" already');
    expect(siteIn(folder)).toBe(site(" [acme]"));
  });

  test.each([
    [["youtube"], [], 'begin its file by "npx cookie-ledger provider new youtube"'],
    [["acmee"], [], 'did you mean "acme"?'],
    [["acme"], ["heatmap"], 'did you mean "heatmaps"?'],
    [["google"], [], "only a parent"],
  ])("of %j with %j it says what was meant and changes nothing", (ids, features, hint) => {
    const folder = project();
    expect(() => add(folder, ids, features)).toThrow(hint);
    expect(siteIn(folder)).toBe(site("\n  - town # the site itself"));
  });
});

describe("list", () => {
  const list = (vocabulary: string, language = "en") => {
    const { context, out } = createTestContext({ folder: temporaryFolder() });
    runList(vocabulary, { project: ".", format: "text", language }, context);
    return out.join("");
  };

  test.each([
    ["purposes", "fr", /^remember-language +Mémoriser la langue du visiteur +preferences$/m],
    ["functions", "en", /^authentication +Authentication +authentication$/m],
    ["conditions", "en", /^choice-made /m],
    ["locations", "en", /^front-office /m],
    ["safeguards", "en", /^adequacy/m],
    ["jurisdictions", "de", /^AT +Österreich /m],
  ])("gives the ids of %s their words in %s and what follows from each", (name, tag, line) => {
    expect(list(name, tag)).toMatch(line);
  });

  test("says what there is", () => {
    expect(() => list("purpose")).toThrow('unknown vocabulary "purpose"');
    expect(() => list("purposes", "tlh")).toThrow('unknown language "tlh"');
  });
});
