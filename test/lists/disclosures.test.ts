import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import fc from "fast-check";
import { expect, test } from "vitest";
import { loadRegistry } from "../../src/registry/load.ts";
import { openProject } from "../../src/registry/project.ts";
import { suspiciousIn } from "../../src/source/characters.ts";
import { run } from "../cli/run.ts";
import { fixture, root, temporaryFolder, writeFiles } from "../project.ts";

const schema = JSON.parse(
  readFileSync(join(root, "test/exporters/iab-device-storage-1.1.schema.json"), "utf8"),
) as object;
const check = new Ajv({ strict: false }).compile(schema);
const misfits = (disclosure: unknown) => (check(disclosure) ? [] : check.errors);

/** A value of JSON of which no order of keys or items tells anything. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map(sorted).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

/** What comes out of a project into which disclosures have come. */
async function passThrough(disclosure: unknown, folder = temporaryFolder()): Promise<unknown> {
  writeFiles(folder, { "vendor.json": JSON.stringify(disclosure) });
  const read = await run(folder, ["import", "vendor.json", "--url", "https://publisher.example"]);
  expect(read.stderr).not.toContain('warning: "');
  expect(read.status).toBe(0);
  const { registry, diagnostics } = loadRegistry(openProject(folder));
  expect(diagnostics).toEqual([]);
  const { providers } = registry.sites.get("publisher-example")!.value;
  expect(providers).toHaveLength(1);
  const [provider] = providers;
  const id = typeof provider === "string" ? provider : provider!.id;
  const words = ["export", "--to", "iab-device-storage", "--provider", id];
  const { stdout } = await run(folder, words);
  return JSON.parse(stdout);
}

const vendors = readdirSync(fixture("disclosures"));

test("there are disclosures of ten vendors", () => {
  expect(vendors).toHaveLength(10);
});

test.each(vendors)("the disclosures of a vendor go in and out unchanged: %s", async (name) => {
  const disclosure: unknown = JSON.parse(readFileSync(join(fixture("disclosures"), name), "utf8"));
  expect(misfits(disclosure)).toEqual([]);
  const out = await passThrough(disclosure);
  expect(misfits(out)).toEqual([]);
  expect(sorted(out)).toEqual(sorted(disclosure));
});

const label = fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/);
const domain = fc.oneof(
  fc.tuple(label, label).map(([below, owned]) => `${below}.${owned}.example`),
  fc.constantFrom("criteo.com", "static.criteo.net"),
);
const below = fc.tuple(fc.constantFrom("", "*."), domain).map((parts) => parts.join(""));
const places = fc.uniqueArray(fc.oneof(fc.constant("*"), below), { minLength: 1, maxLength: 3 });
const words = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 40 })
  .filter((text) => text.trim() !== "" && suspiciousIn(text).length === 0);
const optional = { requiredKeys: [] };
const facts = {
  purposes: fc.uniqueArray(fc.integer({ min: 1, max: 11 }), { maxLength: 11 }),
  said: fc.record(
    {
      specialPurposes: fc.uniqueArray(fc.integer({ min: 1, max: 3 })),
      description: words,
      optOut: fc.boolean(),
    },
    optional,
  ),
};
const anyName = fc
  .tuple(fc.constantFrom("", "*"), fc.stringMatching(/^[!-)+-~]{1,12}$/), fc.constantFrom("", "*"))
  .map(([start, name, end]) => (start === "" ? name + end : start + name));
const identifier = fc.oneof(anyName, fc.constantFrom("id", "id*", "cto_bundle"));
const cookie = fc
  .record({
    ...facts,
    identifier,
    maxAgeSeconds: fc.oneof(fc.nat({ max: 3_000_000_000 }), fc.constant(0)),
    cookieRefresh: fc.boolean(),
    where: fc.oneof(
      places.map((domains) => ({ domains })),
      below.map((one) => ({ domain: one })),
    ),
  })
  .map(({ said, where, ...rest }) => ({ type: "cookie", ...rest, ...where, ...said }));
const web = fc
  .record({
    ...facts,
    identifier,
    where: places.map((domains) => ({ domains })),
    refresh: fc.record({ cookieRefresh: fc.boolean() }, optional),
  })
  .map(({ said, where, refresh, ...rest }) => ({
    type: "web",
    maxAgeSeconds: null,
    ...rest,
    ...refresh,
    ...where,
    ...said,
  }));
const app = fc
  .record({ ...facts, identifier })
  .map(({ said, ...rest }) => ({ type: "app", maxAgeSeconds: null, ...rest, ...said }));
const used = (key: string, value: fc.Arbitrary<string>) =>
  fc.uniqueArray(fc.record({ [key]: value, use: words }, { requiredKeys: [key] }), {
    maxLength: 3,
    selector: (one) => JSON.stringify(one),
  });
const unlike = { selector: (one: object) => JSON.stringify(sorted(one)) };
const disclosures = fc
  .record(
    {
      kept: fc.uniqueArray(fc.oneof(cookie, web), { minLength: 1, maxLength: 8, ...unlike }),
      apps: fc.uniqueArray(app, { maxLength: 2, ...unlike }),
      domains: used("domain", below),
      sdks: used("name", words),
    },
    { requiredKeys: ["kept", "apps", "domains"] },
  )
  .map(({ kept, apps, ...rest }) => ({ disclosures: [...kept, ...apps], ...rest }));

test("any disclosures that the specification allows go in and out unchanged", async () => {
  await fc.assert(
    fc.asyncProperty(disclosures, async (disclosure) => {
      expect(misfits(disclosure)).toEqual([]);
      expect(sorted(await passThrough(disclosure))).toEqual(sorted(disclosure));
    }),
    { numRuns: 30, seed: 20261128 },
  );
});

test("what disclosures say beyond their specification is told, and the rest is kept", async () => {
  const rest = { type: "cookie", maxAgeSeconds: 60, cookieRefresh: false, domains: ["*"] };
  const odd = [
    { ...rest, identifier: "more", purposes: [1], comment: "not specified" },
    { ...rest, identifier: "number", purposes: [670] },
    { ...rest, identifier: "hidden", purposes: [1], description: "a\u200bb" },
  ];
  const folder = writeFiles(temporaryFolder(), {
    "vendor.json": JSON.stringify({
      disclosures: odd,
      domains: [{ domain: "v.example" }],
    }),
  });
  const { stderr } = await run(folder, ["import", "vendor.json", "--url", "https://x.example"]);
  expect([...stderr.matchAll(/: warning: ("[\w .]+") is not/g)].map(([, key]) => key)).toEqual([
    '"comment"',
    '"purposes.0"',
    '"invisible character"',
  ]);
  const { registry, diagnostics } = loadRegistry(openProject(folder));
  expect(diagnostics).toEqual([]);
  const { cookies } = registry.providers.get("v-example")!.value;
  expect(cookies.map(({ name, disclosed }) => [name, disclosed?.[0]?.purposes])).toEqual([
    ["more", [1]],
    ["number", undefined],
    ["hidden", undefined],
  ]);
});

test("what a vendor discloses is written alone, and what the registry has beside it is said", async () => {
  const disclosure = JSON.parse(
    readFileSync(join(fixture("disclosures"), "known-to-the-catalogue.json"), "utf8"),
  ) as { disclosures: object[] };
  const folder = temporaryFolder();
  await passThrough({ ...disclosure, disclosures: disclosure.disclosures.slice(0, 2) }, folder);
  const site = "name: Own\nurl: https://own.example\nlanguages: [en]\nproviders: [criteo]\n";
  writeFiles(folder, { "data/sites/own.yaml": site });
  const { stdout, stderr } = await run(
    folder,
    "export --site own --to iab-device-storage --provider criteo".split(" "),
  );
  expect((JSON.parse(stdout) as typeof disclosure).disclosures).toHaveLength(2);
  expect(stderr).toContain("is not among what its vendor discloses, which is written as it is");
});
