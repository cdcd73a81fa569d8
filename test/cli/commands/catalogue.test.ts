import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder, writeProject } from "../../project.ts";
import { run } from "../run.ts";

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

describe("providers", () => {
  test("finds a provider by its host and by a name that it sets", async () => {
    const folder = project();
    expect((await run(folder, ["providers", "--host", "c.acme.example"])).stdout).toBe(
      "acme  analytics  Acme Counter  2\n",
    );
    expect((await run(folder, ["providers", "--cookie", "_acme_heat"])).stdout).toBe(
      `acme  analytics  Acme Counter  _acme_*     cookie  statistics  6 months
acme  analytics  Acme Counter  _acme_heat  cookie  statistics  session   feature heatmaps
`,
    );
  });

  test("lists those of a kind without a project, and none that is only a parent", async () => {
    const { status, stdout } = await run(temporaryFolder(), ["providers", "--kind", "analytics"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^matomo +analytics +Matomo +\d+$/m);
    expect(stdout).not.toMatch(/^google /m);
    expect(stdout).not.toMatch(/ video /);
  });

  test("shows one with its features and what it sets", async () => {
    const { stdout } = await run(project(), ["providers", "acme"]);
    expect(stdout).toContain("features  heatmaps\n");
    expect(stdout).toContain("\n\n_acme_*     cookie  statistics  6 months\n");
  });

  test.each([
    [["providers", "--kind", "analytic"], 'unknown kind "analytic"'],
    [["providers", "acmee"], 'did you mean "acme"?'],
  ])("%j ends in 2 with what was meant", async (words, hint) => {
    const { status, stderr } = await run(project(), words);
    expect(status).toBe(2);
    expect(stderr).toContain(hint);
  });
});

describe("add", () => {
  const add = (folder: string, ...words: string[]) =>
    run(folder, ["add", "--site", "town", ...words]);

  test("names a provider behind the others, with the features asked for, and every comment stays", async () => {
    const folder = project();
    const { status, stderr } = await add(folder, "acme", "vimeo", "--feature", "heatmaps");
    expect(stderr).not.toContain("acme has");
    expect(status).toBe(0);
    expect(siteIn(folder)).toBe(
      site(`
  - town # the site itself
  - id: acme
    features: [heatmaps]
  - vimeo`),
    );
    expect((await run(folder, ["build"])).status).toBe(0);
  });

  test("tells of features that the site does not name", async () => {
    expect((await add(project(), "acme")).stderr).toContain(
      "acme has further features: heatmaps\n",
    );
  });

  test("writes into a list in brackets in its manner", async () => {
    const folder = project(" [town]");
    await add(folder, "acme", "matomo", "--feature", "heatmaps");
    expect(siteIn(folder)).toBe(
      site(" [town, { id: acme, features: [heatmaps] }, { id: matomo, features: [heatmaps] }]"),
    );
  });

  test("writes nothing twice", async () => {
    const folder = project();
    await add(folder, "acme");
    const before = siteIn(folder);
    expect((await add(folder, "acme")).stderr).toBe('site "town" names "acme" already\n');
    expect(siteIn(folder)).toBe(before);
  });

  test.each([
    [["acmee"], 'did you mean "acme"?'],
    [["acme", "--feature", "heatmap"], 'did you mean "heatmaps"?'],
    [["google"], "only a parent"],
  ])("%j ends in 2 and changes nothing", async (words, hint) => {
    const folder = project();
    const { status, stderr } = await add(folder, ...words);
    expect(status).toBe(2);
    expect(stderr).toContain(hint);
    expect(siteIn(folder)).toBe(site("\n  - town # the site itself"));
  });
});

describe("list", () => {
  test("gives every id of a vocabulary its word and what follows from it", async () => {
    const { stdout } = await run(temporaryFolder(), ["list", "purposes", "--language", "fr"]);
    expect(stdout).toMatch(/^remember-language +Mémoriser la langue du visiteur +preferences$/m);
    expect((await run(temporaryFolder(), ["list", "functions"])).stdout).toMatch(
      /^authentication +Authentication +authentication$/m,
    );
  });

  test.each([
    ["conditions", /^choice-made /m],
    ["locations", /^front-office /m],
    ["safeguards", /^adequacy/m],
    ["jurisdictions", /^FR +France /m],
  ])("knows the %s", async (vocabulary, line) => {
    expect((await run(temporaryFolder(), ["list", vocabulary])).stdout).toMatch(line);
  });

  test.each([
    [["list", "purpose"], 'unknown vocabulary "purpose"'],
    [["list", "purposes", "--language", "tlh"], 'unknown language "tlh"'],
  ])("%j ends in 2 with what there is", async (words, hint) => {
    const { status, stderr } = await run(temporaryFolder(), words);
    expect(status).toBe(2);
    expect(stderr).toContain(hint);
  });
});
