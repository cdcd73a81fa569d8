import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { lint } from "../../src/lint/lint.ts";
import { lintRules } from "../../src/lint/rules.ts";
import { declaredCookies, usedProviders } from "../../src/registry/cookies.ts";
import { loadRegistry } from "../../src/registry/load.ts";
import { openRegistry } from "../../src/registry/open.ts";
import { openProject, packageFolder } from "../../src/registry/project.ts";
import { type Files, placesOf, problemsOf, writeFiles, writeProject } from "../project.ts";

const site = (providers: string): Files => ({
  "data/sites/town.yaml": `name: Town\nurl: https://town.example\nlanguages: [en]\nproviders: [${providers}]\n`,
});

function cookiesIn(files: Files) {
  const { registry, diagnostics } = loadRegistry(openProject(writeProject(files)));
  expect(diagnostics).toEqual([]);
  return declaredCookies(registry.sites.get("town")!.value, registry);
}

const counter = (name: string, more = "") => `  - name: "${name}"
    function: audience-measurement
    purposes: [measure-audience]
${more}`;

describe("a project's file over the package's", () => {
  const over = (text: string) =>
    cookiesIn({ ...site("google-analytics"), "data/providers/google-analytics.yaml": text });

  test("changes one fact of a cookie, and keeps the other cookies", () => {
    const cookies = over('cookies:\n  - name: "_ga"\n    duration: 6 months\n');
    expect(cookies.map(({ name }) => name)).toEqual(["_ga", "_ga_*"]);
    expect(cookies[0]!.cookie).toMatchObject({
      function: "visitor-recognition",
      duration: { kind: "length", count: 6, unit: "month" },
    });
  });

  test("adds a cookie of another storage or domain behind the others", () => {
    const cookies = over(
      `cookies:\n${counter("_ga", "    storage: local-storage\n")}${counter("_ga", "    domain: other.example\n")}`,
    );
    expect(cookies.map(({ name, storage, party }) => [name, storage, party])).toEqual([
      ["_ga", "cookie", "first"],
      ["_ga_*", "cookie", "first"],
      ["_ga", "local-storage", "first"],
      ["_ga", "cookie", "third"],
    ]);
  });

  test("drops what it removes", () => {
    expect(over('remove: ["_ga_*"]\n').map(({ name }) => name)).toEqual(["_ga"]);
  });

  test("is told of a name to remove that nobody declares", () => {
    const folder = writeProject({
      ...site("google-analytics"),
      "data/providers/google-analytics.yaml": 'remove: ["_gb"]\n',
    });
    expect(placesOf(problemsOf(folder))).toEqual([
      expect.stringMatching(/google-analytics\.yaml:1:10 unknown-cookie$/),
    ]);
  });
});

describe("a provider", () => {
  test("takes its parent's facts but not its cookies, and no site names an abstract one", () => {
    const files: Files = {
      ...site("child"),
      "data/providers/house.yaml":
        "abstract: true\nname: House\nentity: House Ltd.\ncountry: FR\ncookies: []\n",
      "data/providers/child.yaml": `extends: house\nname: Child\ncookies:\n${counter("_c")}`,
    };
    const { registry } = loadRegistry(openProject(writeProject(files)));
    expect(registry.providers.get("child")!.value).toMatchObject({
      name: "Child",
      entity: "House Ltd.",
      country: "FR",
    });
    expect(registry.providers.get("child")!.value.abstract).toBeUndefined();
    const named = problemsOf(writeProject({ ...files, ...site("house") }));
    expect(named.map(({ rule }) => rule)).toEqual(["abstract-provider"]);
  });

  test("keeps the data of its cookies as long as it says, unless they say so themselves", () => {
    const cookies = cookiesIn({
      ...site("acme"),
      "data/providers/acme.yaml": `name: Acme\ndataRetention: 14 months by default\ncookies:\n${counter("_a")}${counter("_b", "    dataRetention: 2 months\n")}`,
    });
    expect(cookies.map(({ cookie }) => cookie.dataRetention)).toMatchObject([
      { count: 14, bounds: ["by-default"] },
      { count: 2, bounds: [] },
    ]);
  });

  test("that sets nothing stands in the category of its purposes", () => {
    const { registry } = loadRegistry(
      openProject(
        writeProject({
          ...site("acme"),
          "data/providers/acme.yaml": "name: Acme\npurposes: [measure-audience]\ncookies: []\n",
        }),
      ),
    );
    const [used] = usedProviders(registry.sites.get("town")!.value, registry);
    expect(used!.category).toBe("statistics");
  });

  test("has the cookies of a feature only where a site names it", () => {
    const acme = `name: Acme\ncookies:\n${counter("_a")}${counter("_b", "    feature: heatmaps\n")}`;
    const namesWith = (item: string) =>
      cookiesIn({ ...site(item), "data/providers/acme.yaml": acme }).map(({ name }) => name);
    expect(namesWith("acme")).toEqual(["_a"]);
    expect(namesWith("{ id: acme, features: [heatmaps] }")).toEqual(["_a", "_b"]);
  });
});

test("a recipient known by no more than its name lets no other file of the package be read", () => {
  const folder = writeProject({
    ...site("town"),
    "data/providers/town.yaml": `name: Town\nrecipients: [Example Holding]\ncookies:\n${counter("_a")}`,
  });
  // Seen from another place than by the tests above, so that nothing has been read yet.
  const project = openProject(folder, dirname(folder));
  const asked: string[] = [];
  const read: typeof project.read = (path, most) => {
    asked.push(path);
    return project.read(path, most);
  };
  const { registry } = loadRegistry({ ...project, read });
  lint(registry, { rules: lintRules });
  const names = asked.map((path) => path.replaceAll("\\", "/"));
  expect(names.filter((path) => path.includes("data/providers/"))).toEqual([
    expect.stringMatching(/town\.yaml$/),
  ]);
});

describe("a provider that the package brings", () => {
  const sourceIn = (folder: string) =>
    openRegistry(openProject(folder)).registry.providers.get("google-analytics")!.layers[0];

  test("is read once by all projects that stand upon it", () => {
    const [one, other] = [writeProject({}), writeProject({})];
    expect(sourceIn(one)).toBe(sourceIn(other));
    expect(sourceIn(one).file).toMatch(/^\.\.\/.*data\/providers\/google-analytics\.yaml$/);
  });

  test("is named in each project as seen from there", () => {
    const inner = join(writeProject({}), "inner");
    expect(sourceIn(inner).file).toBe(`../${sourceIn(dirname(inner)).file}`);
  });

  test("is read anew in the package's own checkout, where it may change", () => {
    expect(sourceIn(packageFolder)).not.toBe(sourceIn(packageFolder));
  });

  test("is read anew where a project has a file of its own over it", () => {
    const file = "data/providers/google-analytics.yaml";
    const folder = writeProject({ [file]: "name: One\n" });
    expect(sourceIn(folder).value).toEqual({ name: "One" });
    writeFiles(folder, { [file]: "name: Other\n" });
    expect(sourceIn(folder).value).toEqual({ name: "Other" });
  });
});
