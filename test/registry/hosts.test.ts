import { expect, test } from "vitest";
import { usedProviders } from "../../src/registry/cookies.ts";
import { loadRegistry } from "../../src/registry/load.ts";
import { openProject } from "../../src/registry/project.ts";
import { keyOfCookie } from "../../src/registry/providers/merge-cookies.ts";
import { valuesOf } from "../../src/prose/placeholders.ts";
import { writeProject } from "../project.ts";

const load = (host: string) =>
  loadRegistry(
    openProject(
      writeProject({
        "data/providers/acme.yaml": `name: Acme
domains: [${host}]
cookies:
  - name: a
    category: unclassified
    domain: ${host}
`,
        "data/sites/town.yaml": `name: Town
url: https://${host}/start
controller: { name: Town, email: info@${host} }
languages: [en]
providers: [acme]
`,
      }),
    ),
  );

test.each(["münchen.example", "xn--mnchen-3ya.example"])(
  "%s is kept once, and shown to readers in letters",
  (host) => {
    const { registry, diagnostics } = load(host);
    expect(diagnostics).toEqual([]);
    const kept = "xn--mnchen-3ya.example";
    expect(registry.providers.get("acme")?.value).toMatchObject({
      domains: [kept],
      cookies: [{ domain: kept }],
    });
    const site = registry.sites.get("town")!.value;
    expect(site).toMatchObject({
      url: `https://${kept}/start`,
      controller: { email: `info@${kept}` },
    });
    const values = valuesOf(site, { tag: "en", writeDate: String });
    expect(values.get("site.host")).toBe("münchen.example");
    expect(values.get("site.controller.email")).toBe("info@münchen.example");
  },
);

test("a cookie of a host is the same in letters and as it is kept", () => {
  const keys = ["münchen.example", "xn--mnchen-3ya.example", "example"].map((domain) =>
    keyOfCookie({ name: "a", domain }),
  );
  expect(new Set(keys).size).toBe(2);
});

const siteWith = (domains: string) =>
  loadRegistry(
    openProject(
      writeProject({
        "data/providers/acme.yaml":
          'name: Acme\ncookies:\n  - name: "a"\n    category: unclassified\n    domain: www.town.fr\n',
        "data/sites/town.yaml": `name: Town\nurl: https://www.town.example\n${domains}controller: { name: Town }\nlanguages: [en]\nproviders: [acme]\n`,
      }),
    ),
  );

test("what is set on another domain of a site's own is the site's, and no third party's", () => {
  const partiesIn = (domains: string) => {
    const { registry, diagnostics } = siteWith(domains);
    expect(diagnostics).toEqual([]);
    return usedProviders(registry.sites.get("town")!.value, registry).flatMap(({ cookies }) =>
      cookies.map(({ party }) => party),
    );
  };
  expect(partiesIn("")).toEqual(["third"]);
  expect(partiesIn("domains: [town.fr, town.de]\n")).toEqual(["first"]);
  expect(partiesIn("domains: [www.town.fr]\n")).toEqual(["first"]);
});

test.each(["co.uk", "github.io", "fr"])("%s is no domain of a site's own", (domain) => {
  const { diagnostics } = siteWith(`domains: [${domain}]\n`);
  expect(diagnostics.map(({ rule }) => rule)).toEqual(["bad-domain"]);
});
