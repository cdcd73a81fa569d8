import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import {
  type Jurisdiction,
  jurisdictionFileSchema,
  jurisdictionSchema,
} from "../../src/registry/schema/jurisdiction.ts";

type Mapping = Readonly<Record<string, unknown>>;

const folder = new URL("../../data/jurisdictions/", import.meta.url);

const files = new Map(
  readdirSync(folder).map((name) => [
    name.replace(/\.yaml$/, ""),
    parse(readFileSync(new URL(name, folder), "utf8")) as Mapping,
  ]),
);

const isMapping = (value: unknown): value is Mapping =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function merge(upper: unknown, lower: unknown): unknown {
  if (!isMapping(upper) || !isMapping(lower)) return upper ?? lower;
  const keys = new Set([...Object.keys(lower), ...Object.keys(upper)]);
  return Object.fromEntries([...keys].map((key) => [key, merge(upper[key], lower[key])]));
}

function whole(id: string): Mapping {
  const { extends: parent, ...own } = files.get(id) ?? {};
  return typeof parent === "string" ? (merge(own, whole(parent)) as Mapping) : own;
}

const english = parse(
  readFileSync(new URL("../../content/en/terms.yaml", import.meta.url), "utf8"),
) as Readonly<Record<string, Mapping>>;

const read = (id: string): Jurisdiction => jurisdictionSchema.parse(whole(id));

const today = new Date().toISOString().slice(0, 10);

/** Every fact of a jurisdiction that has to name a source: the mappings that say more than which source they have. */
function factsWithoutSource(value: unknown, path: string): string[] {
  if (Array.isArray(value))
    return value.flatMap((item, index) => factsWithoutSource(item, `${path}.${index}`));
  if (!isMapping(value) || Object.hasOwn(value, "source")) return [];
  const inner = Object.entries(value);
  if (inner.some(([, one]) => typeof one !== "object")) return [path];
  return inner.flatMap(([key, one]) => factsWithoutSource(one, `${path}.${key}`));
}

describe.each([...files.keys()])("%s", (id) => {
  test("holds what a file may hold, and extends one that exists", () => {
    const { extends: parent = id } = jurisdictionFileSchema.parse(files.get(id));
    expect([...files.keys()]).toContain(parent);
  });

  test("is whole, and cites only sources that it has", () => {
    expect(jurisdictionSchema.safeParse(whole(id)).error?.issues ?? []).toEqual([]);
  });

  test("names a source for every fact", () => {
    const facts = ["laws", "consent", "exemptions", "answer", "complaints", "contacts"];
    const rest = ["transfers", "safeguards", "adequate", "limits", "pageLanguages"];
    const pack = whole(id);
    expect([...facts, ...rest].flatMap((key) => factsWithoutSource(pack[key], key))).toEqual([]);
    expect(Object.keys(read(id).sources)).not.toEqual([]);
  });

  test("has English words for its laws, rights, authorities, exemptions and safeguards", () => {
    const { laws, rights = {}, complaints = [], exemptions = {}, safeguards = {} } = read(id);
    const used = {
      laws: laws.map((law) => law.id),
      rights: Object.keys(rights),
      authorities: complaints.flatMap(({ authority }) => authority ?? []),
      exemptions: Object.keys(exemptions),
      safeguards: Object.keys(safeguards),
    };
    const missing = Object.entries(used).flatMap(([group, ids]) =>
      ids.filter((one) => !Object.hasOwn(english[group] ?? {}, one)),
    );
    expect(missing).toEqual([]);
  });

  test("uses every source of its own file", () => {
    const cited = JSON.stringify({ ...whole(id), sources: {} });
    const own = Object.keys(files.get(id)?.["sources"] ?? {});
    expect(own.filter((key) => id !== "EU" && !cited.includes(`"${key}"`))).toEqual([]);
  });

  test("was not read in the future, and rests on nothing of the future", () => {
    const { readUpTo, sources } = read(id);
    expect(readUpTo <= today).toBe(true);
    expect(Object.values(sources).filter(({ date }) => date > today)).toEqual([]);
  });

  test("gives the rights and times of its law, as every other place of that law", () => {
    const { laws, rights, answer } = read(id);
    const others = [...files.keys()].map(read).filter((other) => other.laws[0]!.id === laws[0]!.id);
    for (const other of others)
      expect({ rights: Object.keys(other.rights ?? {}), within: other.answer?.within }).toEqual({
        rights: Object.keys(rights ?? {}),
        within: answer?.within,
      });
  });
});

test("every jurisdiction that others extend is there", () => {
  expect([...files.keys()]).toEqual(expect.arrayContaining(["EU", "UK", "CH", "US-CA", "US"]));
});

test("a fact without a source is refused", () => {
  const { source: _, ...answer } = whole("EU")["answer"] as Mapping;
  expect(jurisdictionSchema.safeParse({ ...whole("EU"), answer }).success).toBe(false);
});

test("a source that is not there is refused at the place of the citation", () => {
  const pack = { ...whole("EU"), rights: { access: "nowhere" } };
  expect(jurisdictionSchema.safeParse(pack).error?.issues).toMatchObject([
    { path: ["rights", "access"], params: { rule: "unknown-source" } },
  ]);
});

test("an address without https is refused", () => {
  const pack = whole("EU");
  const sources = pack["sources"] as Readonly<Record<string, Mapping>>;
  const gdpr = { ...sources["gdpr"], url: "http://eur-lex.europa.eu" };
  const changed = { ...pack, sources: { ...sources, gdpr } };
  expect(jurisdictionSchema.safeParse(changed).success).toBe(false);
});
