import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lint } from "../../src/lint/lint.ts";
import { lintRules } from "../../src/lint/rules.ts";
import { loadRegistry } from "../../src/registry/load.ts";
import { openProject } from "../../src/registry/project.ts";
import { renderText } from "../../src/report/text.ts";
import { checkout } from "../checkout.ts";
import { writeProject } from "../project.ts";

const folder = join(import.meta.dirname, "lawful");

const load = (project: string) => loadRegistry(openProject(project));

function judge({ registry, diagnostics }: ReturnType<typeof load>): string {
  const found = lint(registry, { rules: lintRules, today: "2026-11-28" });
  return renderText([...diagnostics, ...found].filter(({ severity }) => severity !== "note"));
}

test.each(readdirSync(folder))("nothing is wrong with a lawful registry: %s", (name) => {
  expect(judge(load(join(folder, name)))).toBe("");
});

test("nothing is wrong with the samples of this repository, whose catalogue waits for sites", () => {
  expect(judge(checkout)).toBe("");
});

test("a site that names services of the catalogue and says how it asks for consent has no problem", () => {
  const site = `name: Example
url: https://www.site.example
controller:
  name: Example Ltd
  email: privacy@site.example
privacyPolicy: https://www.site.example/privacy
jurisdictions: [IE]
consent: opt-in
languages: [en]
providers: [wordpress, google-analytics, matomo, cloudflare, vimeo, vanilla-cookieconsent]
preferences: https://www.site.example/#cookies
updated: 2026-11-01
`;
  expect(judge(load(writeProject({ "data/sites/example.yaml": site })))).toBe("");
});

test("a finding names only the sites whose law it is, by the sources of that law", () => {
  const site = (place: string, more = "") => `name: ${place}
url: https://${place.toLowerCase()}.example
controller: { name: Example, email: privacy@site.example }
authority: { name: An authority, url: https://authority.example }
privacyPolicy: https://www.site.example/privacy
jurisdictions: [${place}]
${more}languages: [en]
providers: [counter]
preferences: https://www.site.example/#cookies
objection: https://www.site.example/#object
`;
  const cookie = (keys: string) =>
    `  - name: "visitor"\n    function: audience-measurement\n${keys}    exemption: audience-measurement\n    category: statistics\n    duration: 6 months\n    selfRenewing: false\n    dataRetention: 6 months\n`;
  const project = writeProject({
    "data/providers/counter.yaml": `name: Counter\noperator: site\ncookies:\n${cookie("")}`,
    "data/sites/town.yaml": site("FR"),
    "data/sites/stadt.yaml": site("DE"),
    "data/sites/gemeinde.yaml": site("CH", "consent: opt-out\n"),
  });
  const { registry } = load(project);
  const found = lint(registry, { rules: lintRules, today: "2026-11-28" });
  const exempt = found.filter(({ rule }) => rule === "statistics-exempt");
  expect(exempt.map(({ sites }) => sites)).toEqual([["stadt"]]);
  const purposes = found.filter(({ rule }) => rule === "purpose-missing");
  expect(purposes.map(({ sites }) => sites)).toEqual([["gemeinde"], ["stadt", "town"]]);
  const swiss = found.filter(({ sites, location }) =>
    sites ? sites.includes("gemeinde") : location.file.endsWith("gemeinde.yaml"),
  );
  for (const { source = "" } of swiss) expect(source).not.toMatch(/2016\/679|2002\/58|CNIL/);
});
