import { readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { groupUndeclared } from "../../../src/audit/compare.ts";
import { propose } from "../../../src/audit/propose/propose.ts";
import { mergeEvidence } from "../../../src/observation/merge.ts";
import { loadRegistry } from "../../../src/registry/load.ts";
import { openProject } from "../../../src/registry/project.ts";
import { registrableDomain } from "../../../src/vocabulary/party.ts";
import { read } from "../../importers/fixtures.ts";
import { temporaryFolder } from "../../project.ts";

type Truth = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What is drafted for a cookie: a provider of the catalogue as a fact, or candidates in a comment, the first before all. */
interface Drafted {
  readonly host: string;
  readonly name: string;
  /** In parentheses where no file of the catalogue declares the cookie. */
  readonly truth: string;
  readonly fact: string | undefined;
  readonly candidates: readonly string[];
}

function draftShop(shop: string): Drafted[] {
  const textOf = (name: string) =>
    readFileSync(join(import.meta.dirname, "shops", shop, name), "utf8");
  const truth = load(textOf("truth.yaml")) as Truth;
  const evidence = mergeEvidence(
    ["visit.har", "state.json"].map((name) => read(textOf(name), name)),
  );
  expect(evidence.diagnostics).toEqual([]);
  const site = { id: shop, name: shop, url: `https://www.${shop}.example` };
  const { registry } = loadRegistry(openProject(temporaryFolder()));
  const cookies = groupUndeclared(evidence.observations, site);
  const proposals = propose(registry, site, cookies, evidence.requests);
  return cookies.map(({ name, domain }, index) => {
    const { provider, addition } = proposals[index]!;
    const own = new URL(site.url).hostname;
    const host = domain === undefined ? own : domain in truth ? domain : registrableDomain(domain);
    return {
      host,
      name,
      truth: truth[host]?.[name] ?? "unknown",
      fact: addition ? undefined : provider,
      candidates: [...(addition?.text ?? "").matchAll(/could be: (\S+)/g)].map(([, id]) => id!),
    };
  });
}

const isInCatalogue = ({ truth }: Drafted): boolean => !truth.startsWith("(");

const isNamed = ({ truth, fact, candidates }: Drafted): boolean =>
  (fact ?? candidates[0]) === truth;

const rowOf = ({ host, name, truth, fact, candidates }: Drafted): string => {
  const drafted = fact ?? (candidates.length > 0 ? `could be ${candidates.join(" or ")}` : "-");
  return [host.padEnd(20), name.padEnd(36), truth.padEnd(28), drafted].join(" ").trimEnd();
};

describe.each(["kettles", "lanterns"])("the shop %s", (shop) => {
  const drafted = draftShop(shop);

  test("is drafted as its visit shows it", async () => {
    const table = drafted.map((one) => `${rowOf(one)}\n`).join("");
    await expect(table).toMatchFileSnapshot(`shops/${shop}/drafted.txt`);
    expect(drafted.filter(({ truth }) => truth === "unknown")).toEqual([]);
  });

  test("has at least nine of ten cookies of the catalogue named", () => {
    const known = drafted.filter(isInCatalogue);
    expect(known.filter(isNamed).length / known.length).toBeGreaterThanOrEqual(0.9);
  });

  test("has no provider named as a fact that did not set the cookie", () => {
    expect(drafted.filter(({ truth, fact }) => fact !== undefined && fact !== truth)).toEqual([]);
  });
});
