import { expect, test } from "vitest";
import { loadRegistry } from "../../src/registry/load.ts";
import { openProject } from "../../src/registry/project.ts";
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
