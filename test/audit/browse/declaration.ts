import { audit } from "../../../src/audit/audit.ts";
import { compareEvidence } from "../../../src/audit/compare.ts";
import { propose } from "../../../src/audit/propose/propose.ts";
import { auditRules } from "../../../src/audit/rules.ts";
import type { Evidence } from "../../../src/observation/observation.ts";
import { loadRegistry } from "../../../src/registry/load.ts";
import { openProject } from "../../../src/registry/project.ts";
import { writeProject } from "../../project.ts";
import { site, type Thing, things } from "./storage-fixture.ts";

const day = 86_400;

const writeDuration = ({ seconds, storage }: Thing): string => {
  if (storage !== "cookie" && storage !== "session-storage") return "persistent";
  if (seconds === undefined) return "session";
  return seconds < day ? `${seconds} seconds` : `${seconds / day} days`;
};

const declare = (thing: Thing): string => {
  const { name, storage, carrier, host, owner = carrier === "script" ? site : host, when } = thing;
  return `  - name: "${name}"
    storage: ${storage}
    function: ${when ? "audience-measurement" : "shopping-cart"}
    purposes: [${when ? "measure-audience" : "keep-cart"}]
    duration: ${writeDuration(thing)}
${owner === site ? "" : `    domain: ${owner}\n`}`;
};

const record = `  - name: "cc_cookie"
    function: consent-choices
    purposes: [remember-cookie-preferences]
    duration: 182 days
`;

/** A project whose page tells the truth about what the fixture sets under the banner of vanilla-cookieconsent. */
export const writeTruth = (): string =>
  writeProject({
    "data/sites/shop.yaml": `name: Shop
url: https://${site}
controller: { name: Shop, address: [Street 1], email: a@${site} }
jurisdictions: [EU]
languages: [en]
providers: [shop]
updated: 2026-11-01
`,
    "data/providers/shop.yaml": `name: Shop\nrecipients: []\ncookies:\n${things.map(declare).join("")}${record}`,
  });

/** What an audit of the truth says of evidence: `error set-before-consent: "_stats" is set before any choice`. */
export function auditTruth(evidence: Evidence): string[] {
  const { registry, diagnostics } = loadRegistry(openProject(writeTruth()));
  if (diagnostics.length > 0) throw new Error(diagnostics[0]!.message);
  const shop = registry.sites.get("shop")!;
  const { id, value } = shop;
  const found = audit(registry, compareEvidence(shop, registry, evidence), {
    rules: auditRules,
    propose: (cookies) => propose(registry, { id, name: "Shop", url: value.url }, cookies),
  });
  return found.map(({ rule, message }) => `${rule} ${/"[^"]*"/.exec(message)?.[0]}`);
}
