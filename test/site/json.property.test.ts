import fc from "fast-check";
import { expect, test } from "vitest";
import { loadRegistry } from "../../src/registry/load.ts";
import { openProject } from "../../src/registry/project.ts";
import { asked, roles } from "../../src/vocabulary/law.ts";
import { categories, storages } from "../../src/vocabulary/vocabulary.ts";
import { checkout } from "../checkout.ts";
import { renderText } from "../../src/report/text.ts";
import { writeProject } from "../project.ts";
import { cellsOf, factsOfPage, readSaid, renderAll, shapeErrors } from "./json-agreement.ts";

const { registry } = checkout;
const one = <Item>(items: readonly Item[]) => fc.constantFrom(...items);
const some = <Item>(items: readonly Item[], maxLength = 2) =>
  fc.uniqueArray(one(items), { maxLength });
const optional = (shape: Readonly<Record<string, fc.Arbitrary<unknown>>>) =>
  fc.record(shape, { requiredKeys: [] });

const durations = [
  "session",
  "persistent",
  "not stated",
  "1 year",
  "up to 30 minutes",
  "1 day to 2 weeks",
  "session or 6 months",
  "13 months by default",
  "2 hours after last activity",
];
const company = fc.stringMatching(/^Acme [A-Za-z&<>' ]{0,6}[a-z]{3}$/);

const cookie = fc
  .tuple(
    fc.stringMatching(/^[a-zA-Z_][a-zA-Z0-9_.&'-]{0,8}[a-z]\*?$/),
    fc.record({
      function: one(Object.keys(registry.functions)),
      purpose: one(Object.keys(registry.purposes)),
    }),
    optional({
      storage: one(storages),
      category: one(categories),
      consent: one(asked),
      duration: one(durations),
      selfRenewing: fc.boolean(),
      httpOnly: fc.boolean(),
      domain: one(["cdn.other.example", "www.town.example"]),
      dataRetention: one(["25 months", "1 year"]),
      recipients: fc.uniqueArray(company, { maxLength: 2 }),
    }),
    some(Object.keys(registry.purposes)),
  )
  .map(([name, { function: what, purpose }, keys, purposes]) => ({
    name,
    function: what,
    ...keys,
    purposes: [...new Set([purpose, ...purposes])],
  }));

const provider = fc
  .tuple(
    company,
    optional({
      operator: fc.constant("site"),
      role: one(roles),
      country: one(["FR", "US", "JP"]),
      recipients: fc.uniqueArray(company, { maxLength: 2 }),
      dataRetention: one(["25 months", "1 year"]),
      privacyPolicy: one(["https://other.example/privacy?a=1&b=2"]),
    }),
    fc.uniqueArray(cookie, { maxLength: 3, selector: ({ name }) => name.toLowerCase() }),
  )
  .map(([name, keys, cookies]) => ({ name, ...keys, cookies }));

const site = optional({
  jurisdictions: some(["EU", "UK", "CH", "US-CA", "JP"], 3),
  consent: one(asked),
  preferences: one(["https://town.example/#cookies"]),
  retention: one([{ statistics: "1 year" }]),
  updated: one(["2026-11-01"]),
});

const project = fc.record({
  site,
  languages: fc.uniqueArray(one(["en", "fr", "ar", "ja", "lv"]), { minLength: 1, maxLength: 2 }),
  providers: fc.array(provider, { minLength: 1, maxLength: 3 }),
});

test("whatever a registry holds, its JSON has the shape of the schemas and says what its pages say", () => {
  let cells = 0;
  const property = fc.property(project, ({ site: keys, languages, providers }) => {
    const ids = providers.map((_, index) => `provider-${index}`);
    const own = { name: "Town", url: "https://town.example", languages, providers: ids, ...keys };
    const folder = writeProject({
      "data/sites/town.yaml": JSON.stringify(own),
      ...Object.fromEntries(
        providers.map((value, index) => [
          `data/providers/${ids[index]!}.yaml`,
          JSON.stringify(value),
        ]),
      ),
    });
    const loaded = loadRegistry(openProject(folder));
    expect(renderText(loaded.diagnostics)).toBe("");
    const files = renderAll(loaded.registry);
    for (const tag of languages) {
      const said = readSaid(files, `town/${tag}/policy.json`);
      expect(shapeErrors(said)).toEqual([]);
      const { onPage, inJson } = cellsOf(said);
      expect(onPage).toEqual(inJson);
      const { shown, stated } = factsOfPage(said);
      expect(shown).toEqual(stated);
      cells += onPage.length;
    }
  });
  fc.assert(property, { numRuns: 25, seed: 14 });
  expect(cells).toBeGreaterThan(500);
}, 60_000);
