import { describe, expect, test } from "vitest";
import { loadRegistry } from "../../../src/registry/load.ts";
import { openProject } from "../../../src/registry/project.ts";
import { createParts } from "../../../src/site/render/parts.ts";
import { describePolicies } from "../../../src/site/render/policies.ts";
import { writeProject } from "../../project.ts";
import { sampleFragments } from "../samples.ts";
import { checkout } from "../../checkout.ts";

const { registry } = checkout;
const parts = createParts(registry);
const policies = describePolicies(registry);

test.each([...sampleFragments])(
  "%s has the same words as the shortcode gives",
  (path, fragment) => {
    const [, site = "", language = ""] = path.split("/");
    expect(parts.policy(site, language)).toBe(
      fragment.replaceAll(/\n(?:[ \t]*\n)+/g, "\n").trimStart(),
    );
  },
);

describe("a part of a policy", () => {
  test("is what stands under one heading, tables included where they stand there", () => {
    const section = parts.section("delwp", "en", "cookies-used");
    expect(section.match(/<h2 /g)).toEqual(["<h2 "]);
    expect(section).toContain('<h2 id="cookie-policy-cookies-used">');
    expect(section).toContain('<h3 id="cookie-policy-providers">');
    expect(parts.section("delwp", "en", "your-choice")).not.toContain("<table");
  });

  test("is the table of a category, or nothing where the site has none", () => {
    const table = parts.table("delwp", "fr", "necessary");
    expect(table.match(/<table>/g)).toHaveLength(1);
    expect(table).toContain('<div class="cookie-policy" lang="fr" dir="ltr">\n<table>');
    expect(parts.table("delwp", "fr", "unclassified")).toBe("");
  });

  test("is what is known of each provider", () => {
    expect(parts.providers("delwp", "en")).toContain(
      '<h4 id="cookie-policy-provider-opendatasoft">',
    );
  });

  test.each([
    [() => parts.policy("delw", "en"), /^unknown site "delw", expected one of "delwp", /],
    [() => parts.policy("delwp", "xx"), 'unknown language of site "delwp" "xx", expected one of '],
    [
      () => parts.section("delwp", "en", "rights"),
      /^unknown section "rights", expected one of .*"your-rights"/,
    ],
    [
      () => parts.table("delwp", "en", "stats"),
      /^unknown category "stats", expected one of "necessary", /,
    ],
  ])("%# is not given under a name that is unknown", (give, message) => {
    expect(give).toThrow(message);
  });
});

test("policies are plain data that nobody can change, by site and language", () => {
  expect(Object.keys(policies)).toEqual([...registry.sites.keys()]);
  const policy = policies["delwp"]!["fr"]!;
  expect(policy.site).toEqual({ id: "delwp", name: "DELWP", url: expect.any(String) });
  expect(JSON.parse(JSON.stringify(policy))).toEqual(policy);
  expect(() => Object.assign(policy.groups[0]!.head, { name: "" })).toThrow(TypeError);
  expect(policy).not.toHaveProperty("style");
  expect(policies["delwp"]!["xx"]).toBeUndefined();
});

test("words that another language lends are data without a trace of that", () => {
  const folder = writeProject({
    "data/sites/town.yaml":
      "name: Town\nurl: https://town.example\nlanguages: [en, tlh]\nfallback: en\nproviders: [town]\n",
    "data/providers/town.yaml": "name: Town\noperator: site\ncookies: []\n",
    "content/tlh/terms.yaml": "author: Somebody\nreview: pending\ntitle: chab\n",
  });
  const loaded = loadRegistry(openProject(folder));
  expect(loaded.diagnostics).toEqual([]);
  const lent = describePolicies(loaded.registry)["town"]!["tlh"]!;
  expect(lent.title).toBe("chab");
  expect(JSON.stringify(lent)).not.toMatch(/[\ue000-\ue002]/);
});
