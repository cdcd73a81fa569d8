import { expect, test } from "vitest";
import { lint } from "../../src/lint/lint.ts";
import { lintRules } from "../../src/lint/rules.ts";
import { loadRegistry } from "../../src/registry/load.ts";
import { openProject } from "../../src/registry/project.ts";
import { writeProject } from "../project.ts";

const places = ["EU", "FR", "DE", "UK", "CH", "US-CA"];

/** A site that has said all that it can say itself, and of its providers nothing but their ids. */
const siteIn = (jurisdictions: readonly string[]) => `name: Town Shop
url: https://www.town.example
controller:
  name: Town Shop Ltd
  address: [1 High Street, Town, United Kingdom]
  email: privacy@town.example
  dpo: dpo@town.example
representative:
  EU: { name: Town Shop Europe, address: [1 Rue Haute, Ville, France], email: eu@town.example }
  CH: { name: Town Shop Schweiz, address: [Hauptgasse 1, Stadt, Switzerland], email: ch@town.example }
authority: { name: CNIL, url: "https://www.cnil.fr" }
complaints: { email: complaints@town.example }
privacyPolicy: https://www.town.example/privacy
jurisdictions: [${jurisdictions.join(", ")}]
consent: opt-in
legalBasis: { necessary: legitimate-interest, preferences: consent, statistics: consent }
retention: { necessary: until account-closed, preferences: 13 months, statistics: 25 months }
sold: false
shared: false
languages: [en]
providers:
  - wordpress
  - google-analytics
  - matomo
  - cloudflare
  - vimeo
  - vanilla-cookieconsent
preferences: https://www.town.example/#cookies
objection: https://www.town.example/#object
updated: 2026-11-28
`;

test("a site that names six known providers and nothing else of them has nothing to mend, wherever it is", () => {
  const files = Object.fromEntries(
    [...places.map((place) => [place]), places].map((its) => [
      `data/sites/${its.join("-").toLowerCase()}.yaml`,
      siteIn(its),
    ]),
  );
  const { registry, diagnostics } = loadRegistry(openProject(writeProject(files)));
  const found = [...diagnostics, ...lint(registry, { rules: lintRules, today: "2026-11-28" })];
  const wrong = found.filter(({ severity }) => severity !== "note");
  expect(
    wrong.map(({ location, severity, message }) => `${location.file}: ${severity}: ${message}`),
  ).toEqual([]);
});
