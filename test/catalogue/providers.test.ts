import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { audit } from "../../src/audit/audit.ts";
import { compareEvidence } from "../../src/audit/compare.ts";
import { propose } from "../../src/audit/propose/propose.ts";
import { auditRules } from "../../src/audit/rules.ts";
import { lint } from "../../src/lint/lint.ts";
import { lintRules } from "../../src/lint/rules.ts";
import { escapeMarkup } from "../../src/prose/markdown.ts";
import { loadRegistry } from "../../src/registry/load.ts";
import { openProject, packageFolder } from "../../src/registry/project.ts";
import { misorderedRecords } from "../../src/registry/schema/key-order.ts";
import { createSiteFiles, templatesOf } from "../../src/site/render/site-files.ts";
import { registrableDomain } from "../../src/vocabulary/party.ts";
import { writeProject } from "../project.ts";
import {
  collisionsOf,
  declaredBy,
  explains,
  hosts,
  knownCollisions,
  packaged,
  siteText,
  siteUrl,
  usable,
  withSites,
} from "./packaged.ts";
import { sourcesOf } from "./sources-of.ts";
import { visitOf } from "./visit.ts";
import { checkout } from "../checkout.ts";

const today = new Date().toISOString().slice(0, 10);

/** The places of the world whose law is the strictest for what a provider states. */
const jurisdictions = ["EU", "FR", "DE", "UK", "CH", "US-CA"];

const alone = withSites(
  Object.fromEntries(
    usable.map((entry) => [
      `data/sites/${entry.id}.yaml`,
      siteText([entry], ["languages: [en]", `jurisdictions: [${jurisdictions.join(", ")}]`]),
    ]),
  ),
);

const errors = lint(alone, { rules: lintRules, today }).filter(
  ({ severity }) => severity === "error",
);

const codeHosts = new Set(["github.com", "www.npmjs.com", "sources.debian.org"]);

/** A name with less that is fixed would stand for what others set. */
const leastFixed = 3;

const placeholder = /<[^>]*>|\{[^}]*\}|\$\{|%[sd]|\[(?!\d*\])[^\]]*\]|x{4,}/i;

describe.each([...packaged.values()])("$id", (entry) => {
  const { id, value, layers } = entry;
  const sources = sourcesOf(value);

  test("is a file of the schema, with its keys in order", () => {
    const { file } = layers[0];
    expect(checkout.diagnostics.filter(({ location }) => location.file === file)).toEqual([]);
    expect(misorderedRecords("provider", layers[0].value)).toEqual([]);
    expect(layers[0].value["id"]).toBeUndefined();
  });

  test("says where its facts come from, in words of its vendor or its code", () => {
    expect(sources.length).toBeGreaterThan(0);
    const { privacyPolicy, optOut, subprocessors, domains = [] } = value;
    const addresses = [privacyPolicy, optOut, subprocessors].flatMap((one) =>
      typeof one === "string" ? [one] : Object.values(one ?? {}),
    );
    const its = new Set(
      [...domains, ...addresses.map((address) => new URL(address).hostname)].map(registrableDomain),
    );
    const urls = sources.map(({ url }) => new URL(url));
    expect(urls.filter(({ protocol }) => protocol !== "https:")).toEqual([]);
    const strange = urls.filter(
      ({ hostname }) =>
        !codeHosts.has(hostname) &&
        !its.has(registrableDomain(hostname)) &&
        hosts[id]?.[hostname] === undefined,
    );
    expect(strange.map(({ hostname }) => hostname)).toEqual([]);
  });

  test("was read and reviewed on days that are past", () => {
    expect(value.reviewed).toBeDefined();
    const days = sources.flatMap((source) =>
      "read" in source ? [source.read, source.dated ?? ""] : [],
    );
    expect([value.reviewed!, ...days].filter((day) => day > today)).toEqual([]);
  });

  test("names what it sets by literals and by patterns that say enough", () => {
    const names = declaredBy(entry).map(({ name }) => name);
    expect(names.filter((name) => placeholder.test(name))).toEqual([]);
    const patterns = names.filter((name) => name.includes("*"));
    expect(patterns.filter((name) => name.replaceAll("*", "").length < leastFixed)).toEqual([]);
  });

  test("says of all that it sets what it does, why, and for how long", () => {
    const incomplete = declaredBy(entry).filter(({ cookie }) => {
      const { function: does, purposes, category, duration } = cookie;
      return does === undefined || (purposes ?? category) === undefined || duration === undefined;
    });
    expect(incomplete.map(({ name }) => name)).toEqual([]);
    const setsNothing = value.cookies.length === 0 && value.abstract !== true;
    expect(setsNothing && value.purposes === undefined).toBe(false);
  });

  test("has no error where it stands alone on a site, wherever that is", () => {
    const its = errors.filter(({ location }) => location.file === layers[0].file);
    expect(its.map(({ rule, location }) => `${location.line} ${rule}`)).toEqual([]);
  });
});

test.each(usable)("a visit that sees all that $id sets finds nothing wrong", ({ id }) => {
  const site = alone.sites.get(id)!;
  const comparison = compareEvidence(site, alone, visitOf(packaged.get(id)!));
  const found = audit(alone, comparison, {
    rules: auditRules,
    propose: (cookies) => propose(alone, { id, name: "Site", url: siteUrl }, cookies),
  });
  const wrong = found.filter(({ severity }) => severity !== "note");
  expect(wrong.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
});

test("all of them together have words in every language, and each language draws its share", () => {
  const tags = readdirSync(join(packageFolder, "content"));
  const shareOf = (index: number) => usable.filter((_, at) => at % tags.length === index);
  const folder = writeProject({
    "data/sites/all.yaml": siteText(usable, [`languages: [${tags.join(", ")}]`]),
    ...Object.fromEntries(
      tags.map((tag, index) => [
        `data/sites/in-${tag.toLowerCase()}.yaml`,
        siteText(shareOf(index), [`languages: [${tag}]`]),
      ]),
    ),
  });
  const { registry, diagnostics } = loadRegistry(openProject(folder));
  expect(diagnostics).toEqual([]);
  const { filesOf } = createSiteFiles(registry, templatesOf(registry.project), "published");
  for (const [index, tag] of tags.entries()) {
    const id = `in-${tag.toLowerCase()}`;
    const files = filesOf(registry.sites.get(id)!);
    const { render } = files.find(({ name }) => name === `${tag}/fragment.html`)!;
    const html = Buffer.from(render!()).toString();
    const lost = shareOf(index).filter(({ value }) => !html.includes(escapeMarkup(value.name)));
    expect(lost).toEqual([]);
  }
});

describe("names that two providers may both set", () => {
  const collisions = collisionsOf(usable);

  test("are known, with a reason", () => {
    const unknown = collisions.filter(
      (collision) => !knownCollisions.some((known) => explains(known, collision)),
    );
    expect(unknown).toEqual([]);
  });

  test("are known of none that no longer meet", () => {
    const stale = knownCollisions.flatMap((known) => {
      const its = collisions.filter((collision) => explains(known, collision));
      const met = new Set(its.flatMap((collision) => [...collision.providers]));
      const used = new Set(its.flatMap((collision) => [...collision.names]));
      return [
        ...known.providers.filter((id) => !met.has(id)),
        ...known.names.filter((name) => !used.has(name)),
      ];
    });
    expect(stale).toEqual([]);
  });
});
