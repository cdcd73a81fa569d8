import { describe, expect, test } from "vitest";
import { loadRegistry } from "../../src/registry/load.ts";
import { openProject, packageFolder } from "../../src/registry/project.ts";
import type { CookieFacts } from "../../src/exporters/cookie-facts.ts";
import { planOutput } from "../../src/site/build/eleventy.ts";
import { fixture, writeProject } from "../project.ts";
import { cellsOf, factsOfPage, readSaid, renderAll, shapeErrors } from "./json-agreement.ts";
import { schemaOf } from "./json-schema.ts";
import { factTypes, policyTypes } from "./policy-types.ts";
import { elementsIn } from "./rendering.ts";

const policySchema = (() => {
  const schema = schemaOf(policyTypes, "Policy", "What the page of a site shows in one language", [
    "style",
    "brand",
    "icon",
    "contentSecurityPolicy",
    "formats",
    "download",
  ]);
  const properties = { version: { const: 1 }, revision: { type: "string" }, ...schema.properties };
  return { ...schema, properties, required: ["version", "revision", ...schema.required] };
})();
const factSchema = schemaOf(
  factTypes,
  "CookieFacts",
  "What a site stores on a visitor's device",
  [],
);

test.each([
  ["policy-1", policySchema],
  ["cookies-1", factSchema],
])("docs/schema/%s.json is as the types are", async (name, schema) => {
  const text = `${JSON.stringify(schema, undefined, 2)}\n`;
  await expect(text).toMatchFileSnapshot(`../../docs/schema/${name}.json`);
});

const files = new Map(
  [packageFolder, fixture("small")].flatMap((folder) => [
    ...renderAll(loadRegistry(openProject(folder)).registry),
  ]),
);
const pathsOf = (name: string) => [...files.keys()].filter((path) => path.endsWith(`/${name}`));
const read = (path: string): unknown => JSON.parse(files.get(path)!);

describe.each(pathsOf("policy.json"))("%s", (path) => {
  const said = readSaid(files, path);

  test("has the shape that its schema says", () => {
    expect(shapeErrors(said)).toEqual([]);
  });

  test("has the cells of the page, word for word", () => {
    const { onPage, inJson } = cellsOf(said);
    expect(onPage).toEqual(inJson);
  });

  test("and the facts have the same names, durations, purposes and providers, and no other", () => {
    const { shown, stated } = factsOfPage(said);
    expect(shown).toEqual(stated);
  });

  test("is linked from its page, as are the facts", () => {
    const links = elementsIn(said.page).filter(
      ({ tagName, attrs }) =>
        tagName === "link" && attrs.some(({ value }) => value === "application/json"),
    );
    expect(links.map(({ attrs }) => attrs.find(({ name }) => name === "href")!.value)).toEqual([
      "policy.json",
      "../cookies.json",
    ]);
  });
});

test("every regular expression stands for its own name, and a star for any run of characters", () => {
  for (const path of pathsOf("cookies.json"))
    for (const { name, regex } of (read(path) as CookieFacts).cookies) {
      expect(name.replaceAll("*", "a.b")).toMatch(new RegExp(regex, "u"));
      expect(`${name}!`.replaceAll("*", "x")).not.toMatch(
        new RegExp(name.endsWith("*") ? "^$" : regex, "u"),
      );
    }
});

const site = (more: string) =>
  `name: Town\nurl: https://town.example\nlanguages: [en, fr]\nproviders: [town]\nupdated: 2026-11-01\n${more}`;
const provider = (duration: string) =>
  `name: Town\noperator: site\ncookies:\n  - name: "sid"\n    function: authentication\n    purposes: [remember-user]\n    duration: ${duration}\n`;
const build = (more: string, duration = "13 months") => {
  const folder = writeProject({
    "data/sites/town.yaml": site(more),
    "data/providers/town.yaml": provider(duration),
  });
  const { registry, diagnostics } = loadRegistry(openProject(folder));
  expect(diagnostics).toEqual([]);
  return planOutput(registry, registry.sites.keys());
};
const factsOf = (plan: ReturnType<typeof build>) =>
  JSON.parse(plan.get("town/cookies.json")!()) as CookieFacts;

test("a site that does not ask for JSON has none and no link to it", () => {
  const plan = build("");
  expect([...plan.keys()].filter((path) => path.endsWith(".json"))).toEqual([]);
  expect(plan.get("town/en/index.html")!()).not.toContain("application/json");
  expect(plan.get("town/_headers")!()).not.toContain("Access-Control");
});

test("other origins may read the JSON, and it alone", () => {
  const headers = build("outputs: [page, json]\n").get("town/_headers")!();
  expect(headers.split("\n").slice(5)).toEqual([
    "/en/policy.json",
    "  Access-Control-Allow-Origin: *",
    "/fr/policy.json",
    "  Access-Control-Allow-Origin: *",
    "/cookies.json",
    "  Access-Control-Allow-Origin: *",
    "",
  ]);
  expect([...build("outputs: [json]\n").keys()]).toEqual([
    "town/en/policy.json",
    "town/fr/policy.json",
    "town/cookies.json",
    "town/_headers",
  ]);
});

test("the revision changes with a fact, and with neither the date nor the words", () => {
  const { revision } = factsOf(build("outputs: [json]\n"));
  expect(revision).toMatch(/^[0-9a-f]{12}$/);
  expect(
    factsOf(build("outputs: [json]\nupdated: 2026-11-02\n".replace("updated", "# updated")))
      .revision,
  ).toBe(revision);
  expect(factsOf(build("outputs: [json]\n", "12 months")).revision).not.toBe(revision);
});

test.each([
  ["13 months", { kind: "length", iso: "P13M", seconds: 397 * 86_400, bounds: [] }],
  ["up to 30 minutes", { kind: "length", iso: "PT30M", seconds: 1800, bounds: ["up-to"] }],
  ["session", { kind: "session", iso: null, seconds: null, bounds: [] }],
  [
    "1 day to 2 weeks",
    { iso: "P2W", seconds: 1_209_600, minimum: { iso: "P1D", seconds: 86_400 } },
  ],
  ["session or 1 year", { iso: "P1Y", seconds: 366 * 86_400, orSession: true }],
])("a duration of %s is text, ISO 8601 and seconds", (text, expected) => {
  const { cookies, words } = factsOf(build("outputs: [json]\n", text));
  expect(cookies[0]!.duration).toMatchObject({ text, ...expected });
  expect(words["fr"]!.durations[text]).toEqual(expect.any(String));
});
