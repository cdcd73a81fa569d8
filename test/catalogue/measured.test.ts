import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { audit } from "../../src/audit/audit.ts";
import { compareEvidence } from "../../src/audit/compare.ts";
import { propose } from "../../src/audit/propose/propose.ts";
import { auditRules } from "../../src/audit/rules.ts";
import { readEvidence } from "../../src/importers/read-evidence.ts";
import { packageFolder } from "../../src/registry/project.ts";
import { packaged, siteText, usable, withSites } from "./packaged.ts";
import { sourcesOf } from "./sources-of.ts";

const loopback = "http://localhost";

/** What else ran where a provider was measured, and set what the evidence shows besides. */
const companions: Readonly<Record<string, readonly string[]>> = { "flask-login": ["flask"] };

const measured = [...packaged.values()].flatMap(({ id, value }) =>
  sourcesOf(value).flatMap((source) =>
    "kind" in source && source.kind === "measured" ? [{ id, file: source.at ?? "" }] : [],
  ),
);

const sites = withSites(
  Object.fromEntries(
    usable.map((entry) => [
      `data/sites/${entry.id}.yaml`,
      siteText(
        [entry, ...(companions[entry.id] ?? []).map((id) => packaged.get(id)!)],
        ["languages: [en]"],
        loopback,
      ),
    ]),
  ),
);

/** What a page that was made for measuring asks for or leaves out says nothing of the program. */
const ofThePage = new Set(["unobserved-cookie", "set-before-consent", "set-after-reject"]);

const isLoopback = (url: string) => new URL(url).hostname === "localhost";

describe.each(measured)("$file, evidence of $id", ({ id, file }) => {
  const evidence = readEvidence([{ path: join(packageFolder, file), file }]);

  test("is there, can be read and shows something", () => {
    expect(file).toMatch(new RegExp(`^data/evidence/${id}(-\\d+)?\\.json$`));
    expect(evidence.diagnostics).toEqual([]);
    expect(evidence.observations.length).toBeGreaterThan(0);
  });

  test("was seen on loopback, and nothing else answered", () => {
    const { observations, requests = [] } = evidence;
    expect(observations.filter(({ host }) => host !== "localhost")).toEqual([]);
    const elsewhere = observations.flatMap(({ page, setter }) => [page, setter?.url]);
    expect(elsewhere.filter((url) => url !== undefined && !isLoopback(url))).toEqual([]);
    expect(requests.filter(({ url, failed }) => !failed && !isLoopback(url))).toEqual([]);
  });

  test("shows nothing but what the provider declares, for as long as it declares it", () => {
    const site = sites.sites.get(id)!;
    const comparison = compareEvidence(site, sites, evidence);
    const found = audit(sites, comparison, {
      rules: auditRules.filter(({ id: rule }) => !ofThePage.has(rule)),
      propose: (cookies) => propose(sites, { id, name: "Site", url: loopback }, cookies),
    });
    expect(found.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  });

  test("hides from scripts what the provider says is hidden", () => {
    const { cookies } = compareEvidence(sites.sites.get(id)!, sites, evidence);
    const open = cookies.filter(
      ({ cookie, sightings }) =>
        cookie.httpOnly === true && sightings.some(({ httpOnly }) => httpOnly === false),
    );
    expect(open.map(({ name }) => name)).toEqual([]);
  });
});

test("every file of evidence is the source of a provider", () => {
  const folder = join(packageFolder, "data/evidence");
  const named = new Set(measured.map(({ file }) => file));
  expect(existsSync(folder)).toBe(true);
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  expect(files.filter((name) => !named.has(`data/evidence/${name}`))).toEqual([]);
});
