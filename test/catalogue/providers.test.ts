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
  checkout,
  collisionsOf,
  declaredBy,
  explains,
  hosts,
  knownCollisions,
  packaged,
  siteText,
  siteUrl,
  sourcesOf,
  usable,
  withSites,
} from "./packaged.ts";
import { visitOf } from "./visit.ts";

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

const codeHosts = ["github.com", "www.npmjs.com", "sources.debian.org"];

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
    const its = [...domains, ...addresses.map((address) => new URL(address).hostname)].map(
      registrableDomain,
    );
    for (const { url } of sources) {
      const { protocol, hostname } = new URL(url);
      expect(protocol).toBe("https:");
      const isKnown =
        codeHosts.includes(hostname) ||
        its.includes(registrableDomain(hostname)) ||
        hosts[id]?.[hostname] !== undefined;
      expect(isKnown, `${hostname} is no host of the vendor`).toBe(true);
    }
  });

  test("was read and reviewed on days that are past", () => {
    expect(value.reviewed).toBeDefined();
    const days = sources.flatMap((source) =>
      "read" in source ? [source.read, source.dated ?? ""] : [],
    );
    for (const day of [value.reviewed!, ...days]) expect(day <= today, day).toBe(true);
  });

  test("names what it sets by literals and by patterns that say enough", () => {
    for (const { name } of declaredBy(entry)) {
      expect(name).not.toMatch(placeholder);
      if (name.includes("*"))
        expect(name.replaceAll("*", "").length, name).toBeGreaterThanOrEqual(leastFixed);
    }
  });

  test("says of all that it sets what it does, why, and for how long", () => {
    for (const { name, cookie } of declaredBy(entry)) {
      expect(cookie.function, name).toBeDefined();
      expect(cookie.purposes ?? cookie.category, name).toBeDefined();
      expect(cookie.duration, name).toBeDefined();
    }
    if (value.cookies.length === 0 && value.abstract !== true) expect(value.purposes).toBeDefined();
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
    const files = filesOf(id, registry.sites.get(id)!.value);
    const { render } = files.find(({ name }) => name === `${tag}/fragment.html`)!;
    const html = Buffer.from(render()).toString();
    for (const { value } of shareOf(index)) expect(html, tag).toContain(escapeMarkup(value.name));
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
